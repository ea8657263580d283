import { isAdditive } from '../lexicon/additive.ts';
import { isMeasure } from '../parse/parser-state.ts';
import { type AssembleContext, columnAt, optionOf, Unassemblable } from './context.ts';
import { isAggregate, same } from './expression.ts';
import type { GroupItem, Item } from './output-items.ts';

/**
 * "target and actual by branch": numbers beside a figure of the company are a figure too, and only "by" makes them what it is told by.
 * A date that is told by its months already is not told again. @throws Unassemblable for what has no sum
 */
export function figuresBeside(context: AssembleContext, items: Item[], groups: readonly GroupItem[]): void {
  if (!items.some(({ expression }) => expression.kind === 'metric')) return;
  const listed = new Set([
    ...groups.flatMap((group) => (group.entity ? [group.table] : [])),
    ...context.frame.projections.flatMap(({ kind, mention }) =>
      kind === 'entity' && mention !== null ? [optionOf(context, mention).ref.table] : [],
    ),
  ]);
  for (const [at, item] of [...items.entries()].reverse()) {
    const { column } = item.meaning;
    if (isAggregate(item.expression) || column === null || listed.has(column.table)) continue;
    const prepared = columnAt(context, column);
    if (groups.some(({ expression }) => expression.kind === 'grain' && same(expression.of, item.expression))) items.splice(at, 1);
    else if (prepared.type === 'boolean') throw new Unassemblable('yes or no beside a figure');
    else if (isMeasure(prepared) && !prepared.yearLike) {
      if (!isAdditive(prepared)) throw new Unassemblable('numbers beside a figure that have no sum');
      const meaning = { role: 'measure', column, metric: null, aggregate: 'sum', counted: null } as const;
      items[at] = { expression: { kind: 'aggregate', fn: 'sum', of: item.expression }, meaning };
    }
  }
}
