import { type AssembleContext, optionOf, Unassemblable } from './context.ts';

/** The table whose rows are spoken of. @throws Unassemblable when nothing is asked for */
export function subjectOf(context: AssembleContext): number {
  const { frame } = context;
  for (const projection of frame.projections)
    if ((projection.kind === 'entity' || projection.kind === 'count' || projection.kind === 'everything') && projection.mention !== null)
      return optionOf(context, projection.mention).ref.table;
  for (const projection of frame.projections) if (projection.mention !== null) return optionOf(context, projection.mention).ref.table;
  for (const anchor of frame.anchors) return optionOf(context, anchor).ref.table;
  for (const group of frame.groups) if (group.mention !== null) return optionOf(context, group.mention).ref.table;
  for (const condition of frame.conditions) {
    if (condition.kind === 'superlative') {
      const mention = condition.target ?? condition.by;
      if (mention !== null) return optionOf(context, mention).ref.table;
    }
    if ('mention' in condition && condition.mention !== null) return optionOf(context, condition.mention).ref.table;
    if ('lhs' in condition && condition.lhs !== null) return optionOf(context, condition.lhs).ref.table;
  }
  if (context.prepared.tables.length === 1) return 0;
  throw new Unassemblable('nothing is asked for');
}
