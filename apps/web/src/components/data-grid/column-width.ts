import type { Cell, Language, ResultColumn } from '@majed-vanna/contract';
import { formatCell } from '../../lib/format-cell.ts';

const CHARACTER_PX = 7.4;
const PADDING_PX = 30;
const MIN_PX = 84;
const MAX_PX = 340;
const SAMPLE = 60;

/** A width in px that fits the header and the first rows. */
export function columnWidth(column: ResultColumn, index: number, rows: readonly (readonly Cell[])[], language: Language): number {
  const words = { yes: 'true', no: 'false' };
  const longest = rows
    .slice(0, SAMPLE)
    .reduce((max, row) => Math.max(max, formatCell(row[index] ?? null, column, language, words).length), column.label.length + 2);
  return Math.round(Math.min(MAX_PX, Math.max(MIN_PX, longest * CHARACTER_PX + PADDING_PX)));
}
