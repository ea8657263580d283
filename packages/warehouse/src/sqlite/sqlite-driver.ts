import { DatabaseSync } from 'node:sqlite';
import type { EngineDriver } from '../engine/engine-driver.ts';
import type { EngineOpening } from '../engine/protocol.ts';
import { refuseAllButReading } from './sqlite-authorizer.ts';
import { introspectSqlite } from './sqlite-introspect.ts';
import { profileSqliteColumns } from './sqlite-profile.ts';
import { streamSqlite } from './sqlite-query.ts';
import { readSqliteStatement } from './sqlite-reading.ts';

/** Time to wait for a lock that another program holds on the file. */
const BUSY_TIMEOUT_MS = 2_000;

/**
 * Opens the file read-only. SQLite works on this process's only thread and cannot be asked to stop: whoever wants a
 * running statement to end ends the process.
 */
export async function openSqlite({ path, memoryMb }: EngineOpening): Promise<EngineDriver> {
  const database = new DatabaseSync(path, {
    readOnly: true,
    allowExtension: false,
    enableForeignKeyConstraints: false,
    timeout: BUSY_TIMEOUT_MS,
  });
  database.exec(
    `PRAGMA hard_heap_limit = ${memoryMb * 1024 * 1024}; PRAGMA query_only = 1; PRAGMA trusted_schema = 0; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = 1`,
  );
  // Opening reads nothing: only a first look tells whether this is a database at all.
  database.prepare('SELECT count(*) FROM sqlite_schema').get();

  return {
    ping: async () => String(database.prepare('SELECT sqlite_version() AS version').get()?.version),
    introspect: async () => introspectSqlite(database),
    readStatement: async (sql) => readSqliteStatement(database, sql),
    profileColumns: async (columns, maxDistinct, budgetMs) => profileSqliteColumns(database, columns, maxDistinct, budgetMs),
    query: async function* (request) {
      refuseAllButReading(database);
      try {
        yield* streamSqlite(database, request);
      } finally {
        database.setAuthorizer(null);
      }
    },
    interrupt: () => {},
  };
}
