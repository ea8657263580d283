import { type AnswerEvent, type DataPolicy, newId } from '@majed-vanna/contract';
import { checkStatement, policyFromSnapshot } from '@majed-vanna/sql';
import { type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import { expect, test } from 'vitest';
import { analyst, createAnswering } from '../testing/answering.ts';
import type { AnswerRun } from './answer-run.ts';
import { guardStatement } from './guard-statement.ts';
import { runWithRepair, type StatementRun } from './run-with-repair.ts';
import { createStepTimer } from './step-timer.ts';

interface Options {
  readonly around?: (warehouse: Warehouse) => Warehouse;
  readonly restrict?: (policy: DataPolicy) => DataPolicy;
}

/** Runs one statement on the shop, as any engine hands it in. */
async function runStatement(sql: string, { around, restrict = (policy) => policy }: Options = {}) {
  await using house = await createAnswering(around ? { around } : {});
  const semantics = await house.semantics.engineFor(house.source.id);
  const connected = await house.dataSources.connect(house.source.id);
  const policy = restrict(policyFromSnapshot(semantics.snapshot));
  const signal = new AbortController().signal;
  const run: AnswerRun = {
    request: {
      runId: newId('run'),
      conversationId: newId('cnv'),
      actor: analyst,
      question: '',
      askedAt: new Date(0),
      today: '2026-03-10',
      previousPlan: () => null,
      earlier: [],
      signal,
      deadlineMs: 20_000,
      allow: () => undefined,
      maxRows: 100,
    },
    ports: {
      semantics: async () => semantics,
      connect: async () => connected,
      policy: async () => policy,
      checkStatement,
      agent: null,
      audit: async () => newId('aud'),
      report: () => undefined,
    },
    language: 'en',
    today: '2026-03-10',
    previousPlan: null,
    leaning: 'whole',
    semantics,
    connected,
    timer: createStepTimer(),
    facts: { runId: newId('run'), askedBy: 'noura', askedAt: new Date(0) },
    notices: [],
    interpretation: () => {
      throw new Error('nobody asks');
    },
  };
  const guardWith = (text: string, maxRows: number) => guardStatement(checkStatement, connected.warehouse, { sql: text, maxRows, policy });
  const events: AnswerEvent[] = [];
  let result: StatementRun | null = null;
  let error: unknown = null;
  try {
    const running = runWithRepair(run, { sql, outputs: [] }, guardWith);
    let next = await running.next();
    for (; !next.done; next = await running.next()) events.push(next.value);
    result = next.value;
  } catch (thrown) {
    error = thrown;
  }
  const attempts = events.flatMap((event) => (event.type === 'attempt' ? [event.attempt] : []));
  const steps = events.flatMap((event) => (event.type === 'step' && event.state !== 'running' ? [`${event.step} ${event.state}`] : []));
  return { result, error, events, attempts, steps, facts: run.facts };
}

test('what runs at once is not touched', async () => {
  const { result, attempts } = await runStatement('SELECT count(*) FROM orders');
  expect(result).toMatchObject({ kind: 'ran', execution: { rows: [[1_200]] } });
  expect(attempts).toEqual([]);
});

test('a refused and a failing statement are mended one after the other, and what was tried is told', async () => {
  const { result, attempts, steps, facts } = await runStatement('SELECT TOP 2 regoin, year(2024) FROM customers');
  expect(result).toMatchObject({ kind: 'ran', execution: { rows: expect.any(Array) } });
  expect(attempts.length).toBeGreaterThanOrEqual(2);
  expect(attempts[0]).toMatchObject({ sql: 'SELECT TOP 2 regoin, year(2024) FROM customers', problem: expect.stringMatching(/^The|^A /) });
  expect(facts.attempts).toEqual(attempts);
  expect(steps.filter((step) => step.startsWith('repair'))).toHaveLength(attempts.length);
  expect(new Set(attempts.map(({ sql }) => sql)).size).toBe(attempts.length);
});

test('a name that the policy hides is never put into a rewrite', async () => {
  const restrict = (policy: DataPolicy): DataPolicy => {
    const customers = policy.tables['main.customers'];
    if (!customers) throw new Error('the shop has no customers');
    return {
      ...policy,
      tables: { ...policy.tables, 'main.customers': { ...customers, columns: ['customer_id', 'name'], hidden: ['region'] } },
    };
  };
  const { result, attempts } = await runStatement('SELECT regoin FROM customers', { restrict });
  expect(result).toMatchObject({ kind: 'denied', refusal: { code: 'unknown_column' } });
  expect(attempts).toEqual([]);
});

test('no statement runs twice; when mending does not help, the first failure is told', async () => {
  const ran: string[] = [];
  const around = (warehouse: Warehouse): Warehouse => ({
    ...warehouse,
    // biome-ignore lint/correctness/useYield: the port's shape
    async *query({ sql }) {
      ran.push(sql);
      throw new WarehouseError('unknown_object', 'no such function: year');
    },
  });
  const { result, attempts } = await runStatement('SELECT year(order_date) FROM orders', { around });
  expect(result).toMatchObject({ kind: 'denied', refusal: { code: 'unknown_function' } });
  expect(ran).toEqual([expect.stringContaining('strftime')]);
  expect(attempts).toHaveLength(1);
});

test('a database that does not answer is not tried again', async () => {
  let calls = 0;
  const around = (warehouse: Warehouse): Warehouse => ({
    ...warehouse,
    // biome-ignore lint/correctness/useYield: the port's shape
    async *query() {
      calls++;
      throw new WarehouseError('connection', 'the line is dead');
    },
  });
  const { error } = await runStatement('SELECT name FROM customers', { around });
  expect(error).toMatchObject({ kind: 'connection' });
  expect(calls).toBe(1);
});

test('a refusal for what a statement may do stands', async () => {
  const { result, attempts } = await runStatement('DELETE FROM customers');
  expect(result).toMatchObject({ kind: 'denied', refusal: { code: 'not_a_query' } });
  expect(attempts).toEqual([]);
});
