import { grainOfWord } from './metric-time.ts';
import { isFigure } from './parser-state.ts';
import type { Segment } from './segment.ts';

/** "the best sales month" is said as "the best month by sales", "the top 3 sales months" as "the top 3 months by sales". */
export function bestMoment(segments: readonly Segment[]): Segment[] {
  const at = segments.findIndex((_, index) => isSaidOf(segments[index], segments[index + 1]) && ranks(rankOf(segments, index)));
  const [figure, moment] = segments.slice(at, at + 2);
  if (at < 0 || figure === undefined || moment === undefined) return [...segments];
  const rank = rankOf(segments, at);
  const by: Segment = { kind: 'keyword', keyword: { key: 'by' }, start: figure.start, end: figure.start, text: 'by' };
  return segments.flatMap((segment, index) => {
    if (segment === rank && segment.kind === 'keyword')
      return [{ ...segment, keyword: { key: 'top', up: !('up' in segment.keyword) || segment.keyword.up } }];
    return index === at ? [moment, by, figure] : index === at + 1 ? [] : [segment];
  });
}

/** What ranks, with how many of them at most between. */
const rankOf = (segments: readonly Segment[], at: number) => segments[segments[at - 1]?.kind === 'number' ? at - 2 : at - 1];

const ranks = (segment: Segment | undefined) =>
  segment?.kind === 'keyword' && /^(the )?(best|top|worst|highest|lowest|biggest|smallest|strongest|weakest)$/i.test(segment.text);

function isSaidOf(figure: Segment | undefined, moment: Segment | undefined): boolean {
  const named = moment?.kind === 'element' || moment?.kind === 'word';
  return figure?.kind === 'element' && isFigure(figure.mention) && named && grainOfWord(moment.text) !== null;
}
