import type { Cell, ResultColumn } from '@majed-vanna/contract';
import { fitText, padText, textWidth } from './text-width.ts';

const GAP = '  ';
const MIN_COLUMN = 4;
/** Control characters of the data must not steer the terminal. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029]/gu;
/** First strong isolate … pop: a right-to-left cell must not turn its neighbours round. */
const [ISOLATE, POP] = ['\u2068', '\u2069'];

/** Rows as aligned text of at most `width` cells per line. */
export function terminalTable(columns: readonly ResultColumn[], rows: readonly (readonly Cell[])[], width: number): string {
  const header = columns.map((column) => column.label);
  const body = rows.map((row) => columns.map((column, index) => writeCell(row[index] ?? null, column)));
  const widths = fitColumns(
    columns.map((_, index) => Math.max(...[header, ...body].map((line) => textWidth(line[index] ?? '')))),
    width,
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => padded(fitText(cell, widths[index] ?? 0), widths[index] ?? 0, isNumber(columns[index]) ? 'start' : 'end'))
      .join(GAP)
      .trimEnd();
  return [line(header), widths.map((cells) => '─'.repeat(cells)).join(GAP), ...body.map(line)].map((text) => `${text}\n`).join('');
}

function padded(text: string, width: number, side: 'start' | 'end'): string {
  const aligned = padText(text, width, side);
  return /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text) ? aligned.replace(text, `${ISOLATE}${text}${POP}`) : aligned;
}

/** The widest columns give way first. */
function fitColumns(wanted: readonly number[], width: number): number[] {
  const widths = [...wanted];
  let excess = widths.reduce((sum, cells) => sum + cells, 0) + GAP.length * (widths.length - 1) - width;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= MIN_COLUMN) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess--;
  }
  return widths;
}

function isNumber(column: ResultColumn | undefined): boolean {
  return column?.kind === 'integer' || column?.kind === 'decimal';
}

function writeCell(value: Cell, column: ResultColumn): string {
  if (value === null) return '';
  const amount = typeof value === 'boolean' ? Number.NaN : Number(value);
  if (!isNumber(column) || !Number.isFinite(amount)) return String(value).replace(UNPRINTABLE, ' ');
  if (column.format === 'percent') return `${(amount * 100).toFixed(1)} %`;
  if (column.format === null) return String(value);
  const digits = column.format === 'integer' || Number.isInteger(amount) ? 0 : 2;
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount);
}
