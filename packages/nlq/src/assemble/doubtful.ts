import { type AssembleContext, columnAt, meetsMany, optionOf } from './context.ts';
import { isAggregate } from './expression.ts';
import type { Item } from './output-items.ts';

/** "branches below target", where a branch has a target each month: below it once, or in all? */
export function holdsForSome(
  context: AssembleContext,
  condition: AssembleContext['frame']['conditions'][number],
  subject: number,
): boolean {
  if (condition.kind !== 'compare') return false;
  const { ref } = optionOf(context, condition.lhs);
  const named = context.frame.anchors.some((anchor) => optionOf(context, anchor).ref.table === ref.table);
  return (
    ref.kind === 'column' &&
    columnAt(context, ref).column.computed?.from === 'condition' &&
    !named &&
    meetsMany(context, subject, ref.table)
  );
}

/** The doubt about lists that only share a third table. */
export const SIDE_BY_SIDE = 'two lists side by side';

/** Columns of two tables that only share a third: every row of the one would stand beside every row of the other. */
export function sideBySide(context: AssembleContext, items: readonly Item[]): boolean {
  const tables = [
    ...new Set(items.flatMap((item) => (isAggregate(item.expression) || item.meaning.column === null ? [] : [item.meaning.column.table]))),
  ];
  return tables.some((a) =>
    tables.some((b) => {
      const [path = []] = a < b ? context.graph.paths(a, b) : [];
      return path.some((edge, at) => edge.toMany && path.slice(0, at).some((before) => !before.toMany));
    }),
  );
}
