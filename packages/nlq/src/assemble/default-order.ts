import type { PlanExpression, PlanOrder } from '../plan.ts';
import { isAggregate } from './expression.ts';
import type { OutputMeaning } from './output-items.ts';

interface Shown {
  readonly expression: PlanExpression;
  readonly meaning: OutputMeaning;
}

/** Figures per group read best in the order of time, or else with the largest first. */
export function defaultOrder(items: readonly Shown[], groupBy: readonly PlanExpression[]): PlanOrder[] {
  const measure = items.find((item) => isAggregate(item.expression));
  if (groupBy.length === 0 || measure === undefined) return [];
  const times = items.filter((item) => item.meaning.role === 'time');
  return times.length > 0
    ? times.map((item) => ({ expression: item.expression, descending: false }))
    : [{ expression: measure.expression, descending: true }];
}
