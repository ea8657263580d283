import { type AnswerEvent, AppError, newId } from '@majed-vanna/contract';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { type QueryEvent, type QueryRequest, type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import { describe, expect, it } from 'vitest';
import type { PolicyFor } from '../results/result-reader.ts';
import { analyst, createAnswering, stranger } from '../testing/answering.ts';

const types = (events: readonly AnswerEvent[]) => events.map(({ type }) => type);

/** A database whose every statement takes until it is told to stop; tells what it was told. */
function endlessStatements() {
  const started = Promise.withResolvers<void>();
  const told: string[] = [];
  let begun = 0;
  const around = (warehouse: Warehouse): Warehouse => ({ ...warehouse, dialect: warehouse.dialect, query });
  return { around, startedBy, told, begun: () => begun };

  /** A run that ends before its statement starts fails the test at once, instead of letting it wait. */
  function startedBy(run: Promise<AnswerEvent[]>): Promise<void> {
    const early = run.then((events) => {
      throw new Error(`the run ended early: ${JSON.stringify(events.slice(-3))}`);
    });
    return Promise.race([started.promise, early]);
  }

  async function* query({ signal }: QueryRequest): AsyncGenerator<QueryEvent> {
    yield { type: 'columns', columns: [{ name: 'n', nativeType: 'INTEGER', kind: 'integer' }] };
    begun++;
    started.resolve();
    const stopped = Promise.withResolvers<never>();
    signal?.addEventListener('abort', () => {
      told.push('stop');
      stopped.reject(new WarehouseError('cancelled', 'secret text of the database'));
    });
    await stopped.promise;
  }
}

describe('asking', () => {
  it('says why the chart that was asked for is another', async () => {
    await using house = await createAnswering();
    const { of } = await house.ask('number of orders by month as a pie chart');
    expect(of('chart')[0]?.chart.type).not.toBe('pie');
    expect(of('text')[0]?.markdown).toContain('a pie chart, which needs one figure');
  });

  it('tells the whole way of an answer, in order, and keeps it', async () => {
    await using house = await createAnswering();
    const { runId, events, of } = await house.ask('number of orders by region');
    expect(types(events).filter((type) => type !== 'step')).toEqual([
      'started',
      'understood',
      'sql',
      'columns',
      'rows',
      'chart',
      'headline',
      ...(of('suggestions').length ? ['suggestions'] : []),
      'receipt',
      'done',
    ]);
    expect(
      of('step')
        .filter(({ state }) => state === 'done')
        .map(({ step }) => step),
    ).toEqual(['retrieve', 'understand', 'guard', 'execute', 'chart', 'explain']);
    expect(of('rows')[0]?.rows.toSorted()).toEqual([
      ['Asir', 300],
      ['Eastern', 300],
      ['Makkah', 300],
      ['Riyadh', 300],
    ]);
    const [{ receipt } = { receipt: null }] = of('receipt');
    expect(receipt).toMatchObject({
      engine: 'embedded',
      askedBy: 'noura',
      rows: { returned: 4, truncated: false },
      dataSource: { name: 'Shop' },
    });
    expect(receipt?.lineage?.tables.map(({ table }) => table).toSorted()).toEqual(['customers', 'orders']);
    const stored = await house.database.repositories.answers.getById(runId);
    expect(stored).toMatchObject({ outcome: 'answered', receipt, executedSql: receipt?.executedSql });
    expect(stored?.keptRows).toHaveLength(4);
    const [audit] = await house.database.repositories.auditLog.list({ limit: 1 });
    expect(audit).toMatchObject({ id: receipt?.auditId, action: 'answer.answered', actor: analyst.userId, target: runId });
  });

  it('refuses what the data does not tell, with questions that it can answer', async () => {
    await using house = await createAnswering();
    const { of } = await house.ask('blorp zang quux');
    expect(of('done')[0]?.outcome).toBe('refused');
    expect(of('refusal')).toHaveLength(1);
    expect(of('sql')).toEqual([]);
  });

  it('goes on from the answer before', async () => {
    await using house = await createAnswering();
    const { conversationId } = await house.ask('number of orders by region');
    const { of } = await house.ask('only Riyadh', { conversationId });
    expect(of('done')[0]?.outcome).toBe('answered');
    expect(of('sql')[0]?.sql).toContain("'Riyadh'");
    expect(await house.database.repositories.conversations.list(analyst.userId, { limit: 5 })).toMatchObject([
      { title: 'Number of orders by region' },
    ]);
  });

  it('offers to go on only with questions that are answered about the same figures', async () => {
    await using house = await createAnswering();
    const { conversationId, of } = await house.ask('number of orders by region');
    for (const question of of('suggestions').flatMap(({ questions }) => questions)) {
      const next = await house.ask(question, { conversationId });
      expect(next.of('done')[0]?.outcome).toBe('answered');
      expect(next.of('sql')[0]?.sql).toMatch(/COUNT\(/);
    }
  });

  it.each([
    ['', 'invalid_input'],
    [' \u0000\u0007\n ', 'invalid_input'],
    ['???', 'invalid_input'],
    ['x'.repeat(100_000), 'too_large'],
  ])('answers a question of no use with a clear error (%#)', async (question, code) => {
    await using house = await createAnswering();
    await expect(house.answers.ask(analyst, { question })).rejects.toMatchObject({ code });
    expect(await house.database.repositories.conversations.list(analyst.userId, { limit: 5 })).toEqual([]);
  });

  it('does not tell a stranger that a conversation or a run exists', async () => {
    await using house = await createAnswering();
    const { runId, conversationId } = await house.ask('number of orders');
    const absent = { code: 'not_found' };
    await expect(house.answers.ask(stranger, { question: 'number of orders', conversationId })).rejects.toMatchObject(absent);
    await expect(house.answers.page(stranger, { runId, offset: 0, limit: 10 })).rejects.toMatchObject(absent);
    await expect(house.answers.cancel(stranger, runId)).rejects.toMatchObject(absent);
    await expect(house.answers.exportResult(stranger, { runId, format: 'csv' })).rejects.toMatchObject(absent);
    await expect(house.listen(runId, stranger)).rejects.toMatchObject(absent);
    await expect(house.listen(newId('run'))).rejects.toMatchObject(absent);
  });

  it('says why a statement was not let through', async () => {
    const withoutOrders: PolicyFor = async (_actor, _source, { snapshot }) => {
      const { tables, ...rest } = policyFromSnapshot(snapshot);
      return { ...rest, tables: Object.fromEntries(Object.entries(tables).filter(([name]) => !name.endsWith('.orders'))) };
    };
    await using house = await createAnswering({ policyFor: withoutOrders });
    const { of, runId } = await house.ask('number of orders');
    expect(of('refusal')).toMatchObject([{ refusal: { code: expect.stringMatching(/^(unknown|forbidden)_table$/) } }]);
    expect(of('step').at(-1)).toMatchObject({ step: 'guard', state: 'failed' });
    expect([of('rows'), of('done')[0]?.outcome]).toEqual([[], 'refused']);
    expect(await house.database.repositories.answers.getById(runId)).toMatchObject({ outcome: 'refused', executedSql: null });
  });

  it('takes a database that does not answer the guard for a failure, not for a refusal', async () => {
    const away = (warehouse: Warehouse): Warehouse => ({
      ...warehouse,
      dialect: warehouse.dialect,
      readStatement: () => Promise.reject(new WarehouseError('connection', 'refused by 10.0.0.7')),
    });
    await using house = await createAnswering({ around: away });
    const { of, events } = await house.ask('number of orders');
    expect(of('error')).toMatchObject([{ code: 'unavailable' }]);
    expect(JSON.stringify(events)).not.toContain('10.0.0.7');
  });

  it('keeps what the database says to itself', async () => {
    const failing = (warehouse: Warehouse): Warehouse => ({
      ...warehouse,
      dialect: warehouse.dialect,
      // biome-ignore lint/correctness/useYield: it fails before its first row.
      async *query() {
        throw new WarehouseError('arithmetic', 'division by zero near secret_column at /srv/db');
      },
    });
    await using house = await createAnswering({ around: failing });
    const { events, of } = await house.ask('number of orders');
    expect(of('error')).toMatchObject([{ code: 'statement_failed', requestId: null }]);
    expect(of('done')).toMatchObject([{ outcome: 'failed' }]);
    expect(JSON.stringify(events)).not.toMatch(/secret_column|srv/);
  });

  it('gives an unexpected failure an id and puts its cause in the log', async () => {
    const broken = (warehouse: Warehouse): Warehouse => ({
      ...warehouse,
      dialect: warehouse.dialect,
      readStatement: () => Promise.resolve(warehouse.readStatement('SELECT 1')),
      query: () => {
        throw new TypeError('undefined is not a function in /srv/app.ts');
      },
    });
    await using house = await createAnswering({
      around: (warehouse) => ({ ...broken(warehouse), readStatement: warehouse.readStatement }),
    });
    const { runId, of } = await house.ask('number of orders');
    expect(of('error')).toMatchObject([{ code: 'internal', message: 'Something went wrong on the server.', requestId: runId }]);
    expect(house.log.lines.find(({ level }) => level === 'error')?.fields).toMatchObject({ runId, err: expect.any(TypeError) });
  });
});

describe('stopping', () => {
  it('reaches the statement in the database', async () => {
    const endless = endlessStatements();
    await using house = await createAnswering({ around: endless.around });
    const { runId } = await house.answers.ask(analyst, { question: 'number of orders' });
    await endless.startedBy(house.listen(runId));
    await house.answers.cancel(analyst, runId);
    expect(endless.told).toEqual(['stop']);
    const events = await house.listen(runId);
    expect(events.filter(({ type }) => type === 'error')).toMatchObject([{ code: 'cancelled', message: 'Stopped.' }]);
    expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'failed' });
    await house.answers.cancel(analyst, runId);
  });

  it('happens by itself at the deadline', async () => {
    const endless = endlessStatements();
    await using house = await createAnswering({ around: endless.around, limits: { deadlineMs: 400 } });
    const { of } = await house.ask('number of orders');
    expect(of('error')).toMatchObject([{ code: 'deadline_exceeded' }]);
    // On a slow machine the deadline comes before the statement; then there is nothing to stop.
    expect(endless.told).toHaveLength(endless.begun());
  });

  it('ends every run when the service closes', async () => {
    const endless = endlessStatements();
    await using house = await createAnswering({ around: endless.around });
    const { runId } = await house.answers.ask(analyst, { question: 'number of orders' });
    await endless.startedBy(house.listen(runId));
    const listening = house.listen(runId);
    await house.answers.close();
    expect((await listening).slice(-3)).toMatchObject([
      { type: 'error', code: 'unavailable' },
      { type: 'receipt' },
      { type: 'done', outcome: 'failed' },
    ]);
  });

  it('comes early for who has too many runs already', async () => {
    const endless = endlessStatements();
    await using house = await createAnswering({ around: endless.around, limits: { runsPerUser: 1, runsTotal: 2 } });
    await house.answers.ask(analyst, { question: 'number of orders' });
    await expect(house.answers.ask(analyst, { question: 'number of orders' })).rejects.toMatchObject({ code: 'rate_limited' });
    await house.answers.ask(stranger, { question: 'number of orders' });
    await expect(house.answers.ask({ ...analyst, userId: newId('usr') }, { question: 'number of orders' })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('listening', () => {
  it('resumes after any event without a gap or a repetition, during the run and after it', async () => {
    await using house = await createAnswering({ readings: 1_500 });
    const { runId } = await house.answers.ask(analyst, { question: 'number of orders by region' });
    const endless = new AbortController().signal;
    const seen: number[] = [];
    for (let over = false; !over; ) {
      // A connection that breaks after every second event.
      let taken = 0;
      for await (const { seq, event } of house.answers.events(analyst, runId, seen.at(-1) ?? 0, endless)) {
        seen.push(seq);
        over = event.type === 'done';
        if (++taken === 2) break;
      }
    }
    expect(seen).toEqual(seen.map((_, index) => index + 1));
    const whole = await house.listen(runId);
    expect(whole).toHaveLength(seen.length);
    for (const after of [0, 3, seen.length - 1, seen.length]) {
      const rest: number[] = [];
      for await (const { seq } of house.answers.events(analyst, runId, after, endless)) rest.push(seq);
      expect(rest).toEqual(seen.slice(after));
    }
  });

  it('serves many listeners of one run alike', async () => {
    await using house = await createAnswering();
    const { runId } = await house.answers.ask(analyst, { question: 'number of orders by region' });
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => house.listen(runId)));
    expect(first?.at(-1)?.type).toBe('done');
    for (const other of others) expect(other).toEqual(first);
  });

  it('lets go of a listener that leaves', async () => {
    const endless = endlessStatements();
    await using house = await createAnswering({ around: endless.around });
    const { runId } = await house.answers.ask(analyst, { question: 'number of orders' });
    await endless.startedBy(house.listen(runId));
    const leave = new AbortController();
    const seen: string[] = [];
    const listening = (async () => {
      for await (const { event } of house.answers.events(analyst, runId, 0, leave.signal)) seen.push(event.type);
    })();
    leave.abort();
    await listening;
    expect(seen).not.toContain('done');
  });
});

describe('a crash', () => {
  it('leaves no run open after the next start, and listeners are told', async () => {
    const endless = endlessStatements();
    await using house = await createAnswering({ around: endless.around });
    const { runId } = await house.answers.ask(analyst, { question: 'number of orders' });
    await endless.startedBy(house.listen(runId));
    // The next process on the same database knows nothing of the runs of this one.
    const next = house.makeService();
    const listening = (async () => {
      const events: AnswerEvent[] = [];
      for await (const { event } of next.events(analyst, runId, 0, new AbortController().signal)) events.push(event);
      return events;
    })();
    await next.recover();
    expect((await listening).slice(-2)).toMatchObject([
      { type: 'error', code: 'unavailable' },
      { type: 'done', outcome: 'failed' },
    ]);
    expect(await house.database.repositories.answers.getById(runId)).toMatchObject({ outcome: 'failed' });
    expect(await house.database.repositories.answers.listUnfinished()).toEqual([]);
    await next.close();
  });

  it('of the log stops the run instead of letting it work for nobody', async () => {
    const endless = endlessStatements();
    await using house = await createAnswering({ around: endless.around });
    const { runId, conversationId } = await house.answers.ask(analyst, { question: 'number of orders' });
    await endless.startedBy(house.listen(runId));
    await house.database.repositories.conversations.remove(conversationId);
    await house.answers.close();
    expect(endless.told).toEqual(['stop']);
    await expect(house.listen(runId)).rejects.toBeInstanceOf(AppError);
  });
});
