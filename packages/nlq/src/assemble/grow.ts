import type { PlanEarlier, PlanExpression } from '../plan.ts';
import { Unassemblable } from './context.ts';
import { isAggregate, same } from './expression.ts';
import type { Item } from './output-items.ts';

/** Beside each figure the one `back` periods before, and the change between them. @throws Unassemblable */
export function withGrowth(items: readonly Item[], groupBy: readonly PlanExpression[], back: number): Item[] {
  const [figure, ...others] = items.filter((item) => isAggregate(item.expression));
  const periods = items.filter((item) => item.meaning.role === 'time');
  const [period] = periods;
  if (figure === undefined || others.length > 0 || period === undefined || periods.length > 1) throw new Unassemblable('growth of nothing');
  const earlier: PlanEarlier = {
    kind: 'earlier',
    of: figure.expression,
    period: period.expression,
    back,
    within: groupBy.filter((key) => !same(key, period.expression)),
  };
  const growth: PlanExpression = { kind: 'growth', of: figure.expression, earlier };
  return [...items, { ...figure, expression: earlier }, { ...figure, expression: growth }];
}
