import type { PlanCondition, PlanExpression } from '../plan.ts';
import { same } from './expression.ts';

/** The doubt about an answer that only gives the question back. */
export const ECHO = 'only what was said';

/** Does an answer only give back what the question said: the states called X, or how many things are called X? */
export function onlyEchoes(
  shown: readonly PlanExpression[],
  where: readonly PlanCondition[],
  namesOfCounted: readonly PlanExpression[],
): boolean {
  const fixed = where.flatMap((condition) =>
    condition.kind === 'compare' && condition.operator === '=' && condition.right.kind === 'text' ? [condition.left] : [],
  );
  const isFixed = (expression: PlanExpression) => fixed.some((one) => same(one, expression));
  if (shown.length === 0 || fixed.length === 0) return false;
  if (shown.every((expression) => expression.kind === 'count')) return namesOfCounted.some(isFixed);
  return shown.every(isFixed);
}
