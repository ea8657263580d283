import type { PlanExpression } from '../plan.ts';
import { type AssembleContext, keyColumn, optionOf, planColumn, tableAt } from './context.ts';
import type { Scope } from './scope.ts';

/** Keys of the things listed, so that two of one name stay two. */
export function listedKeys(context: AssembleContext, scope: Scope): PlanExpression[] {
  return context.frame.projections.flatMap(({ kind, mention }) => {
    const ref = kind === 'entity' && mention !== null ? optionOf(context, mention).ref : null;
    return ref?.kind === 'table' && tableAt(context, ref.table).table.primaryKey.length === 1
      ? [planColumn(scope, keyColumn(context, ref.table))]
      : [];
  });
}
