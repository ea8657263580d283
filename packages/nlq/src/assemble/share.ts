import type { PlanCondition, PlanExpression } from '../plan.ts';
import { type AssembleContext, and, Unassemblable } from './context.ts';
import { isAggregate } from './expression.ts';
import type { Item, OutputMeaning } from './output-items.ts';
import type { Scope } from './scope.ts';

/** Columns that name what a share is of. */
const MOST_NAMES = 3;

/** "share of sales by city": each figure as a fraction of their sum. @throws Unassemblable when there is nothing to share out. */
export function shareOut<T extends { readonly expression: PlanExpression; readonly meaning: OutputMeaning }>(
  items: readonly T[],
  grouped: boolean,
): T[] {
  const measures = items.filter((item) => isAggregate(item.expression));
  const [measure] = measures;
  if (measure === undefined || measures.length > 1 || !grouped) throw new Unassemblable('a share of nothing');
  // "the share of online orders" is one figure, and not one for each order with all it has.
  if (items.length > MOST_NAMES + 1) throw new Unassemblable('a share of each row');
  return items.map((item) =>
    item === measure
      ? { ...item, expression: { kind: 'share', of: item.expression }, meaning: { ...item.meaning, aggregate: 'share' } }
      : item,
  );
}

/** "what percentage of nations are monarchies": the rows that satisfy the conditions, out of all. @throws Unassemblable */
export function partOfAll(
  context: AssembleContext,
  scope: Scope,
  subject: number,
  items: readonly Item[],
  where: readonly PlanCondition[],
): Item {
  const condition = and(where);
  const repeated = scope.tables().some((table) => (context.graph.paths(subject, table)[0] ?? []).some((edge) => edge.toMany));
  if (condition === null || repeated || items.some((item) => item.meaning.column?.table !== subject))
    throw new Unassemblable('a part of nothing');
  const rows: PlanExpression = { kind: 'count', distinct: false, of: null };
  return {
    expression: { kind: 'arithmetic', operator: '/', left: { kind: 'filtered', of: rows, where: condition }, right: rows },
    meaning: { role: 'measure', column: null, metric: null, aggregate: 'share', counted: subject },
  };
}
