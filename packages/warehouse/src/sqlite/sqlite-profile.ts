import type { DatabaseSync } from 'node:sqlite';
import type { Cell, ColumnKind, ColumnProfile } from '@majed-vanna/contract';
import { MAX_PROFILED_CHARACTERS, PROFILED_ROWS } from '../engine/profile-limits.ts';
import { quoteName } from '../engine/quoting.ts';
import type { ProfileRequest } from '../warehouse.ts';
import { sqliteCell } from './sqlite-cells.ts';
import { cellOfKind, kindOfDeclaredType, settleKind } from './sqlite-kinds.ts';

type ColumnName = ProfileRequest['columns'][number];

/** Values of text columns, ranges of number and date columns, over the first rows of each table. */
export function profileSqliteColumns(
  database: DatabaseSync,
  columns: readonly ColumnName[],
  maxDistinct: number,
  budgetMs: number,
): ColumnProfile[] {
  const deadline = performance.now() + budgetMs;
  return columns.map((column) =>
    performance.now() >= deadline ? { ...column, values: null, range: null } : profileColumn(database, column, maxDistinct),
  );
}

function profileColumn(database: DatabaseSync, column: ColumnName, maxDistinct: number): ColumnProfile {
  const source = `(SELECT ${quoteName(column.column)} AS v FROM ${quoteName(column.schema)}.${quoteName(column.table)} LIMIT ${PROFILED_ROWS})`;
  const sample = database.prepare(`SELECT v FROM ${source} WHERE v IS NOT NULL LIMIT 200`);
  const [described] = sample.columns();
  const kind = settleKind(
    kindOfDeclaredType(described?.type ?? null),
    cells(database, `SELECT v FROM ${source} WHERE v IS NOT NULL LIMIT 200`),
  );
  switch (kind) {
    case 'text':
      return { ...column, values: distinctValues(database, source, maxDistinct), range: null };
    case 'integer':
    case 'decimal':
    case 'date':
    case 'timestamp':
      return { ...column, values: null, range: rangeOf(database, source, kind) };
    default:
      return { ...column, values: null, range: null };
  }
}

function distinctValues(database: DatabaseSync, source: string, maxDistinct: number): string[] | null {
  const values = cells(database, `SELECT DISTINCT CAST(v AS TEXT) AS v FROM ${source} WHERE v IS NOT NULL LIMIT ${maxDistinct + 1}`).map(
    String,
  );
  if (values.length > maxDistinct || values.some((value) => value.length > MAX_PROFILED_CHARACTERS)) return null;
  return values.sort();
}

function rangeOf(database: DatabaseSync, source: string, kind: ColumnKind): ColumnProfile['range'] {
  const [min, max] = ['min', 'max'].map((bound) => cellOfKind(kind, cells(database, `SELECT ${bound}(v) AS v FROM ${source}`)[0] ?? null));
  return isBound(min) && isBound(max) ? { min, max } : null;
}

function cells(database: DatabaseSync, sql: string): Cell[] {
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  return statement.all().map((row) => sqliteCell(row.v ?? null));
}

function isBound(value: Cell | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
