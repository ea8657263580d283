import { literalText, type Tree, treeOf } from './tree.ts';

const LONG_UNITS = new Set(['Day', 'Week', 'Month', 'Quarter', 'Year']);

/** Whether an interval is a written-out, positive number of days or of something longer. */
export function isLongInterval(body: Tree): boolean {
  const text = literalText(body.this) ?? '';
  const unit = treeOf(body.unit)?.unit;
  if (unit === undefined) return /^[1-9]\d{0,4}\s+(day|week|month|quarter|year)s?$/i.test(text);
  return LONG_UNITS.has(String(unit)) && /^[1-9]\d{0,4}$/.test(text);
}
