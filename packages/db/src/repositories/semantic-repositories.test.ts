import { newId } from '@majed-vanna/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabases } from '../testing/index.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

describe.each(await testDatabases())('repositories of the semantic layer on $provider', ({ create }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function aSource(name = 'Sales') {
    const source = { id: newId('src'), name, kind: 'files', dialect: 'duckdb', location: `sources/${name}`, isDefault: false } as const;
    return database.repositories.dataSources.create({ ...source, createdAt: at(0) });
  }

  test('a semantic entry keeps its id and counts its versions', async () => {
    const { semanticEntries } = database.repositories;
    const { id: dataSourceId } = await aSource();
    const entry = { id: newId('sem'), dataSourceId, kind: 'glossary', key: 'turnover', body: 1, status: 'draft' } as const;
    await semanticEntries.upsertMany([entry]);
    await semanticEntries.upsertMany([{ ...entry, id: newId('sem'), body: { of: 'revenue' }, status: 'confirmed' }]);
    expect(await semanticEntries.list(dataSourceId)).toEqual([
      { ...entry, updatedAt: expect.any(Date), body: { of: 'revenue' }, status: 'confirmed', version: 2 },
    ]);
    await semanticEntries.remove(entry.id);
    expect(await semanticEntries.list(dataSourceId)).toEqual([]);
  });

  test('vectors come back as they were stored, per encoder; they are replaced, removed, and go with their source', async () => {
    const { semanticVectors, dataSources } = database.repositories;
    const { id } = await aSource();
    const row = { item: 'table:main.orders', contentHash: 'a', vector: Float32Array.from([0.1, -1e-30, 3]) };
    const other = { item: 'glossary:turnover', contentHash: 'b', vector: Float32Array.from([1]) };
    await semanticVectors.upsertMany(id, 'first', [row, other]);
    await semanticVectors.upsertMany(id, 'second', [row]);
    const changed = { ...row, contentHash: 'c', vector: Float32Array.from([7, 8]) };
    await semanticVectors.upsertMany(id, 'first', [changed]);
    expect(await semanticVectors.list(id, 'first')).toEqual([other, changed]);
    await semanticVectors.removeMany(id, 'first', [other.item, 'table:of nobody']);
    expect(await semanticVectors.list(id, 'first')).toEqual([changed]);
    await semanticVectors.removeAll(id, 'first');
    expect(await semanticVectors.list(id, 'first')).toEqual([]);
    expect(await semanticVectors.list(id, 'second')).toEqual([row]);
    await dataSources.remove(id);
    expect(await semanticVectors.list(id, 'second')).toEqual([]);
  });

  test('many semantic entries are replaced at once: new ones come, others keep their id, those without a body go', async () => {
    const { semanticEntries } = database.repositories;
    const { id: source } = await aSource();
    const draft = (key: string, body: unknown) =>
      ({ id: newId('sem'), dataSourceId: source, kind: 'metric', key, body, status: 'imported' }) as const;
    await semanticEntries.replaceMany(source, [draft('a', { n: 1 }), draft('b', { n: 1 })], at(1));
    const [before] = await semanticEntries.list(source);
    const stamp = await semanticEntries.stamp(source);
    await semanticEntries.replaceMany(source, [draft('a', { n: 2 }), draft('b', null), draft('c', { n: 3 })], at(2));
    expect(
      (await semanticEntries.list(source)).map(({ id, key, body, version, status }) => [id === before?.id, key, body, version, status]),
    ).toEqual([
      [true, 'a', { n: 2 }, 2, 'imported'],
      [false, 'c', { n: 3 }, 1, 'imported'],
    ]);
    expect(await semanticEntries.stamp(source)).not.toBe(stamp);
  });

  test('a change that waits is one per thing and keeps its id; null is a removal, and another source has its own', async () => {
    const { semanticChanges } = database.repositories;
    const [{ id: source }, { id: other }] = [await aSource(), await aSource()];
    const draft = (of: typeof source, body: unknown) =>
      ({ id: newId('chg'), dataSourceId: of, kind: 'table', key: 'main.t', body, origin: 'edited', author: 'usr' }) as const;
    const [id] = await semanticChanges.putMany(source, [draft(source, { words: { en: ['a'] } })], at(1));
    await semanticChanges.putMany(other, [draft(other, { words: {} })], at(1));
    const stamp = await semanticChanges.stamp(source);
    expect(await semanticChanges.putMany(source, [draft(source, null)], at(2))).toEqual([id]);
    expect(await semanticChanges.list(source)).toEqual([expect.objectContaining({ id, body: null, createdAt: at(1), updatedAt: at(2) })]);
    expect(await semanticChanges.stamp(source)).not.toBe(stamp);
    expect(await semanticChanges.remove(other, id ? [id] : [])).toBe(0);
    expect(await semanticChanges.remove(source, id ? [id] : [])).toBe(1);
  });

  test('versions are read by number and newest first, and no number is taken twice', async () => {
    const { semanticVersions } = database.repositories;
    const { id: source } = await aSource();
    const version = (number: number) => ({
      id: newId('ver'),
      dataSourceId: source,
      number,
      note: `no. ${number}`,
      changes: [{ kind: 'table', key: 'main.t', before: null, after: { words: {} } }] as const,
      publishedBy: 'usr',
      publishedAt: at(number),
    });
    const first = version(1);
    for (const one of [first, version(2), version(3)]) await semanticVersions.append(one);
    expect(await semanticVersions.getByNumber(source, 1)).toEqual(first);
    expect((await semanticVersions.list(source, { skip: 1, take: 5 })).map(({ number }) => number)).toEqual([2, 1]);
    expect((await semanticVersions.listFrom(source, 2)).map(({ number }) => number)).toEqual([2, 3]);
    expect(await semanticVersions.count(source)).toBe(3);
    await expect(semanticVersions.append(version(2))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a document comes back as it was, without what PostgreSQL cannot hold', async () => {
    const { semanticDocuments } = database.repositories;
    const { id: source } = await aSource();
    const document = {
      dataSourceId: source,
      title: 'Rules',
      fileName: 'rules.md',
      mediaType: 'text/markdown',
      addedBy: 'usr',
      createdAt: at(1),
    };
    const [first, second] = [newId('doc'), newId('doc')];
    await semanticDocuments.create({ ...document, id: first, text: 'قواعد' });
    await semanticDocuments.create({ ...document, id: second, text: 'a\0b', createdAt: at(2) });
    expect(await semanticDocuments.getById(first)).toEqual({ ...document, id: first, text: 'قواعد' });
    expect((await semanticDocuments.list(source)).map(({ text }) => text)).toEqual(['قواعد', 'a\uFFFDb']);
    await semanticDocuments.remove(first);
    expect(await semanticDocuments.listIds(source)).toEqual([second]);
    await expect(semanticDocuments.remove(first)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('whoever locks a source waits for the one before', async () => {
    const { id: source } = await aSource();
    const order: string[] = [];
    const locked = Promise.withResolvers<void>();
    const first = database.transaction(async ({ dataSources }) => {
      await dataSources.lock(source);
      locked.resolve();
      await dataSources.getById(source);
      order.push('first');
    });
    await locked.promise;
    const second = database.transaction(async ({ dataSources }) => {
      await dataSources.lock(source);
      order.push('second');
    });
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
    await expect(database.transaction(({ dataSources }) => dataSources.lock(newId('src')))).rejects.toMatchObject({ code: 'not_found' });
  });
});
