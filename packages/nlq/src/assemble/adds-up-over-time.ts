import { addsUp } from '../lexicon/additive.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanExpression } from '../plan.ts';

/** Whether the figures of several periods make one of all of them: sums do, averages and counts of distinct things do not. */
export function addsUpOverTime(expression: PlanExpression, { model }: PreparedModel): boolean {
  switch (expression.kind) {
    case 'count':
      return !expression.distinct;
    case 'aggregate':
      return expression.fn === 'sum';
    case 'metric':
      return addsUp(model.metrics.find(({ name }) => name === expression.name)?.expression ?? '');
    default:
      return false;
  }
}
