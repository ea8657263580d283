import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import { createMutex } from './mutex.ts';

const READS = /^\s*(SELECT|EXPLAIN)\b/i;
const statement = (sql: string) => ({ sql, args: [], argTypes: [] });

/**
 * SQLite with one connection for reading and one for writing. Prisma's own adapter has a single connection, where whatever runs
 * beside an open transaction becomes a part of it, and is rolled back with it.
 */
export function createSqliteAdapter(file: string): SqlDriverAdapterFactory {
  const connections = new PrismaBetterSqlite3({ url: `file:${file}` });
  return { provider: 'sqlite', adapterName: connections.adapterName, connect };

  async function connect(): Promise<SqlDriverAdapter> {
    const writer = await open();
    const reader = await open();
    await reader.executeScript('PRAGMA query_only = ON');
    return join(reader, writer);
  }

  async function open(): Promise<SqlDriverAdapter> {
    const connection = await connections.connect();
    // Acknowledged rows survive a power cut (FULL); another process's write is waited for.
    await connection.executeScript(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON',
    );
    return connection;
  }
}

function join(reader: SqlDriverAdapter, writer: SqlDriverAdapter): SqlDriverAdapter {
  const writing = createMutex();
  return {
    provider: 'sqlite',
    adapterName: writer.adapterName,
    queryRaw: (query) => (READS.test(query.sql) ? reader.queryRaw(query) : writing.run(() => writer.queryRaw(query))),
    executeRaw: (query) => writing.run(() => writer.executeRaw(query)),
    executeScript: (script) => writing.run(() => writer.executeScript(script)),
    startTransaction,
    async dispose() {
      await reader.dispose();
      await writing.run(() => writer.dispose());
    },
  };

  async function startTransaction(): Promise<Transaction> {
    const release = await writing.acquire();
    try {
      // The write lock at once: upgrading a read snapshot later fails with SQLITE_BUSY, which no time-out heals.
      await writer.executeRaw(statement('BEGIN IMMEDIATE'));
    } catch (error) {
      release();
      throw error;
    }
    return {
      provider: 'sqlite',
      adapterName: writer.adapterName,
      options: { usePhantomQuery: false },
      queryRaw: (query) => writer.queryRaw(query),
      executeRaw: (query) => writer.executeRaw(query),
      commit: async () => release(),
      rollback,
      createSavepoint: (name) => run(`SAVEPOINT ${name}`),
      rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
      releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
    };

    async function run(sql: string): Promise<void> {
      await writer.executeRaw(statement(sql));
    }

    /** Prisma has usually sent ROLLBACK itself; after a failed COMMIT it has not, and the connection must not stay in a transaction. */
    async function rollback(): Promise<void> {
      await writer.executeRaw(statement('ROLLBACK')).catch(() => undefined);
      release();
    }
  }
}
