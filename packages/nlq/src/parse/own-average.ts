import type { Frame } from './frame.ts';
import type { Keyword } from './keyword.ts';
import type { Segment } from './segment.ts';

/** "above the average of their region", "of the region", "in each region", "above their region's average": one average for each, which is not told here. */
export function settleOwnAverage(frame: Frame, segments: readonly Segment[]): void {
  if (!frame.conditions.some(({ kind }) => kind === 'against')) return;
  const compared = segments.findIndex((segment) => keyOf(segment) === 'compare');
  const after = segments.slice(compared + 1);
  const average = after.findIndex((segment) => keyOf(segment) === 'aggregate');
  const own = after.some((segment, at) => keyOf(segment) === 'their' && keyOf(after[at + 1]) !== 'aggregate');
  const ofOne = average >= 0 && after.slice(average).some((_, at, rest) => isOfOne(rest, at));
  const each = average >= 0 && after.slice(average).some((segment) => EACH.has(keyOf(segment) ?? ''));
  if (own || ofOne || each) frame.doubts.push('an average for each', 'of which of them');
}

/** "average orders per day" is a count of them for each day, whatever the average of one is called. */
export function settleAverageCount(frame: Frame, segments: readonly Segment[]): void {
  const many = segments.some(
    (segment, at) =>
      segment.kind === 'element' &&
      segment.mention.elements[0]?.ref.kind === 'metric' &&
      AVERAGE_OF_MANY.test(segment.text) &&
      PER.has(keyOf(segments[at + 1]) ?? ''),
  );
  if (many) frame.doubts.push('an average of counts', 'averaged over what');
}

const AVERAGE_OF_MANY = /^((average|avg|mean) .*s|(متوسط|معدل) .*ات)$/i;
const EACH = new Set<string>(['each', 'per']);
const PER = new Set<string>(['grain', 'per', 'each']);

/** "of the region", "in the branch": one thing of a kind, each its own. */
function isOfOne(segments: readonly Segment[], at: number): boolean {
  const [of, article, thing] = segments.slice(at, at + 3);
  const tied = keyOf(of) === 'of' || keyOf(of) === 'in' || keyOf(of) === 'for';
  const named = article?.kind === 'keyword' && /^(the|same|the same)$/i.test(article.text);
  return tied && named && thing?.kind === 'element' && thing.mention.elements[0]?.ref.kind === 'table' && !/s$/i.test(thing.text);
}

function keyOf(segment: Segment | undefined): Keyword['key'] | null {
  return segment?.kind === 'keyword' ? segment.keyword.key : null;
}
