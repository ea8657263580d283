import { isAggregate, same } from '../assemble/expression.ts';
import { metricFilters } from '../assemble/metric-filters.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanExpression, QueryPlan } from '../plan.ts';
import { conditionsOf, isWhole, joined } from './edit-plan.ts';

/** "and gross margin?": another figure over the same rows; null when it is one of other rows. */
export function withMetric(plan: QueryPlan, name: string, prepared: PreparedModel): QueryPlan | null {
  const metric = prepared.model.metrics.find((known) => known.name === name);
  const figures = plan.select.filter(({ expression }) => isAggregate(expression));
  const [figure] = figures;
  if (metric === undefined || figure?.expression.kind !== 'metric' || figures.length > 1 || !isWhole(plan) || plan.having !== null)
    return null;
  const before = figure.expression;
  if (prepared.model.metrics.find((known) => known.name === before.name)?.table !== metric.table) return null;
  const next: PlanExpression = { kind: 'metric', source: before.source, name };
  const kept = conditionsOf(plan.where).filter((item) => item.kind !== 'metricFilter');
  return {
    ...plan,
    select: plan.select.map((item) => (item === figure ? { expression: next, name } : item)),
    orderBy: plan.orderBy.map((order) => (same(order.expression, before) ? { ...order, expression: next } : order)),
    where: joined([...kept, ...metricFilters([next], prepared)]),
  };
}
