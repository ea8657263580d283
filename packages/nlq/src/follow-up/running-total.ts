import { addsUpOverTime } from '../assemble/adds-up-over-time.ts';
import { isAggregate, same } from '../assemble/expression.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PeriodGrain, PlanColumn, PlanExpression, QueryPlan } from '../plan.ts';
import { isWhole, withGroups } from './edit-plan.ts';
import { timeKey } from './over-time.ts';

/**
 * "cumulative": the figure of each period with those of all before it. `date` is what periods are told apart by, each as long as
 * `grain`, where the plan tells none apart. Null for what does not add up over time.
 */
export function withRunningTotal(
  plan: QueryPlan,
  grain: PeriodGrain,
  date: () => PlanColumn | null,
  prepared: PreparedModel,
): QueryPlan | null {
  if (plan.limit !== null || plan.having !== null || !isWhole(plan)) return null;
  const of = timeKey(plan)?.of ?? date();
  if (of === null) return null;
  const timed = timeKey(plan) === null ? withGroups(plan, [{ expression: { kind: 'grain', grain, of }, name: grain }], true) : plan;
  const period = timed === null ? null : timeKey(timed);
  if (timed === null || period === null || timed.groupBy.some((key) => key.kind === 'grain' && !same(key, period))) return null;
  const [figure, ...others] = timed.select.filter(({ expression }) => isAggregate(expression));
  if (figure === undefined || others.length > 0 || !addsUpOverTime(figure.expression, prepared)) return null;
  const within = timed.groupBy.filter((key) => !same(key, period));
  const running: PlanExpression = { kind: 'running', of: figure.expression, period, within };
  return {
    ...timed,
    select: timed.select.map((item) => (item === figure ? { ...item, expression: running, name: 'running' } : item)),
    orderBy: [{ expression: period, descending: false }],
  };
}
