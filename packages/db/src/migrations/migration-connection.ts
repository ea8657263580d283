import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { DatabaseLocation } from '../connection/database-location.ts';

/** The first script that failed: inside PostgreSQL's aborted transaction the engine only sees what failed because of it. */
export interface FailedScript {
  readonly script: string;
  readonly cause: unknown;
}

type ReportingAdapter = SqlDriverAdapter & { failedScript(): FailedScript | null };

/** A single connection inside one transaction that no other process can be in: everything is applied, or nothing. */
export interface MigrationConnection {
  readonly adapter: ReportingAdapter;
  commit(): Promise<void>;
  /** Rolls back whatever was not committed. */
  close(): Promise<void>;
}

/** "mvdb" in ASCII: any number will do, as long as it stays the same. */
const ADVISORY_LOCK = 0x6d766462;
const LOCK_WAIT_MS = 60_000;

/** Waits until it is alone, up to a minute. */
export function openMigrationConnection(location: DatabaseLocation): Promise<MigrationConnection> {
  return location.provider === 'sqlite' ? openSqlite(location.file) : openPostgres(location.connectionString);
}

async function openSqlite(file: string): Promise<MigrationConnection> {
  const adapter = await new PrismaBetterSqlite3({ url: `file:${file}`, timeout: LOCK_WAIT_MS }).connect();
  // Foreign keys are off while tables are rebuilt: dropping the old table would cascade. The pragma does nothing inside a transaction.
  await adapter.executeScript('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; BEGIN EXCLUSIVE');
  return {
    adapter: shareable(adapter, (script) => adapter.executeScript(script)),
    async commit() {
      const { rows } = await adapter.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] });
      if (rows.length > 0) throw new Error(`migration would leave ${rows.length} rows with a broken foreign key, first in ${rows[0]?.[0]}`);
      await adapter.executeScript('COMMIT');
    },
    close: () => adapter.dispose(),
  };
}

async function openPostgres(connectionString: string): Promise<MigrationConnection> {
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 10_000 });
  readCharAsText(pool);
  const adapter = await new PrismaPg(pool).connect();
  try {
    await pool.query('BEGIN');
    await pool.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
    await pool.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    // Prisma's own executeScript cuts at every semicolon, also inside strings; the server knows better.
    adapter: shareable(adapter, async (script) => void (await pool.query(script))),
    commit: async () => void (await pool.query('COMMIT')),
    close: () => pool.end(),
  };
}

/** The schema engine reads columns of the internal type "char" (18) from the catalogue; Prisma's adapter does not know that type. */
function readCharAsText(pool: pg.Pool): void {
  const query: (...args: unknown[]) => Promise<pg.QueryResult> = pool.query.bind(pool);
  const patched = async (...args: unknown[]) => {
    const result = await query(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = pg.types.builtins.BPCHAR;
    return result;
  };
  // The adapter uses the form that returns a promise, out of the many overloads.
  pool.query = patched as typeof pool.query;
}

/** For the schema engine, which would close what it is given, and must not open a transaction of its own. */
function shareable(adapter: SqlDriverAdapter, executeScript: SqlDriverAdapter['executeScript']): ReportingAdapter {
  let failed: FailedScript | null = null;
  return {
    failedScript: () => failed,
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    async executeScript(script) {
      try {
        await executeScript(script);
      } catch (cause) {
        failed ??= { script, cause };
        throw cause;
      }
    },
    startTransaction: () => Promise.reject(new Error('migrations run in one transaction that is already open')),
    ...(adapter.getConnectionInfo && { getConnectionInfo: adapter.getConnectionInfo.bind(adapter) }),
    dispose: async () => undefined,
  };
}
