import { newId } from '@majed-vanna/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabases } from '../testing/index.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));

describe.each(await testDatabases())('counts of use on $provider', ({ create }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  test('calls of a tool add up, also when many are written at the same time', async () => {
    const { toolUses } = database.repositories;
    const use = { tool: 'run_sql', day: '2026-01-01', calls: 1, failures: 0 } as const;
    await Promise.all(Array.from({ length: 10 }, (_, hour) => toolUses.add({ ...use, failures: hour % 2, lastUsedAt: at(hour) })));
    await toolUses.add({ ...use, day: '2026-01-02', calls: 4, lastUsedAt: at(30) });
    expect(await toolUses.since('2026-01-01')).toEqual([{ tool: 'run_sql', calls: 14, failures: 5, lastUsedAt: at(30) }]);
    expect(await toolUses.since('2026-01-02')).toMatchObject([{ calls: 4, failures: 0 }]);
    expect(await toolUses.since('2026-01-03')).toEqual([{ tool: 'run_sql', calls: 0, failures: 0, lastUsedAt: at(30) }]);
  });

  test('tokens add up per person, day and model, and are summed by each', async () => {
    const { modelUses } = database.repositories;
    const [layla, omar] = [newId('usr'), newId('usr')];
    const use = {
      userId: layla,
      day: '2026-01-01',
      model: 'large',
      role: 'normal',
      requests: 1,
      inputTokens: 10,
      outputTokens: 5,
      cost: 0.25,
    } as const;
    await Promise.all(Array.from({ length: 4 }, () => modelUses.add(use)));
    await modelUses.add({ ...use, model: 'small', cost: 0 });
    await modelUses.add({ ...use, userId: omar, day: '2026-01-02', role: 'analyst' });
    expect(await modelUses.tokensOf(layla, '2026-01-01')).toBe(75);
    expect(await modelUses.tokensOf(layla, '2026-01-02')).toBe(0);
    const all = { from: '2026-01-01', to: '2026-01-31' };
    expect(await modelUses.sums({ ...all, by: 'userId' })).toEqual([
      { key: layla, requests: 5, inputTokens: 50, outputTokens: 25, cost: 1 },
      { key: omar, requests: 1, inputTokens: 10, outputTokens: 5, cost: 0.25 },
    ]);
    expect((await modelUses.sums({ ...all, by: 'day' })).map(({ key, requests }) => [key, requests])).toEqual([
      ['2026-01-01', 5],
      ['2026-01-02', 1],
    ]);
    expect((await modelUses.sums({ ...all, by: 'model' })).map(({ key }) => key)).toEqual(['large', 'small']);
    expect(await modelUses.sums({ from: '2026-01-02', to: '2026-01-02', by: 'role' })).toMatchObject([{ key: 'analyst', requests: 1 }]);
  });

  test('of two models that are made active at the same time one is', async () => {
    const profile = { provider: 'compatible', baseUrl: 'http://localhost:1/v1', model: 'm', sealedKey: null, createdAt: at(0) } as const;
    const ids = await Promise.all(
      ['One', 'Two'].map(async (name) => (await database.repositories.modelProfiles.create({ ...profile, id: newId('mdl'), name })).id),
    );
    await Promise.all(ids.map((id) => database.transaction(({ modelProfiles }) => modelProfiles.activate(id, at(1)))));
    expect((await database.repositories.modelProfiles.list()).filter(({ active }) => active)).toHaveLength(1);
  });
});
