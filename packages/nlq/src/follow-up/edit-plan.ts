import { isAggregate, looksAround, same } from '../assemble/expression.ts';
import type { PlanCondition, PlanExpression, PlanSelect, QueryPlan } from '../plan.ts';

/** Nothing in the plan depends on rows beside its own: they may be broken down or cut off differently. */
export function isWhole(plan: QueryPlan): boolean {
  return !showsAround(plan) && !JSON.stringify(plan.having).includes('"overGroups"');
}

/** A figure that is shown depends on the rows around it. */
export function showsAround({ select, limitPer }: QueryPlan): boolean {
  return limitPer !== undefined || select.some(({ expression }) => looksAround(expression) || expression.kind === 'filtered');
}

/** One figure is shown over two spans. */
export function showsSides({ select }: QueryPlan): boolean {
  return select.some(({ expression }) => expression.kind === 'filtered');
}

/** What figures are broken down by. */
export interface Group {
  readonly expression: PlanExpression;
  readonly name: string;
  /** Of the rows that `expression` is the name of. */
  readonly key?: PlanExpression;
}

/** Sets what figures are broken down by; `keep` adds to what is there. */
export function withGroups(plan: QueryPlan, groups: readonly Group[], keep: boolean): QueryPlan | null {
  const measures = plan.select.filter((item) => isAggregate(item.expression));
  const keepsSides = showsSides(plan) && groups.every(({ expression }) => expression.kind !== 'grain');
  if (measures.length === 0 || !(isWhole(plan) || keepsSides)) return null;
  const before = keep ? plan.select.filter((item) => !measures.includes(item)) : [];
  const keys = [
    ...before,
    ...groups
      .filter((group) => !before.some((item) => same(item.expression, group.expression)))
      .map((group): PlanSelect => ({ expression: group.expression, name: freeOutput(group.name, [...before, ...measures]) })),
  ];
  const timed = keys.find((item) => item.expression.kind === 'grain');
  // The first few over all months are not the first few rows.
  if (keep && timed !== undefined && plan.limit !== null) return null;
  const [first] = measures;
  const orderBy =
    timed !== undefined
      ? [{ expression: timed.expression, descending: false }]
      : first === undefined || keys.length === 0
        ? []
        : [{ expression: first.expression, descending: true }];
  return {
    ...plan,
    distinct: false,
    select: [...keys, ...measures],
    groupBy: [
      ...(keep ? plan.groupBy : []),
      ...groups.flatMap(({ key, expression }) => (key === undefined ? [expression] : [key, expression])),
    ].filter((key, index, all) => all.findIndex((other) => same(other, key)) === index),
    orderBy,
    limit: timed === undefined && keep ? plan.limit : null,
  };
}

function freeOutput(name: string, taken: readonly PlanSelect[]): string {
  let free = name;
  for (let n = 2; taken.some((item) => item.name.toLowerCase() === free.toLowerCase()); n++) free = `${name}_${n}`;
  return free;
}

/**
 * Restricts the plan. What a column is restricted to takes the place of what was said of it before; what is left out is left out
 * besides.
 */
export function withConditions(plan: QueryPlan, conditions: readonly PlanCondition[]): QueryPlan {
  const alike = new Map<string, PlanCondition[]>();
  for (const condition of conditions) {
    const key = leavesOut(condition) ? JSON.stringify(condition) : JSON.stringify(leftOf(condition) ?? condition);
    alike.set(key, [...(alike.get(key) ?? []), condition]);
  }
  const replaced = conditions.flatMap((condition) => (leavesOut(condition) ? [] : (leftOf(condition) ?? [])));
  const kept = conditionsOf(plan.where).filter((item) => {
    const other = leftOf(item);
    return !(other !== null && replaced.some((left) => same(left, other))) && !alike.has(JSON.stringify(item));
  });
  // "Riyadh and Jeddah": no row is in both.
  const added = [...alike.values()].map((items): PlanCondition => {
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind: items.every(isEqual) ? 'or' : 'and', items };
  });
  return { ...plan, where: joined([...kept, ...added.flatMap((item) => (item.kind === 'and' ? item.items : [item]))]) };
}

/** "and Riyadh" behind "only Makkah": the values of the same columns that groups are taken from already. */
export function heldBeside(plan: QueryPlan, conditions: readonly PlanCondition[]): readonly PlanCondition[] {
  if (plan.groupBy.length === 0 || !conditions.every(isValue)) return [];
  return conditionsOf(plan.where)
    .flatMap((item): readonly PlanCondition[] => (item.kind === 'or' && item.items.every(isValue) ? item.items : [item]))
    .filter((item) => isValue(item) && conditions.some(({ left }) => same(left, item.left)));
}

function isValue(condition: PlanCondition): condition is Extract<PlanCondition, { kind: 'compare' }> {
  return condition.kind === 'compare' && condition.operator === '=' && condition.right.kind === 'text';
}

function leavesOut(condition: PlanCondition): boolean {
  return condition.kind === 'compare' ? condition.operator === '!=' : 'negated' in condition && condition.negated;
}

function isEqual(condition: PlanCondition): boolean {
  return condition.kind === 'period' || (condition.kind === 'compare' && condition.operator === '=');
}

/** The first few only, by the figure; `up` for the highest; null when the plan looks beyond its rows. */
export function withLimit(plan: QueryPlan, limit: number, up: boolean): QueryPlan | null {
  if (!isWhole(plan)) return null;
  const measure = plan.select.find((item) => isAggregate(item.expression))?.expression;
  const current = plan.orderBy.find((order) => isAggregate(order.expression))?.expression ?? measure ?? plan.orderBy[0]?.expression;
  if (current === undefined) return null;
  const { offset: _first, ...whole } = plan;
  return { ...whole, limit, orderBy: [{ expression: current, descending: up }] };
}

/** Sorts by what is shown; null when it is not. */
export function withOrder(plan: QueryPlan, by: (shown: PlanExpression) => boolean, descending: boolean): QueryPlan | null {
  const shown = plan.select.find(({ expression }) => by(expression));
  // Of the first few, the order says which they are.
  return shown === undefined || plan.limit !== null
    ? null
    : { ...plan, orderBy: [{ expression: shown.expression, descending, ...(shown.counts ? { counts: shown.counts } : {}) }] };
}

/** Each figure as a part of its total. */
export function withShare(plan: QueryPlan): QueryPlan | null {
  if (plan.groupBy.length === 0 || !isWhole(plan)) return null;
  const swap = (expression: PlanExpression): PlanExpression =>
    isAggregate(expression) && expression.kind !== 'share' ? { kind: 'share', of: expression } : expression;
  return {
    ...plan,
    select: plan.select.map((item) => ({
      ...item,
      expression: swap(item.expression),
      name: isAggregate(item.expression) ? 'share' : item.name,
    })),
    orderBy: plan.orderBy.map((order) => ({ ...order, expression: swap(order.expression) })),
  };
}

/** What must hold together, one by one. */
export function conditionsOf(condition: PlanCondition | null): readonly PlanCondition[] {
  return condition === null ? [] : condition.kind === 'and' ? condition.items : [condition];
}

/** The reverse of `conditionsOf`. */
export function joined(conditions: readonly PlanCondition[]): PlanCondition | null {
  return conditions.length === 0 ? null : conditions.length === 1 ? (conditions[0] ?? null) : { kind: 'and', items: conditions };
}

function leftOf(condition: PlanCondition): PlanExpression | null {
  if ('left' in condition) return condition.left;
  if (condition.kind === 'or') {
    const [first] = condition.items;
    return first === undefined ? null : leftOf(first);
  }
  return null;
}
