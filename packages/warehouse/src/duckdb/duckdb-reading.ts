import type { DuckDBConnection } from '@duckdb/node-api';
import type { StatementReading } from '../warehouse.ts';
import { explainDuckDbError } from './duckdb-errors.ts';
import { collectReads } from './duckdb-tree.ts';
import { rowsOf } from './rows-of.ts';

/** What DuckDB's own parser makes of a statement; null when it is something else than queries. */
export interface SerializedStatements {
  readonly statements: readonly unknown[];
}

/** Second opinion on a statement. Nothing is bound or run: `json_serialize_sql` only parses. */
export async function readDuckDbStatement(connection: DuckDBConnection, catalog: DuckDbCatalog, sql: string): Promise<StatementReading> {
  const tree = await serializeStatement(connection, sql);
  if (tree === null)
    return { statements: (await connection.extractStatements(sql)).count, readOnly: false, tables: [], columns: null, functions: null };
  const reads = collectReads(tree.statements, catalog);
  return {
    statements: tree.statements.length,
    readOnly: tree.statements.length > 0 && !reads.showsCatalog,
    tables: reads.tables,
    columns: null,
    functions: reads.functions,
  };
}

/** @throws WarehouseError `syntax` when it cannot be parsed, `resource` when it is nested too deep. */
export async function serializeStatement(connection: DuckDBConnection, sql: string): Promise<SerializedStatements | null> {
  const [row] = await rowsOf(connection, 'SELECT json_serialize_sql(?::VARCHAR)', [sql]);
  // DuckDB's documented answer: `{ error: false, statements }` or `{ error: true, error_type, error_message }`.
  const answer = JSON.parse(String(row?.[0])) as { error: boolean; statements?: unknown[]; error_type?: string; error_message?: string };
  if (!answer.error) return { statements: answer.statements ?? [] };
  if (answer.error_type === 'parser') throw explainDuckDbError(new Error(`Parser Error: ${answer.error_message ?? ''}`));
  return null;
}

export interface DuckDbCatalog {
  readonly database: string;
  /** Actual names by lower-case `schema.table`. */
  readonly tables: ReadonlyMap<string, { readonly schema: string; readonly table: string }>;
  readonly schemas: ReadonlySet<string>;
}

/** The file is opened read-only: what is in it is asked once. */
export async function readDuckDbCatalog(connection: DuckDBConnection): Promise<DuckDbCatalog> {
  const rows = await rowsOf(
    connection,
    `SELECT current_database(), schema_name, table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal
     UNION ALL SELECT current_database(), schema_name, view_name FROM duckdb_views() WHERE database_name = current_database() AND NOT internal`,
  );
  const [row] = await rowsOf(connection, 'SELECT current_database()');
  const names = rows.map(([, schema, table]) => ({ schema: String(schema), table: String(table) }));
  return {
    database: String(row?.[0]),
    tables: new Map(names.map((name) => [`${name.schema}.${name.table}`.toLowerCase(), name])),
    schemas: new Set(['main', ...names.map(({ schema }) => schema.toLowerCase())]),
  };
}
