import type { DuckDBConnection } from '@duckdb/node-api';
import type { EngineDriver } from '../engine/engine-driver.ts';
import type { EngineOpening } from '../engine/protocol.ts';
import { introspectDuckDb } from './duckdb-introspect.ts';
import { profileDuckDbColumns } from './duckdb-profile.ts';
import { streamDuckDb } from './duckdb-query.ts';
import { type DuckDbCatalog, readDuckDbCatalog, readDuckDbStatement } from './duckdb-reading.ts';
import { openReadOnly } from './open-read-only.ts';
import { rowsOf } from './rows-of.ts';

/**
 * One file behind the driver. Each call has a connection of its own, so that nothing a statement leaves behind is seen by
 * the next.
 */
export async function openDuckDb({ path, memoryMb }: EngineOpening): Promise<EngineDriver> {
  const file = await openReadOnly(path, memoryMb);
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
    active = await file.connect();
    return active;
  }

  function disconnect(connection: DuckDBConnection): void {
    active = undefined;
    connection.closeSync();
  }
}
