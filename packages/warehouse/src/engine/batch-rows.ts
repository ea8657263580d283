import type { Cell } from '@majed-vanna/contract';
import type { QueryEvent } from '../warehouse.ts';
import { MAX_BATCH_CHARACTERS } from './cell-limits.ts';

type Batch = QueryEvent & { type: 'batch' };

/**
 * Cuts what an engine delivers into batches bounded in rows and in text, and ends after `maxRows`.
 * One row more than `maxRows` is looked for, to know whether the result was cut.
 */
export async function* batchRows(
  portions: AsyncIterable<Cell[][]> | Iterable<Cell[][]>,
  maxRows: number,
  rowsPerBatch: number,
): AsyncGenerator<Batch, { rowCount: number; truncated: boolean }, undefined> {
  let rowCount = 0;
  let batch: Cell[][] = [];
  let characters = 0;
  for await (const portion of portions) {
    for (const row of portion) {
      if (rowCount === maxRows) {
        if (batch.length > 0) yield { type: 'batch', rows: batch };
        return { rowCount, truncated: true };
      }
      batch.push(row);
      rowCount += 1;
      for (const cell of row) if (typeof cell === 'string') characters += cell.length;
      if (batch.length >= rowsPerBatch || characters >= MAX_BATCH_CHARACTERS) {
        yield { type: 'batch', rows: batch };
        batch = [];
        characters = 0;
      }
    }
  }
  if (batch.length > 0) yield { type: 'batch', rows: batch };
  return { rowCount, truncated: false };
}
