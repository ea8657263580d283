import type { PlanExpression } from '../plan.ts';

export function isAggregate(expression: PlanExpression): boolean {
  return (
    expression.kind === 'count' ||
    expression.kind === 'aggregate' ||
    expression.kind === 'metric' ||
    expression.kind === 'share' ||
    expression.kind === 'filtered'
  );
}

export function same(a: PlanExpression, b: PlanExpression): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
