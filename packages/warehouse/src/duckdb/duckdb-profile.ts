import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnProfile } from '@majed-vanna/contract';
import { MAX_PROFILED_CHARACTERS, PROFILED_ROWS } from '../engine/profile-limits.ts';
import { quoteName } from '../engine/quoting.ts';
import type { ProfileRequest } from '../warehouse.ts';
import { cellConverter } from './duckdb-cells.ts';
import { kindOfDuckDbType } from './duckdb-kinds.ts';
import { rowsOf } from './rows-of.ts';

type ColumnName = ProfileRequest['columns'][number];

/** Values of text columns, ranges of number and date columns, over the first rows of each table. */
export async function profileDuckDbColumns(
  connection: DuckDBConnection,
  columns: readonly ColumnName[],
  maxDistinct: number,
  budgetMs: number,
): Promise<ColumnProfile[]> {
  const deadline = performance.now() + budgetMs;
  const profiles: ColumnProfile[] = [];
  for (const column of columns) {
    const late = performance.now() >= deadline;
    profiles.push(late ? { ...column, values: null, range: null } : await profileColumn(connection, column, maxDistinct));
  }
  return profiles;
}

async function profileColumn(connection: DuckDBConnection, column: ColumnName, maxDistinct: number): Promise<ColumnProfile> {
  const source = `(SELECT ${quoteName(column.column)} AS v FROM ${quoteName(column.schema)}.${quoteName(column.table)} LIMIT ${PROFILED_ROWS})`;
  const described = await connection.prepare(`SELECT v FROM ${source}`);
  const kind = kindOfDuckDbType(described.columnType(0).toString());
  described.destroySync();
  switch (kind) {
    case 'text':
      return { ...column, values: await distinctValues(connection, source, maxDistinct), range: null };
    case 'integer':
    case 'decimal':
    case 'date':
    case 'timestamp':
      return { ...column, values: null, range: await rangeOf(connection, source) };
    default:
      return { ...column, values: null, range: null };
  }
}

async function distinctValues(connection: DuckDBConnection, source: string, maxDistinct: number): Promise<string[] | null> {
  const rows = await rowsOf(connection, `SELECT DISTINCT v::VARCHAR FROM ${source} WHERE v IS NOT NULL LIMIT ${maxDistinct + 1}`);
  const values = rows.map(([value]) => String(value));
  if (values.length > maxDistinct || values.some((value) => value.length > MAX_PROFILED_CHARACTERS)) return null;
  return values.sort();
}

async function rangeOf(connection: DuckDBConnection, source: string): Promise<ColumnProfile['range']> {
  const result = await connection.runAndReadAll(`SELECT min(v), max(v) FROM ${source}`);
  const convert = cellConverter(result.columnType(0));
  const [min, max] = (result.getRows()[0] ?? []).map(convert);
  return isBound(min) && isBound(max) ? { min, max } : null;
}

function isBound(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
