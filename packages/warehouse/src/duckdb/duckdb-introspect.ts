import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { ColumnSnapshot, ForeignKeySnapshot, SchemaSnapshot, TableSnapshot } from '@majed-vanna/contract';
import { quoteName } from '../engine/quoting.ts';
import { kindOfDuckDbType } from './duckdb-kinds.ts';
import { rowsOf } from './rows-of.ts';

const OWN = 'database_name = current_database() AND NOT internal';

/** Tables and readable views of the opened file, with comments, keys and DuckDB's own row counts. */
export async function introspectDuckDb(connection: DuckDBConnection): Promise<SchemaSnapshot> {
  const relations = await rowsOf(
    connection,
    `SELECT schema_name, table_name, 'table', comment, estimated_size FROM duckdb_tables() WHERE ${OWN} AND NOT temporary
     UNION ALL SELECT schema_name, view_name, 'view', comment, NULL FROM duckdb_views() WHERE ${OWN} AND NOT temporary
     ORDER BY 1, 2`,
  );
  const columns = await columnsByTable(connection);
  const keys = await keysByTable(connection);
  const tables: TableSnapshot[] = [];
  for (const [schema, name, kind, comment, size] of relations) {
    if (kind === 'view' && !(await isReadable(connection, String(schema), String(name)))) continue;
    const id = tableId(schema, name);
    tables.push({
      schema: String(schema),
      name: String(name),
      kind: kind === 'view' ? 'view' : 'table',
      comment: text(comment),
      columns: columns.get(id) ?? [],
      primaryKey: keys.primary.get(id) ?? [],
      foreignKeys: keys.foreign.get(id) ?? [],
      rowEstimate: size === null ? null : Number(size),
    });
  }
  return { dialect: 'duckdb', defaultSchema: 'main', tables, takenAt: new Date().toISOString() };
}

/** A view over files outside, over a table that is gone, or over the name of another database cannot be queried. */
async function isReadable(connection: DuckDBConnection, schema: string, view: string): Promise<boolean> {
  try {
    (await connection.prepare(`FROM ${quoteName(schema)}.${quoteName(view)}`)).destroySync();
    return true;
  } catch {
    return false;
  }
}

async function columnsByTable(connection: DuckDBConnection): Promise<Map<string, ColumnSnapshot[]>> {
  const rows = await rowsOf(
    connection,
    `SELECT schema_name, table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE ${OWN} ORDER BY schema_name, table_name, column_index`,
  );
  const columns = new Map<string, ColumnSnapshot[]>();
  for (const [schema, table, name, type, nullable, comment] of rows) {
    const column = {
      name: String(name),
      nativeType: String(type),
      kind: kindOfDuckDbType(String(type)),
      nullable: nullable === true,
      comment: text(comment),
    };
    append(columns, tableId(schema, table), column);
  }
  return columns;
}

async function keysByTable(
  connection: DuckDBConnection,
): Promise<{ primary: Map<string, string[]>; foreign: Map<string, ForeignKeySnapshot[]> }> {
  // DuckDB allows no foreign key across schemas.
  const rows = await rowsOf(
    connection,
    `SELECT schema_name, table_name, constraint_type, to_json(constraint_column_names), referenced_table, to_json(referenced_column_names)
     FROM duckdb_constraints() WHERE database_name = current_database() AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')
     ORDER BY schema_name, table_name, constraint_index`,
  );
  const primary = new Map<string, string[]>();
  const foreign = new Map<string, ForeignKeySnapshot[]>();
  for (const [schema, table, type, columns, referencedTable, referencedColumns] of rows) {
    const id = tableId(schema, table);
    if (type === 'PRIMARY KEY') primary.set(id, names(columns));
    else
      append(foreign, id, {
        columns: names(columns),
        referencedSchema: String(schema),
        referencedTable: String(referencedTable),
        referencedColumns: names(referencedColumns),
      });
  }
  return { primary, foreign };
}

function names(json: DuckDBValue | undefined): string[] {
  // `to_json` of a list of column names.
  return JSON.parse(String(json)) as string[];
}

function text(value: DuckDBValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function tableId(schema: DuckDBValue | undefined, table: DuckDBValue | undefined): string {
  return JSON.stringify([String(schema), String(table)]);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
