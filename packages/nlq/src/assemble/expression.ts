import type { PlanExpression } from '../plan.ts';

export function isAggregate(expression: PlanExpression): boolean {
  return (
    expression.kind === 'count' ||
    expression.kind === 'aggregate' ||
    expression.kind === 'metric' ||
    expression.kind === 'share' ||
    expression.kind === 'earlier' ||
    expression.kind === 'growth' ||
    expression.kind === 'running' ||
    expression.kind === 'filtered' ||
    (expression.kind === 'arithmetic' && (isAggregate(expression.left) || isAggregate(expression.right)))
  );
}

/** A figure that looks beyond its own row, so that the rows around it cannot be changed on their own. */
export function looksAround(expression: PlanExpression): boolean {
  const { kind } = expression;
  // "sales per square metre" holds for the branch that has them, and for no group of branches.
  if (kind === 'arithmetic') return expression.right.kind === 'column' && isAggregate(expression.left);
  return kind === 'earlier' || kind === 'growth' || kind === 'running';
}

export function same(a: PlanExpression, b: PlanExpression): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
