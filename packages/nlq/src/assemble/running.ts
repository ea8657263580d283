import type { PlanExpression } from '../plan.ts';
import { addsUpOverTime } from './adds-up-over-time.ts';
import { type AssembleContext, Unassemblable } from './context.ts';
import { isAggregate, same } from './expression.ts';
import type { Item } from './output-items.ts';

/**
 * The figure of each period with those of all periods before it; over no time it is a total like any other.
 * @throws Unassemblable for what does not add up over time
 */
export function withRunning(context: AssembleContext, items: readonly Item[], groupBy: readonly PlanExpression[]): Item[] {
  const [figure, ...others] = items.filter((item) => isAggregate(item.expression));
  const [period, ...periods] = items.filter(({ meaning }) => meaning.role === 'time');
  if (period === undefined && groupBy.length === 0) return [...items];
  if (
    period === undefined ||
    figure === undefined ||
    others.length > 0 ||
    periods.length > 0 ||
    !addsUpOverTime(figure.expression, context.prepared)
  )
    throw new Unassemblable('a running total of nothing');
  const within = groupBy.filter((key) => !same(key, period.expression));
  const running: PlanExpression = { kind: 'running', of: figure.expression, period: period.expression, within };
  return items.map((item) => (item === figure ? { ...item, expression: running } : item));
}
