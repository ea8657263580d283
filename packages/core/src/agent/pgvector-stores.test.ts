import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { newId } from '@majed-vanna/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import { createPgVectorStores } from './pgvector-stores.ts';

/** A PostgreSQL of this process, with or without pgvector, behind its wire protocol. */
async function createPostgres({ pgvector }: { pgvector: boolean }) {
  const db = await PGlite.create(pgvector ? { extensions: { vector } } : {});
  const server = new PGLiteSocketServer({ db, port: 0, maxConnections: 4 });
  await server.start();
  const log = createRecordingLogger();
  const connectionString = `postgresql://postgres@${server.getServerConn()}/postgres`;
  const stores = createPgVectorStores({ connectionString, log });
  return {
    stores,
    log,
    reopened: () => createPgVectorStores({ connectionString, log }),
    async [Symbol.asyncDispose]() {
      await stores.close();
      await server.stop();
      await db.close();
    },
  };
}

// Starting a PostgreSQL and loading Mastra take their time on a busy machine.
const LONG_MS = 120_000;
let postgres: Awaited<ReturnType<typeof createPostgres>>;
beforeAll(async () => {
  [postgres] = await Promise.all([createPostgres({ pgvector: true }), import('@mastra/pg')]);
}, LONG_MS);
afterAll(() => postgres[Symbol.asyncDispose](), LONG_MS);

const row = (item: string, ...vector: number[]) => ({ item, contentHash: item, vector: Float32Array.from(vector) });

test('vectors are kept in pgvector, found by their angle, replaced and removed', async () => {
  const store = await postgres.stores.open(newId('src'), 'encoder');
  expect(await store.nearest(Float32Array.from([1, 0]), 5)).toEqual(new Map());
  await store.fill([row('table:main.orders', 1, 0), row("glossary:it's", 0, 1)]);
  await store.put([row('table:main.orders', 0.6, 0.8), row('metric:revenue', 1, 0)]);
  const near = [...(await store.nearest(Float32Array.from([1, 0]), 5))].map(([item, score]) => [item, Math.round(score * 100) / 100]);
  expect(near).toEqual([
    ['metric:revenue', 1],
    ['table:main.orders', 0.6],
    ["glossary:it's", 0],
  ]);
  await store.remove(['metric:revenue', "glossary:it's"]);
  expect([...(await store.nearest(Float32Array.from([1, 0]), 5)).keys()]).toEqual(['table:main.orders']);
});

test('sources and encoders do not see each other, and filling anew forgets what was there, also with another length', async () => {
  const [one, other] = [newId('src'), newId('src')];
  await (await postgres.stores.open(one, 'encoder')).fill([row('a', 1, 0)]);
  await (await postgres.stores.open(one, 'other encoder')).fill([row('b', 1, 0, 0)]);
  await (await postgres.stores.open(other, 'encoder')).fill([row('c', 1, 0)]);
  const again = postgres.reopened();
  const store = await again.open(one, 'encoder');
  expect([...(await store.nearest(Float32Array.from([1, 0]), 5)).keys()]).toEqual(['a']);
  await store.fill([row('d', 0, 0, 1)]);
  expect([...(await store.nearest(Float32Array.from([0, 0, 1]), 5)).keys()]).toEqual(['d']);
  await again.close();
});

test(
  'without pgvector the vectors are searched in memory, and that is said once',
  async () => {
    await using bare = await createPostgres({ pgvector: false });
    for (const encoder of ['one', 'two']) {
      const store = await bare.stores.open(newId('src'), encoder);
      await store.fill([row('a', 1, 0)]);
      expect([...(await store.nearest(Float32Array.from([1, 0]), 5)).keys()]).toEqual(['a']);
    }
    expect(bare.log.lines.filter(({ message }) => message.includes('pgvector'))).toHaveLength(1);
  },
  LONG_MS,
);
