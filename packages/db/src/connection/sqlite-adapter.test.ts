import { expect, test } from 'vitest';
import { createTestDatabase } from '../testing/index.ts';
import { parseDatabaseUrl } from './database-location.ts';
import { createSqliteAdapter } from './sqlite-adapter.ts';

async function openAdapter(url: string) {
  const location = parseDatabaseUrl(url);
  if (location.provider !== 'sqlite') throw new Error('a SQLite URL is needed');
  return createSqliteAdapter(location.file).connect();
}

const plain = (sql: string) => ({ sql, args: [], argTypes: [] });

test('the connection that writes has WAL, full synchronisation, a busy time-out and foreign keys', async () => {
  await using database = await createTestDatabase();
  const adapter = await openAdapter(database.url);
  const pragma = async (name: string) => (await adapter.queryRaw(plain(`PRAGMA ${name}`))).rows[0]?.[0];
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('busy_timeout')).toBe(5000);
  expect(await pragma('foreign_keys')).toBe(1);
  await adapter.dispose();
});

test('what is written beside an open transaction is not rolled back with it', async () => {
  await using database = await createTestDatabase();
  const { repositories } = database;
  let beside: Promise<void> | undefined;
  const failed = database.transaction(async (inside) => {
    await inside.settings.set('inside', 1);
    beside = repositories.settings.set('beside', 2);
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  await beside;
  expect(await repositories.settings.all()).toEqual({ beside: 2 });
});

test('what a transaction has written is seen by others only after it has ended', async () => {
  await using database = await createTestDatabase();
  await database.transaction(async (inside) => {
    await inside.settings.set('key', 'new');
    expect(await inside.settings.get('key')).toBe('new');
    expect(await database.repositories.settings.get('key')).toBeNull();
  });
  expect(await database.repositories.settings.get('key')).toBe('new');
});

test('transactions of one process queue up instead of failing', async () => {
  await using database = await createTestDatabase();
  await database.repositories.settings.set('counter', 0);
  await Promise.all(
    Array.from({ length: 20 }, () =>
      database.transaction(async ({ settings }) => settings.set('counter', Number(await settings.get('counter')) + 1)),
    ),
  );
  expect(await database.repositories.settings.get('counter')).toBe(20);
});

test('the next transaction begins after one that failed to begin', async () => {
  await using database = await createTestDatabase();
  const blocker = await openAdapter(database.url);
  const adapter = await openAdapter(database.url);
  await adapter.executeScript('PRAGMA busy_timeout = 0');
  const blocking = await blocker.startTransaction();
  await expect(adapter.startTransaction()).rejects.toThrow();
  await blocking.rollback();
  const transaction = await adapter.startTransaction();
  await transaction.rollback();
  await adapter.dispose();
  await blocker.dispose();
});
