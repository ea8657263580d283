import { looksAround, same } from '../assemble/expression.ts';
import type { PlanExpression, QueryPlan } from '../plan.ts';
import type { SqlDialect } from './dialect.ts';

/** A plan that has to see all of its groups before it can say what it shows: the first of each, the change between two. */
export function isLayered(plan: QueryPlan): boolean {
  return plan.limitPer !== undefined || plan.select.some(({ expression }) => expression.kind === 'growth');
}

/** What stands inside: the groups with their figures, in no order. */
export function innerPlan({ limitPer: _per, ...plan }: QueryPlan): QueryPlan {
  return { ...plan, select: plan.select.filter(({ expression }) => expression.kind !== 'growth'), orderBy: [], limit: null };
}

/** Reads from the groups in `inner`, by their output names. @throws RangeError when it orders by what is not shown */
export function outerQuery(plan: QueryPlan, inner: string, sql: SqlDialect, identifier: (name: string) => string): string {
  const nameOf = (expression: PlanExpression) => {
    const item = plan.select.find((candidate) => same(candidate.expression, expression));
    if (item === undefined) throw new RangeError('a layered plan reads only what it shows');
    return identifier(item.name);
  };
  const shown = plan.select.map(({ expression, name }) => {
    if (expression.kind !== 'growth') return identifier(name);
    const [now, earlier] = [nameOf(expression.of), nameOf(expression.earlier)];
    return `${sql.divide(`(${now} - ${earlier})`, `ABS(${earlier})`)} AS ${identifier(name)}`;
  });
  const orders = plan.orderBy
    .filter(({ expression }) => plan.limitPer === undefined || !looksAround(expression))
    .map(({ expression, descending }) => `${nameOf(expression)}${descending ? ' DESC' : ''}`);
  return [
    `SELECT ${shown.join(', ')}`,
    `FROM (\n${inner.replaceAll(/^/gm, '  ')}\n) AS figures`,
    ...(orders.length === 0 ? [] : [`ORDER BY ${orders.join(', ')}`]),
  ].join('\n');
}
