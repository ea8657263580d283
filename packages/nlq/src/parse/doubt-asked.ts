import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame, Projection } from './frame.ts';
import { isMeasure } from './parser-state.ts';
import type { Segment } from './segment.ts';

/** What was read cannot be what was asked: a figure where yes or no is, who does it where what is, rows where how much is. */
export function doubtAsked(frame: Frame, segments: readonly Segment[], prepared: PreparedModel): void {
  const [first, second] = segments.map(({ text }) => text.toLowerCase());
  if (first === undefined || second === undefined) return;
  const { projections, conditions } = frame;
  if (YES_OR_NO.test(first)) frame.doubts.push('yes or no', `"${first}" left out`);
  if (first === 'how much' && !projections.some((projection) => tellsHowMuch(projection, prepared, conditions.length > 0)))
    frame.doubts.push('how much of what', `"${first}" left out`);
  // "who did not buy", where nothing says who buys.
  const denied = first === 'who' && segments[1]?.kind === 'keyword' && segments[1].keyword.key === 'not';
  if (denied && !conditions.some(({ kind, negated }) => kind === 'exists' && negated))
    frame.doubts.push('who did not', `"${first}" left out`);
  const told =
    frame.visual !== null || frame.growth !== null || projections.some(({ kind, aggregate }) => kind === 'count' || aggregate !== null);
  const does = !told && /^(what|how)$/.test(first) && /^(do|does|did)$/.test(second);
  const named = first === 'what' && projections.some((projection) => isColumn(projection, prepared));
  if (does && !named) frame.doubts.push('what is done', `"${first}" left out`);
}

const YES_OR_NO = /^(did|does)$/;

function tellsHowMuch({ kind, aggregate, mention }: Projection, prepared: PreparedModel, bounded: boolean): boolean {
  const ref = mention?.elements[0]?.ref;
  return (
    kind === 'count' ||
    aggregate !== null ||
    ref?.kind === 'metric' ||
    (bounded && ref?.kind === 'column' && isMeasure(prepared.tables[ref.table]?.columns[ref.column]))
  );
}

/** "what does the laptop cost" asks for a column. */
function isColumn({ mention }: Projection, prepared: PreparedModel): boolean {
  const ref = mention?.elements[0]?.ref;
  return ref?.kind === 'column' && isMeasure(prepared.tables[ref.table]?.columns[ref.column]);
}
