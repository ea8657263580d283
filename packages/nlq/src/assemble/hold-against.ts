import { isOneCall } from '../lexicon/additive.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanCondition, PlanExpression, PlanSelect, QueryPlan } from '../plan.ts';
import { isAggregate, same } from './expression.ts';

/** Two spans, the one right before the other, as ISO dates; none includes its end. */
export interface Sides {
  readonly from: string;
  readonly at: string;
  readonly to: string;
}

/**
 * One figure over both spans as two, the later first. `plan` is restricted to the two together; null where its figure cannot be
 * taken over some of its rows, or its groups are told apart by time.
 */
export function heldAgainst(
  plan: QueryPlan,
  { from, at, to }: Sides,
  prepared: PreparedModel,
  later: '<' | '>' | null = null,
): QueryPlan | null {
  const whole = conditionsIn(plan.where).find((item) => item.kind === 'period' && item.from === from && item.to === to && !item.negated);
  const figures = plan.select.filter(({ expression }) => isAggregate(expression));
  const [figure] = figures;
  if (whole?.kind !== 'period' || figure === undefined || figures.length > 1 || plan.limit !== null || plan.having !== null) return null;
  if (!mayBeOfSome(figure.expression, prepared) || plan.select.some(({ expression }) => expression.kind === 'grain')) return null;
  const over = (start: string, end: string): PlanExpression => ({
    kind: 'filtered',
    of: figure.expression,
    where: { ...whole, from: start, to: end },
  });
  const sides: PlanSelect[] = [
    { ...figure, expression: over(at, to) },
    { ...figure, expression: over(from, at), name: 'before' },
  ];
  return {
    ...plan,
    having: later === null ? null : boundOf(over(at, to), over(from, at), later),
    select: plan.select.flatMap((item) => (item === figure ? sides : [item])),
    orderBy: plan.orderBy.map((order) => (same(order.expression, figure.expression) ? { ...order, expression: over(at, to) } : order)),
  };
}

function mayBeOfSome(expression: PlanExpression, prepared: PreparedModel): boolean {
  if (expression.kind !== 'metric') return expression.kind === 'count' || expression.kind === 'aggregate';
  return isOneCall(prepared.model.metrics.find(({ name }) => name === expression.name)?.expression ?? '');
}

const conditionsIn = (condition: PlanCondition | null): readonly PlanCondition[] =>
  condition === null ? [] : condition.kind === 'and' ? condition.items : [condition];

/** What has nothing in one of the spans has less there than what there is in the other. */
function boundOf(now: PlanExpression, before: PlanExpression, later: '<' | '>'): PlanCondition {
  const [less, more] = later === '<' ? [now, before] : [before, now];
  const none: PlanCondition = { kind: 'null', left: less, negated: false };
  const some: PlanCondition = { kind: 'compare', operator: '>', left: more, right: { kind: 'number', value: 0 } };
  return {
    kind: 'or',
    items: [
      { kind: 'compare', operator: later, left: now, right: before },
      { kind: 'and', items: [none, some] },
    ],
  };
}
