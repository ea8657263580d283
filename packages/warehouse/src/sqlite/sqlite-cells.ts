import type { SQLOutputValue } from 'node:sqlite';
import type { Cell } from '@majed-vanna/contract';
import { blobText, checkCellSize } from '../engine/cell-limits.ts';
import { doubleCell, integerCell } from '../engine/number-cell.ts';

/** A value as SQLite stores it: five storage classes, whatever the column declares. */
export function sqliteCell(value: SQLOutputValue): Cell {
  switch (typeof value) {
    case 'bigint':
      return integerCell(value);
    case 'number':
      return doubleCell(value);
    case 'string':
      return checkCellSize(value);
    default:
      return value === null ? null : blobText(value);
  }
}
