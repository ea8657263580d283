import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

export type Rows = readonly (readonly DuckDBValue[])[];

/** All rows of a small statement of our own. */
export async function rowsOf(connection: DuckDBConnection, sql: string, values: DuckDBValue[] = []): Promise<Rows> {
  return (await connection.runAndReadAll(sql, values)).getRows();
}
