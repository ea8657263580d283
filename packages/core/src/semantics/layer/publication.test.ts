import { type Actor, newId } from '@majed-vanna/contract';
import { type TestDatabase, testDatabases } from '@majed-vanna/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPublication } from './publication.ts';

const actor: Actor = { userId: newId('usr'), username: 'salma', role: 'admin', attributes: {} };
const table = (name: string, en: string) => ({ kind: 'table' as const, key: `main.${name}`, body: { words: { en: [en] } } });

describe.each(await testDatabases())('publication on $provider', ({ create }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function world() {
    const { id } = await database.repositories.dataSources.create({
      id: newId('src'),
      name: 'Shop',
      kind: 'files',
      dialect: 'duckdb',
      location: 'x',
      isDefault: false,
      createdAt: new Date(),
    });
    const publication = createPublication({ database, clock: { now: () => new Date() } });
    const publish = (expectedVersion: number) => publication.publish(actor, { dataSourceId: id, note: '', expectedVersion });
    return { id, publication, publish };
  }

  test('of many publishers at the same time one wins; nothing is lost and nothing is there twice', async () => {
    const { id, publication, publish } = await world();
    await publication.propose(actor, id, [table('a', 'A'), table('b', 'B')], 'edited');
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => publish(0)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
    expect((await database.repositories.semanticEntries.list(id)).map(({ key, version }) => [key, version])).toEqual([
      ['main.a', 1],
      ['main.b', 1],
    ]);
    expect(await database.repositories.semanticVersions.count(id)).toBe(1);
    expect(await database.repositories.dataSources.getById(id)).toMatchObject({ semanticVersion: 1 });
  });

  test('an edit beside a publication is published with it or waits for the next one', async () => {
    const { id, publication, publish } = await world();
    const { semanticEntries, semanticChanges, semanticVersions } = database.repositories;
    for (let round = 0; round < 10; round++) {
      await publication.propose(actor, id, [table('a', `old ${round}`), table('b', `b ${round}`)], 'edited');
      await Promise.all([publish(round), publication.propose(actor, id, [table('a', `new ${round}`)], 'edited')]);
      const published = (await semanticEntries.list(id)).find(({ key }) => key === 'main.a')?.body;
      const waiting = (await semanticChanges.list(id)).map(({ body }) => body);
      expect([published, ...waiting]).toContainEqual({ words: { en: [`new ${round}`] } });
      expect(waiting.length).toBeLessThanOrEqual(1);
    }
    expect(await semanticVersions.count(id)).toBe(10);
  });

  test('a publication that fails changes nothing', async () => {
    const { id, publication, publish } = await world();
    await publication.propose(actor, id, [table('a', 'A')], 'edited');
    await expect(publish(7)).rejects.toMatchObject({ code: 'conflict' });
    expect(await database.repositories.semanticChanges.list(id)).toHaveLength(1);
    expect(await database.repositories.semanticEntries.list(id)).toEqual([]);
    expect(await publish(0)).toMatchObject({ number: 1, changes: [{ key: 'main.a', before: null }] });
  });

  test('many edits at the same time leave one change per thing', async () => {
    const { id, publication } = await world();
    await Promise.all(Array.from({ length: 12 }, (_, n) => publication.propose(actor, id, [table(`t${n % 3}`, `word ${n}`)], 'edited')));
    expect((await database.repositories.semanticChanges.list(id)).map(({ key }) => key)).toEqual(['main.t0', 'main.t1', 'main.t2']);
  });
});
