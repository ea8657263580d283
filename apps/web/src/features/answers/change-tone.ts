import type { Cell, ResultColumn } from '@majed-vanna/contract';
import { toNumber } from '../../lib/compare-cells.ts';

const CHANGE_NAME = /(^|_|\b)(change|growth|delta|difference|diff|vs)(_|\b|$)|±/i;

/** Green up and red down for columns that hold a change; other figures stay ink. */
export function changeTone(column: ResultColumn, value: Cell): string {
  if (!CHANGE_NAME.test(column.name) && !CHANGE_NAME.test(column.label)) return '';
  const change = toNumber(value) ?? 0;
  return change > 0 ? 'text-ok' : change < 0 ? 'text-bad' : '';
}
