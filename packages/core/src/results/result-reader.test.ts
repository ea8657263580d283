import { type Cell, KEPT_ROWS } from '@majed-vanna/contract';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { describe, expect, it } from 'vitest';
import { analyst, createAnswering } from '../testing/answering.ts';
import type { PolicyFor } from './result-reader.ts';

const ROWS = 2_600;
const QUESTION = 'show the sensor and temperature of all readings';

async function text(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** A policy that can be changed while answers are there. */
function changeablePolicy() {
  const state: { rowFilter: string | null; readings: boolean } = { rowFilter: null, readings: true };
  const policyFor: PolicyFor = async (_actor, _source, { snapshot }) => {
    const { tables, ...rest } = policyFromSnapshot(snapshot);
    const allowed = Object.entries(tables).filter(([name]) => state.readings || !name.endsWith('.readings'));
    return {
      ...rest,
      tables: Object.fromEntries(
        allowed.map(([name, table]) => [name, { ...table, rowFilter: name.endsWith('.readings') ? state.rowFilter : null }]),
      ),
    };
  };
  return { state, policyFor };
}

describe('pages of a result', () => {
  it('lead through every row once, in one order, whatever the size of the pages', async () => {
    await using house = await createAnswering({ readings: ROWS });
    const { runId, of } = await house.ask(QUESTION);
    expect(of('rows').flatMap(({ rows }) => rows)).toHaveLength(KEPT_ROWS);
    expect(of('receipt')[0]?.receipt.rows).toEqual({ returned: ROWS, truncated: false });
    for (const limit of [1_000, 333]) {
      const seen: Cell[][] = [];
      for (let complete = false; !complete; ) {
        const page = await house.answers.page(analyst, { runId, offset: seen.length, limit });
        expect(page.offset).toBe(seen.length);
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        seen.push(...page.rows);
        complete = page.complete;
      }
      expect(seen).toHaveLength(ROWS);
      expect(seen.slice(0, KEPT_ROWS)).toEqual(of('rows').flatMap(({ rows }) => rows));
    }
    const last = await house.answers.page(analyst, { runId, offset: ROWS - 5, limit: 100 });
    expect([last.rows.length, last.complete]).toEqual([5, true]);
    expect(await house.answers.page(analyst, { runId, offset: ROWS + 10, limit: 100 })).toMatchObject({ rows: [], complete: true });
  });

  it('of a small result come from what was kept', async () => {
    await using house = await createAnswering();
    const { runId } = await house.ask('number of orders by region');
    expect(await house.answers.page(analyst, { runId, offset: 0, limit: 3 })).toMatchObject({ complete: false, rows: { length: 3 } });
    expect(await house.answers.page(analyst, { runId, offset: 3, limit: 3 })).toMatchObject({ complete: true, rows: { length: 1 } });
  });

  it('end at the cap, and the answer says so', async () => {
    await using house = await createAnswering({ readings: ROWS, limits: { maxRows: 1_200 } });
    const { runId, of } = await house.ask(QUESTION);
    expect(of('receipt')[0]?.receipt.rows).toEqual({ returned: 1_200, truncated: true });
    expect(of('text')[0]?.markdown).toContain('1,200');
    expect(await house.answers.page(analyst, { runId, offset: 1_000, limit: 1_000 })).toMatchObject({
      complete: true,
      rows: { length: 200 },
    });
  });

  it('hold what the viewer may read now, not what could be read when it was asked', async () => {
    const { state, policyFor } = changeablePolicy();
    await using house = await createAnswering({ readings: ROWS, policyFor });
    const { runId } = await house.ask(QUESTION);
    state.rowFilter = "sensor = 'sensor 1'";
    const page = await house.answers.page(analyst, { runId, offset: 0, limit: 1_000 });
    expect([page.rows.length, page.complete]).toEqual([ROWS / 5, true]);
    expect(new Set(page.rows.map((row) => row.find((cell) => String(cell).startsWith('sensor'))))).toEqual(new Set(['sensor 1']));
    const exported = await house.answers.exportResult(analyst, { runId, format: 'csv' });
    expect((await text(exported.body)).trim().split('\r\n')).toHaveLength(ROWS / 5 + 1);
    state.readings = false;
    await expect(house.answers.page(analyst, { runId, offset: 0, limit: 10 })).rejects.toMatchObject({ code: 'statement_refused' });
    await expect(house.answers.exportResult(analyst, { runId, format: 'csv' })).rejects.toMatchObject({ code: 'statement_refused' });
  });

  it('are not there for a question that was not answered', async () => {
    await using house = await createAnswering();
    const { runId } = await house.ask('blorp zang quux');
    await expect(house.answers.page(analyst, { runId, offset: 0, limit: 10 })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('export of a result', () => {
  it('holds all rows, under a name made of the answer', async () => {
    await using house = await createAnswering({ readings: ROWS });
    const { runId } = await house.ask(QUESTION);
    const exported = await house.answers.exportResult(analyst, { runId, format: 'csv' });
    expect(exported).toMatchObject({ contentType: 'text/csv; charset=utf-8', fileName: expect.stringMatching(/^.+\.csv$/) });
    expect((await text(exported.body)).trim().split('\r\n')).toHaveLength(ROWS + 1);
    const [audit] = await house.database.repositories.auditLog.list({ action: 'answer.exported', limit: 1 });
    expect(audit).toMatchObject({ action: 'answer.exported', target: runId, details: { format: 'csv' } });
  });

  it('gives its place back when the reader leaves half way', async () => {
    await using house = await createAnswering({ readings: ROWS, limits: { exportsPerUser: 1 } });
    const { runId } = await house.ask(QUESTION);
    for (let attempt = 0; attempt < 3; attempt++) {
      const { body } = await house.answers.exportResult(analyst, { runId, format: 'xlsx' });
      for await (const chunk of body) if (chunk.length > 0) break;
    }
    const open = await house.answers.exportResult(analyst, { runId, format: 'csv' });
    await expect(house.answers.exportResult(analyst, { runId, format: 'csv' })).rejects.toMatchObject({ code: 'rate_limited' });
    await text(open.body);
  });
});
