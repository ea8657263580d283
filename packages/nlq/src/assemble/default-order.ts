import type { PlanExpression, PlanOrder } from '../plan.ts';
import { isAggregate } from './expression.ts';
import type { OutputMeaning } from './output-items.ts';

interface Shown {
  readonly expression: PlanExpression;
  readonly meaning: OutputMeaning;
}

/** Figures per group read best in the order of time, and the largest first. */
export function defaultOrder(items: readonly Shown[], groupBy: readonly PlanExpression[]): PlanOrder[] {
  const measure = items.find((item) => isAggregate(item.expression));
  if (groupBy.length === 0 || measure === undefined) return [];
  const times = items.filter((item) => item.meaning.role === 'time');
  const inTime = times.map(({ expression }) => ({ expression, descending: false }));
  // Within a moment too, or the rows would stand as the database happens to find them.
  return groupBy.length > times.length ? [...inTime, { expression: measure.expression, descending: true }] : inTime;
}
