import type { Cell, ResultColumn } from '@majed-vanna/contract';
import type { RowBatches } from './row-batches.ts';

const BYTE_ORDER_MARK = '\uFEFF';
/** Spreadsheets run a cell that begins so as a formula, also behind blanks and direction marks, also in full width. */
const FORMULA_START = /^[\s\u200e\u200f\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/;
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** RFC 4180, UTF-8 with the mark that Excel asks for; one chunk per batch, made when it is taken. */
export async function* csvChunks(columns: readonly ResultColumn[], batches: RowBatches): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK + csvLine(columns.map((column) => column.label)));
  for await (const rows of batches) yield encoder.encode(rows.map(csvLine).join(''));
}

/** Text that no spreadsheet takes for a formula: an apostrophe in front of what looks like one; plain numbers stay numbers. */
export function neutralise(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvField).join(',')}\r\n`;
}

function csvField(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = neutralise(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
