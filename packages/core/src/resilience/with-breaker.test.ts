import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import type { Warehouse } from '@majed-vanna/warehouse';
import { expect, onTestFinished, test } from 'vitest';
import { createDataSourceService } from '../data-sources/data-source-service.ts';
import { createUploadStore } from '../data-sources/upload-store.ts';
import { createHealthService } from '../health/health-service.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import { writeShop } from '../testing/shop-source.ts';
import { createTestBreakers } from '../testing/test-breakers.ts';

async function shop() {
  const dataDir = await mkdtemp(join(tmpdir(), 'breaker-'));
  const database = await createTestDatabase();
  const [clock, log] = [createFakeClock(), createRecordingLogger()];
  const breakers = createTestBreakers({ database, clock, log });
  const dataSources = createDataSourceService({ database, dataDir, uploads: createUploadStore({ dataDir }), breakers, clock, log });
  onTestFinished(async () => {
    await dataSources.close();
    await breakers.close();
    await database[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  });
  const path = writeShop(dataDir, { readings: 20_000 });
  const { id } = await database.repositories.dataSources.create({
    id: newId('src'),
    name: 'Shop',
    kind: 'files',
    dialect: 'sqlite',
    location: 'shop.sqlite',
    isDefault: true,
    createdAt: clock.now(),
  });
  const { warehouse } = await dataSources.connect(id);
  const status = () => breakers.statuses()[0];
  return { path, dataDir, database, clock, breakers, dataSources, warehouse, id, status };
}

async function read(warehouse: Warehouse, sql = 'SELECT count(*) FROM orders', more: { signal?: AbortSignal; deadlineMs?: number } = {}) {
  const rows: unknown[] = [];
  for await (const event of warehouse.query({ sql, maxRows: 100_000, ...more })) if (event.type === 'batch') rows.push(...event.rows);
  return rows;
}

test('a file that is gone trips the breaker; then every call fails at once, and works again when the file is back', async () => {
  const { path, clock, warehouse, status } = await shop();
  await rename(path, `${path}.away`);
  for (let i = 0; i < 3; i++) await expect(read(warehouse)).rejects.toMatchObject({ kind: 'connection' });
  expect(status()).toMatchObject({ state: 'open', name: 'Shop', failures: 3 });
  await rename(`${path}.away`, path);
  const calls = [
    () => read(warehouse),
    () => warehouse.ping(),
    () => warehouse.introspect(),
    () => warehouse.readStatement('SELECT 1'),
    () => warehouse.profileColumns({ columns: [], maxDistinct: 1 }),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'unavailable', details: { retryAfterSeconds: 30 } });
  clock.advance({ seconds: 30 });
  expect(await read(warehouse)).toEqual([[1200]]);
  expect(status()?.state).toBe('half_open');
  await warehouse.ping();
  expect(status()).toMatchObject({ state: 'closed', failures: 0 });
});

test('a file that is no database trips it as well, and a reset lets callers try at once', async () => {
  const { path, warehouse, breakers, id, status } = await shop();
  await rename(path, `${path}.away`);
  await writeFile(path, 'x'.repeat(5_000));
  for (let i = 0; i < 3; i++) await expect(warehouse.ping()).rejects.toMatchObject({ kind: 'unreadable_file' });
  await expect(warehouse.ping()).rejects.toMatchObject({ code: 'unavailable' });
  await rename(`${path}.away`, path);
  await breakers.reset({ userId: newId('usr'), username: 'layla', role: 'admin', attributes: {} }, `database:${id}`);
  expect(await read(warehouse)).toEqual([[1200]]);
  expect(status()?.state).toBe('closed');
});

test.each([
  ['syntax', 'SELEC 1'],
  ['unknown_object', 'SELECT a FROM missing_table'],
  ['arithmetic', 'SELECT abs(-9223372036854775808)'],
])('statements with a mistake (%s) never count', async (kind, sql) => {
  const { warehouse, status } = await shop();
  for (let i = 0; i < 4; i++) await expect(read(warehouse, sql)).rejects.toMatchObject({ kind });
  expect(status()).toMatchObject({ state: 'closed', failures: 0, lastFailureAt: null });
});

const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';

test('a statement that is stopped, or longer than its deadline, never counts', async () => {
  const { warehouse, status } = await shop();
  for (let i = 0; i < 3; i++) {
    await expect(read(warehouse, ENDLESS, { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'cancelled' });
    await expect(read(warehouse, ENDLESS, { deadlineMs: 1 })).rejects.toMatchObject({ kind: 'deadline' });
  }
  expect(status()).toMatchObject({ state: 'closed', failures: 0 });
});

test('rows stream through it as the reader takes them, and a reader who leaves is no failure', async () => {
  const { warehouse, status } = await shop();
  expect(await read(warehouse, 'SELECT reading_id FROM readings')).toHaveLength(20_000);
  let batches = 0;
  for await (const event of warehouse.query({ sql: 'SELECT reading_id FROM readings', maxRows: 20_000, batchRows: 10 })) {
    if (event.type === 'batch' && ++batches === 3) break;
  }
  expect(await read(warehouse)).toEqual([[1200]]);
  expect(status()).toMatchObject({ state: 'closed', failures: 0, successes: 2 });
});

/** A reader who has seen the first event and takes no more for now. */
async function slowReader(warehouse: Warehouse) {
  const events = warehouse.query({ sql: 'SELECT reading_id FROM readings', maxRows: 20_000, batchRows: 10 })[Symbol.asyncIterator]();
  await events.next();
  return () => events.return?.();
}

test('a slow reader whose statement is the probe keeps nobody waiting', async () => {
  const { path, clock, warehouse, status } = await shop();
  await rename(path, `${path}.away`);
  for (let i = 0; i < 3; i++) await expect(warehouse.ping()).rejects.toMatchObject({ kind: 'connection' });
  await rename(`${path}.away`, path);
  clock.advance({ seconds: 30 });
  const leave = await slowReader(warehouse);
  await warehouse.ping();
  expect(status()?.state).toBe('closed');
  await leave();
});

test('a source that is only busy is not broken; one that does not answer a trivial call is', async () => {
  const { warehouse, status } = await shop();
  await expect(warehouse.ping({ deadlineMs: 1 })).rejects.toMatchObject({ kind: 'connection' });
  expect(status()).toMatchObject({ failures: 1 });
  const readers = await Promise.all([1, 2, 3, 4].map(() => slowReader(warehouse)));
  await expect(warehouse.ping({ deadlineMs: 50 })).rejects.toMatchObject({ name: 'SourceBusyError' });
  expect(status()).toMatchObject({ failures: 1 });
  for (const leave of readers) await leave();
});

test('the health report shows breakers, warns while one is open, and its own look at the source is the probe', async () => {
  const { path, dataDir, database, clock, warehouse, breakers, dataSources } = await shop();
  const folder = join(dataDir, 'other');
  await mkdir(folder);
  const health = createHealthService({ database, dataDir: folder, clock, dataSources, breakers, version: '1.2.3' });
  await rename(path, `${path}.away`);
  for (let i = 0; i < 3; i++) await expect(warehouse.ping()).rejects.toMatchObject({ kind: 'connection' });
  expect(await health.check()).toMatchObject({
    status: 'warn',
    breakers: [{ state: 'open', name: 'Shop' }],
    resources: { memoryUsed: expect.any(Number), diskFree: expect.any(Number) },
  });
  expect(await health.ready()).toBe(true);
  await rename(`${path}.away`, path);
  clock.advance({ seconds: 30 });
  expect(await health.check()).toMatchObject({ breakers: [{ state: 'half_open' }] });
  clock.advance({ seconds: 2 });
  expect(await health.check()).toMatchObject({ status: 'pass', breakers: [{ state: 'closed' }] });
});
