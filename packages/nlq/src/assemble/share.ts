import type { PlanExpression } from '../plan.ts';
import { Unassemblable } from './context.ts';
import { isAggregate } from './expression.ts';
import type { OutputMeaning } from './output-items.ts';

/** "share of sales by city": each figure as a fraction of their sum. @throws Unassemblable when there is nothing to share out. */
export function shareOut<T extends { readonly expression: PlanExpression; readonly meaning: OutputMeaning }>(
  items: readonly T[],
  grouped: boolean,
): T[] {
  const measures = items.filter((item) => isAggregate(item.expression));
  const [measure] = measures;
  if (measure === undefined || measures.length > 1 || !grouped) throw new Unassemblable('a share of nothing');
  return items.map((item) =>
    item === measure
      ? { ...item, expression: { kind: 'share', of: item.expression }, meaning: { ...item.meaning, aggregate: 'share' } }
      : item,
  );
}
