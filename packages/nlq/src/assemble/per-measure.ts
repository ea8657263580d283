import type { GroupKey } from '../parse/frame.ts';
import type { PlanExpression } from '../plan.ts';
import { type AssembleContext, type ColumnRef, CountedTwice, columnAt, optionOf, planColumn, Unassemblable } from './context.ts';
import type { Item } from './output-items.ts';
import type { Scope } from './scope.ts';

/** "sales per square metre": the figure is divided by a column that measures the things it is worked out for. */
export interface PerMeasure {
  readonly column: ColumnRef;
  /** What else was said to group by. */
  readonly groups: readonly GroupKey[];
  /** Nothing else was: each of the things measured is shown. */
  readonly ofEach: boolean;
}

/** Null when the question asks for no such ratio. @throws Unassemblable for one of several figures, or of groups of things measured */
export function perMeasure(context: AssembleContext): PerMeasure | null {
  const { projections, groups, orders } = context.frame;
  const figures = [...projections, ...orders].flatMap((figure) => {
    const ref = figure.mention === null ? null : optionOf(context, figure.mention).ref;
    return ref?.kind === 'metric' || (ref?.kind === 'table' && 'kind' in figure && figure.kind === 'count') ? [ref] : [];
  });
  if (figures.length === 0) return null;
  const per = groups.find((group) => group.divides === true && group.mention !== null && measures(context, group.mention) !== null);
  const column = per?.mention == null ? null : measures(context, per.mention);
  // "number of people per age" groups them by their own.
  if (column === null || figures.some((ref) => ref.kind === 'table' && ref.table === column.table)) return null;
  if (projections.length > 1 || orders.length > 0) throw new Unassemblable('a ratio of one of several');
  const others = groups.filter((group) => group !== per);
  const named = others.some(({ mention }) => {
    const ref = mention === null ? null : optionOf(context, mention).ref;
    return ref?.kind === 'table' && ref.table === column.table;
  });
  if (others.length > 0 && !named) throw new CountedTwice('a measure of several things in a group');
  return { column, groups: others, ofEach: !named };
}

function measures(context: AssembleContext, mention: NonNullable<GroupKey['mention']>): ColumnRef | null {
  const { ref } = optionOf(context, mention);
  if (ref.kind !== 'column') return null;
  const { type, key, identifier, yearLike } = columnAt(context, ref);
  return type === 'number' && key === null && !identifier && !yearLike ? ref : null;
}

/** The figure over the measure, which joins what is grouped by: it is the same for all rows of a group. */
export function divideBy(scope: Scope, { column }: PerMeasure, items: Item[], groupBy: PlanExpression[]): void {
  const right = planColumn(scope, column);
  groupBy.push(right);
  for (const [at, item] of items.entries())
    if (item.expression.kind === 'metric' || item.expression.kind === 'count')
      items[at] = {
        expression: { kind: 'arithmetic', operator: '/', left: item.expression, right },
        meaning: { ...item.meaning, metric: null, aggregate: null },
      };
}
