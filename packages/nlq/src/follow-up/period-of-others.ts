import { isAggregate } from '../assemble/expression.ts';
import type { PlanCondition, QueryPlan } from '../plan.ts';

type Side = Pick<Extract<PlanCondition, { kind: 'period' }>, 'from' | 'to'>;

/**
 * "in 2024" behind "branches that had no sales in 2025": the plan with the period of the rows that are looked for. Null when a
 * period may be said of more than these; `undefined` when it is not said of them at all.
 */
export function withPeriodOfOthers(plan: QueryPlan, period: Side, negated: boolean): QueryPlan | null | undefined {
  const { where, select } = plan;
  const inAll = periodsIn(where);
  const ofOthers = membersIn(where).reduce((sum, member) => sum + periodsIn(member), 0);
  const figures = select.filter(({ expression }) => isAggregate(expression));
  if (where === null || membersIn(where).length === 0 || (ofOthers === 0 && (inAll > 0 || figures.length > 0))) return undefined;
  const counts = figures.every(({ expression }) => expression.kind === 'count');
  return !negated && inAll === 1 && ofOthers === 1 && counts ? { ...plan, where: moved(where, period) } : null;
}

/** What is looked for in the rows of other tables. */
function membersIn(condition: PlanCondition | null): PlanCondition[] {
  if (condition === null) return [];
  if ('items' in condition) return condition.items.flatMap(membersIn);
  return condition.kind === 'not' ? membersIn(condition.item) : condition.kind === 'member' ? [condition] : [];
}

function periodsIn(condition: PlanCondition | null): number {
  return JSON.stringify(condition).split('"kind":"period"').length - 1;
}

function moved(condition: PlanCondition, period: Side): PlanCondition {
  const inner = (item: PlanCondition) => moved(item, period);
  if ('items' in condition) return { ...condition, items: condition.items.map(inner) };
  if (condition.kind === 'not') return { ...condition, item: inner(condition.item) };
  if (condition.kind === 'period') return { ...condition, from: period.from, to: period.to };
  if (condition.kind !== 'member' || condition.plan.where === null) return condition;
  return { ...condition, plan: { ...condition.plan, where: inner(condition.plan.where) } };
}
