import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Cell } from '@majed-vanna/contract';
import { batchRows } from '../engine/batch-rows.ts';
import type { EngineQuery } from '../engine/engine-driver.ts';
import { type QueryEvent, type WarehouseColumn, WarehouseError } from '../warehouse.ts';
import { startsAsQuery } from './sqlite-authorizer.ts';
import { sqliteCell } from './sqlite-cells.ts';
import { cellOfKind, kindOfDeclaredType, settleKind } from './sqlite-kinds.ts';

/** One plain query, row by row. The header follows the first batch, because only values tell what a column holds. */
export async function* streamSqlite(
  database: DatabaseSync,
  { sql, maxRows, batchRows: rowsPerBatch }: EngineQuery,
): AsyncGenerator<QueryEvent, void, undefined> {
  const started = performance.now();
  const statement = prepareQuery(database, sql);
  const batches = batchRows(rowsOf(statement), maxRows, rowsPerBatch);
  let next = await batches.next();
  const columns = columnsOf(statement, next.done ? [] : next.value.rows);
  yield { type: 'columns', columns };
  for (; !next.done; next = await batches.next()) yield { type: 'batch', rows: withKinds(columns, next.value.rows) };
  yield { type: 'end', ...next.value, ms: performance.now() - started };
}

function prepareQuery(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  if (!startsAsQuery(sql) || statement.sourceSQL.replace(/;$/, '').length < sql.trimEnd().replace(/;$/, '').length)
    throw new WarehouseError('permission', 'Only one plain query may run.');
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  return statement;
}

function* rowsOf(statement: StatementSync): Generator<Cell[][], void, undefined> {
  // `setReturnArrays` makes the iterator yield arrays; its type does not say so.
  for (const row of statement.iterate() as unknown as Iterable<SQLOutputValue[]>) yield [row.map(sqliteCell)];
}

function columnsOf(statement: StatementSync, firstRows: readonly (readonly Cell[])[]): WarehouseColumn[] {
  return statement.columns().map(({ name, type }, index) => {
    const kind = settleKind(
      kindOfDeclaredType(type),
      firstRows.map((row) => row[index] ?? null),
    );
    return { name, nativeType: type ?? '', kind };
  });
}

function withKinds(columns: readonly WarehouseColumn[], rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  if (!columns.some(({ kind }) => kind === 'boolean' || kind === 'timestamp')) return rows;
  return rows.map((row) => row.map((value, index) => cellOfKind(columns[index]?.kind ?? 'other', value)));
}
