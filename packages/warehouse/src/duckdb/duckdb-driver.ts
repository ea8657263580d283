import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { EngineDriver } from '../engine/engine-driver.ts';
import type { EngineOpening } from '../engine/protocol.ts';
import { WarehouseError } from '../warehouse.ts';
import { explainDuckDbError } from './duckdb-errors.ts';
import { introspectDuckDb } from './duckdb-introspect.ts';
import { profileDuckDbColumns } from './duckdb-profile.ts';
import { streamDuckDb } from './duckdb-query.ts';
import { type DuckDbCatalog, readDuckDbCatalog, readDuckDbStatement } from './duckdb-reading.ts';
import { rowsOf } from './rows-of.ts';

/**
 * Opens the file read-only, with the outside world shut off and the settings locked.
 * Each call has a connection of its own, so that nothing a statement leaves behind is seen by the next.
 */
export async function openDuckDb({ path, memoryMb }: EngineOpening): Promise<EngineDriver> {
  const instance = await openReadOnly(path, {
    access_mode: 'READ_ONLY',
    // Before external access goes off: afterwards it cannot be set. Empty means no spilling to disk.
    temp_directory: '',
    memory_limit: `${memoryMb}MB`,
    threads: '2',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    enable_external_access: 'false',
    lock_configuration: 'true',
  });
  let active: DuckDBConnection | undefined;
  let catalog: DuckDbCatalog | undefined;

  return {
    ping: () => withConnection(async (connection) => String((await rowsOf(connection, 'SELECT version()'))[0]?.[0])),
    introspect: () => withConnection(introspectDuckDb),
    readStatement: (sql) =>
      withConnection(async (connection) => {
        catalog ??= await readDuckDbCatalog(connection);
        return readDuckDbStatement(connection, catalog, sql);
      }),
    profileColumns: (columns, maxDistinct, budgetMs) =>
      withConnection((connection) => profileDuckDbColumns(connection, columns, maxDistinct, budgetMs)),
    query: async function* (request) {
      const connection = await connect();
      try {
        yield* streamDuckDb(connection, request);
      } finally {
        disconnect(connection);
      }
    },
    interrupt: () => active?.interrupt(),
  };

  async function withConnection<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await connect();
    try {
      return await work(connection);
    } finally {
      disconnect(connection);
    }
  }

  async function connect(): Promise<DuckDBConnection> {
    active = await instance.connect();
    return active;
  }

  function disconnect(connection: DuckDBConnection): void {
    active = undefined;
    connection.closeSync();
  }
}

/** A file of another kind makes DuckDB look for an extension that could read it. */
async function openReadOnly(path: string, settings: Record<string, string>): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path, settings);
  } catch (error) {
    const explained = explainDuckDbError(error);
    throw explained.kind === 'permission' ? new WarehouseError('unreadable_file', explained.message, { cause: error }) : explained;
  }
}
