import type { Reading, SemanticModel } from '@majed-vanna/nlq';
import type { FirstOfEach, Growth } from '../headline/answer-facts.ts';

type QueryPlan = Reading['plan'];
type PlanExpression = QueryPlan['select'][number]['expression'];
type PlanCondition = NonNullable<QueryPlan['where']>;

/** Whether the values of groups add up to the value of all: sums and counts do, averages and shares do not. */
export function isAdditive(expression: PlanExpression, model: SemanticModel): boolean {
  switch (expression.kind) {
    case 'count':
      return !expression.distinct;
    case 'aggregate':
      return expression.fn === 'sum';
    case 'filtered':
      return isAdditive(expression.of, model);
    case 'metric': {
      const formula = model.metrics.find(({ name }) => name === expression.name)?.expression ?? '';
      return /^\s*(sum|count)\s*\(/i.test(formula) && !/\/|\b(avg|min|max|distinct|median|stddev)\b/i.test(formula);
    }
    case 'arithmetic':
      return (
        (expression.operator === '+' || expression.operator === '-') &&
        isAdditive(expression.left, model) &&
        isAdditive(expression.right, model)
      );
    default:
      return false;
  }
}

/** A grain such as "weekday", whose groups lie on no time line: Sundays of all years are one group. */
export function isCyclic(expression: PlanExpression): boolean {
  return expression.kind === 'grain' && grainOf(expression) === null;
}

/** How fine the moments are that an output is grouped by; null for every other output. */
export function grainOf(expression: PlanExpression): 'year' | 'quarter' | 'month' | 'week' | 'day' | null {
  if (expression.kind !== 'grain' || expression.grain === 'weekday' || expression.grain === 'hour') return null;
  return expression.grain;
}

export interface PlanPeriod {
  /** ISO date, included. */
  readonly from: string | null;
  /** ISO date, not included. */
  readonly to: string | null;
}

/** The one period that all rows are taken from; null when there is none, or several. */
export function periodOf(condition: PlanCondition | null): PlanPeriod | null {
  const periods = conjuncts(condition).flatMap((item) =>
    item.kind === 'period' && !item.negated ? [{ from: item.from, to: item.to }] : [],
  );
  return periods.length === 1 ? (periods[0] ?? null) : null;
}

/** Two outputs that are the same measure over two periods: now and then. */
export function comparedPeriods(
  plan: QueryPlan,
): { readonly current: number; readonly previous: number; readonly now: PlanPeriod; readonly before: PlanPeriod } | null {
  const filtered = plan.select.flatMap(({ expression }, index) => {
    const period = expression.kind === 'filtered' ? periodOf(expression.where) : null;
    return expression.kind === 'filtered' && period?.from ? [{ index, period, from: period.from, of: JSON.stringify(expression.of) }] : [];
  });
  const [a, b] = filtered.toSorted((x, y) => (x.from < y.from ? 1 : -1));
  return a && b && filtered.length === 2 && a.of === b.of && a.from !== b.from
    ? { current: a.index, previous: b.index, now: a.period, before: b.period }
    : null;
}

/** The outputs of "the first few of each": one group, one thing picked in it, and the figure it is picked by. */
export function perGroupOf({ select, limitPer, orderBy }: QueryPlan): FirstOfEach | null {
  if (limitPer === undefined) return null;
  const shown = limitPer.map((key) => outputOf(select, key)).filter((index) => index >= 0);
  const [group] = shown;
  const measure = outputOf(select, orderBy[0]?.expression);
  const names = select.map((_, index) => index).filter((index) => index !== measure && !shown.includes(index));
  const [name] = names;
  return group === undefined || name === undefined || shown.length > 1 || names.length > 1 || measure < 0
    ? null
    : { group, name, measure, lowest: orderBy[0]?.descending === false };
}

/** The outputs of a figure and of the one before it, when its growth is shown. */
export function growthOf({ select }: QueryPlan): Growth | null {
  const growth = select.find(({ expression }) => expression.kind === 'growth')?.expression;
  if (growth?.kind !== 'growth') return null;
  const [current, previous] = [outputOf(select, growth.of), outputOf(select, growth.earlier)];
  return current < 0 || previous < 0 ? null : { current, previous, back: growth.earlier.back };
}

/** Where an expression is shown; -1 where it is not. */
function outputOf(select: QueryPlan['select'], wanted: PlanExpression | undefined): number {
  return select.findIndex(({ expression }) => JSON.stringify(expression) === JSON.stringify(wanted));
}

/** How many tables and metrics a plan is made of, its sub-plans included. */
export function elementsOf(plan: QueryPlan): { tables: number; metrics: number } {
  const tables = new Set<string>();
  const metrics = new Set<string>();
  visit(plan);
  return { tables: tables.size, metrics: metrics.size };

  /** A plan is plain JSON: tables and metrics are recognised by their shape, wherever they stand. */
  function visit(part: unknown): void {
    if (typeof part !== 'object' || part === null) return;
    if ('schema' in part && 'table' in part) tables.add(`${part.schema}.${part.table}`);
    if ('kind' in part && part.kind === 'metric' && 'name' in part) metrics.add(String(part.name));
    for (const inner of Object.values(part)) visit(inner);
  }
}

function conjuncts(condition: PlanCondition | null): readonly PlanCondition[] {
  if (!condition) return [];
  return condition.kind === 'and' ? condition.items.flatMap(conjuncts) : [condition];
}
