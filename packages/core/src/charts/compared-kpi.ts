import type { Cell, KpiComparison } from '@majed-vanna/contract';
import { amountOf, type ChartField } from './chart-field.ts';
import type { Drawing } from './drawings.ts';

const TARGET_NAME = /(^|[_ ])(targets?|goals?|budget(ed)?|planned|quota)([_ ]|$)|مستهدف|الهدف|الميزانية/i;
const TOLERANCE = 0.006;

/** One figure with another that it is held against; null where the figures stand side by side. */
export function comparedKpi(fields: readonly ChartField[], row: readonly Cell[]): Drawing | null {
  const [first, second, change] = fields;
  if (!first || !second || fields.length > 3) return null;
  const [a, b, c] = row.map(amountOf);
  const current = change ? currentOf(a, b, c) : null;
  if (change && current === null) return null;
  const target = [first, second].find(({ name }) => TARGET_NAME.test(name));
  if (target) return kpi(target === first ? second : first, { against: 'target', column: target.name, better: null });
  if (current === null) return null;
  const [now, before] = current === 0 ? [first, second] : [second, first];
  return kpi(now, { against: 'period', column: before.name, better: null });
}

/** Which of two figures the third is the change of, in parts of the other or as a difference. */
function currentOf(a: number | null | undefined, b: number | null | undefined, change: number | null | undefined): 0 | 1 | null {
  if (a == null || b == null || change == null) return null;
  const near = (value: number) => Math.abs(value - change) <= TOLERANCE * Math.max(1, Math.abs(change));
  if ((a !== 0 && near((b - a) / a)) || near(b - a)) return 1;
  return (b !== 0 && near((a - b) / b)) || near(a - b) ? 0 : null;
}

function kpi({ name }: ChartField, comparison: KpiComparison): Drawing {
  return { type: 'kpi', x: null, y: [name], series: null, comparison };
}
