import { newId } from '@majed-vanna/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabases } from '../testing/index.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

describe.each(await testDatabases())('golden sets and evaluations on $provider', ({ create }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function aSource() {
    const source = { id: newId('src'), name: 'Sales', kind: 'files', dialect: 'duckdb', location: 'sources/x', isDefault: false } as const;
    return database.repositories.dataSources.create({ ...source, createdAt: at(0) });
  }

  async function aSet(dataSourceId: Awaited<ReturnType<typeof aSource>>['id'], name = 'First') {
    return database.repositories.goldenSets.create({ id: newId('gst'), dataSourceId, name, createdAt: at(1) });
  }

  async function aRun(dataSourceId: Awaited<ReturnType<typeof aSource>>['id'], minute = 1) {
    return database.repositories.evaluationRuns.create({
      ...{ id: newId('evl'), dataSourceId, setId: null, setName: 'verified', engine: 'embedded', model: null, semanticVersion: 0 },
      ...{ withChanges: false, state: 'waiting', total: 2, startedBy: 'layla', startedAt: at(minute) },
    });
  }

  test('the name of a set is free only once per source', async () => {
    const { goldenSets } = database.repositories;
    const [one, other] = [await aSource(), await aSource()];
    await aSet(one.id);
    await aSet(other.id);
    await expect(aSet(one.id)).rejects.toMatchObject({ code: 'conflict' });
    const second = await aSet(one.id, 'Second');
    await expect(goldenSets.rename(second.id, 'First', at(2))).rejects.toMatchObject({ code: 'conflict' });
    await goldenSets.rename(second.id, 'ثانية', at(2));
    expect(await goldenSets.list(one.id)).toMatchObject([
      { name: 'First', cases: 0 },
      { name: 'ثانية', cases: 0 },
    ]);
  });

  test('cases keep their order and go with their set; those of another set are not touched', async () => {
    const { goldenSets } = database.repositories;
    const source = await aSource();
    const [set, other] = [await aSet(source.id), await aSet(source.id, 'Other')];
    const row = (question: string, index: number) => ({
      ...{ id: newId('gcs', at(1).getTime() + index), setId: set.id, question, expected: 'answer' as const, sql: 'SELECT 1' },
      ...{ originRunId: null, createdAt: at(1) },
    });
    await goldenSets.addCases(['c', 'a\u0000', 'b'].map(row));
    const cases = await goldenSets.listCases(set.id);
    expect(cases.map(({ question }) => question)).toEqual(['c', 'a\uFFFD', 'b']);
    const [first] = cases;
    if (!first) throw new Error('no case');
    const changes = { question: 'c?', expected: 'refusal', sql: null } as const;
    await expect(goldenSets.updateCase({ setId: other.id, id: first.id }, changes, at(2))).rejects.toMatchObject({ code: 'not_found' });
    await goldenSets.updateCase({ setId: set.id, id: first.id }, changes, at(2));
    expect((await goldenSets.listCases(set.id))[0]).toMatchObject({ ...changes, updatedAt: at(2) });
    await expect(goldenSets.removeCase({ setId: other.id, id: first.id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await goldenSets.countCases(set.id)).toBe(3);
    await goldenSets.remove(set.id);
    expect(await goldenSets.countCases(set.id)).toBe(0);
  });

  test('a run is listed newest first, with what was worked off, until it is removed', async () => {
    const { evaluationRuns } = database.repositories;
    const source = await aSource();
    const [first, second] = [await aRun(source.id, 1), await aRun(source.id, 2)];
    await evaluationRuns.addResult({
      ...{ runId: first.id, position: 0, question: 'How many?', expected: 'answer', outcome: 'answered', verdict: 'right' },
      ...{
        sql: 'SELECT 1',
        expectedSql: 'SELECT 1',
        engine: 'embedded',
        note: null,
        ms: 12.5,
        inputTokens: 3,
        outputTokens: 4,
        cost: 0.25,
      },
    });
    expect((await evaluationRuns.list(source.id, 10)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await evaluationRuns.listOpen()).filter(({ dataSourceId }) => dataSourceId === source.id)).toHaveLength(2);
    await evaluationRuns.update(first.id, { state: 'cancelled', finishedAt: at(3) });
    expect((await evaluationRuns.listOpen()).filter(({ dataSourceId }) => dataSourceId === source.id)).toMatchObject([{ id: second.id }]);
    expect(await evaluationRuns.countResults([first.id, second.id])).toEqual(new Map([[first.id, 1]]));
    expect(await evaluationRuns.listResults(first.id)).toMatchObject([{ ms: 12.5, cost: 0.25, verdict: 'right', inputTokens: 3 }]);
    await evaluationRuns.remove(first.id);
    expect(await evaluationRuns.getById(first.id)).toBeNull();
    expect(await evaluationRuns.listResults(first.id)).toEqual([]);
    await expect(evaluationRuns.update(first.id, { state: 'failed' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
