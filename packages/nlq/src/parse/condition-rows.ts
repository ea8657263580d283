import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from './frame.ts';

/** "missed targets per branch": rows that satisfy a condition, called by the figure that they hold; they are counted, not added up. */
export function settleConditionRows(frame: Frame, { model, tableIndex }: PreparedModel): void {
  const [rows, figure, ...more] = frame.projections;
  if ((rows?.kind !== 'entity' && rows?.kind !== 'count') || rows.mention === null || figure?.mention == null || more.length > 0) return;
  const { start, end, elements } = rows.mention;
  const ref = figure.mention.elements[0]?.ref;
  if (
    ref?.kind !== 'metric' ||
    end !== figure.mention.start ||
    tableIndex(model.metrics[ref.metric]?.table ?? '') !== elements[0]?.ref.table
  )
    return;
  const said = frame.conditions.some((condition) => condition.kind === 'compare' && condition.lhs.start === start);
  if (said) frame.projections = [frame.groups.length > 0 ? { ...rows, kind: 'count' } : rows];
}
