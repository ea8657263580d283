import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import type { Cell } from '@majed-vanna/contract';
import { batchRows } from '../engine/batch-rows.ts';
import { MAX_CHUNK_CHARACTERS } from '../engine/cell-limits.ts';
import type { EngineQuery } from '../engine/engine-driver.ts';
import { type QueryEvent, type WarehouseColumn, WarehouseError } from '../warehouse.ts';
import { cellConverter } from './duckdb-cells.ts';
import { kindOfDuckDbType } from './duckdb-kinds.ts';
import { serializeStatement } from './duckdb-reading.ts';

/** One plain query, chunk by chunk; anything else is refused before it runs. */
export async function* streamDuckDb(
  connection: DuckDBConnection,
  { sql, maxRows, batchRows: rowsPerBatch }: EngineQuery,
): AsyncGenerator<QueryEvent, void, undefined> {
  const started = performance.now();
  await refuseUnlessQuery(connection, sql);
  const result = await connection.stream(sql);
  yield { type: 'columns', columns: columnsOf(result) };
  const end = yield* batchRows(rowsOf(result), maxRows, rowsPerBatch);
  yield { type: 'end', ...end, ms: performance.now() - started };
}

async function* rowsOf(result: DuckDBResult): AsyncGenerator<Cell[][], void, undefined> {
  const converters = result.columnTypes().map(cellConverter);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    yield rowsOfChunk(chunk, converters);
  }
}

function rowsOfChunk(chunk: DuckDBDataChunk, converters: readonly ReturnType<typeof cellConverter>[]): Cell[][] {
  let characters = 0;
  const rows = Array.from({ length: chunk.rowCount }, () => new Array<Cell>(converters.length).fill(null));
  for (const [columnIndex, convert] of converters.entries()) {
    chunk.visitColumnValues(columnIndex, (value, rowIndex) => {
      const row = rows[rowIndex];
      const cell = convert(value);
      if (row !== undefined) row[columnIndex] = cell;
      if (typeof cell === 'string') characters += cell.length;
      if (characters > MAX_CHUNK_CHARACTERS) throw new WarehouseError('resource', 'The rows of the result hold too much text.');
    });
  }
  return rows;
}

function columnsOf(result: DuckDBResult): WarehouseColumn[] {
  const types = result.columnTypes();
  return result.columnNames().map((name, index) => {
    const nativeType = types[index]?.alias ?? types[index]?.toString() ?? '';
    return { name, nativeType, kind: kindOfDuckDbType(nativeType) };
  });
}

/** Read-only mode alone lets a statement make temporary objects, prepare, or change the schema in use. */
async function refuseUnlessQuery(connection: DuckDBConnection, sql: string): Promise<void> {
  const tree = await serializeStatement(connection, sql);
  if (tree === null || tree.statements.length !== 1) throw new WarehouseError('permission', 'Only one plain query may run.');
}
