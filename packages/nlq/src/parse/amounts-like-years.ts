import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import { isMeasure } from './parser-state.ts';
import type { Segment } from './segment.ts';
import type { Token } from './token.ts';

/** "with price between 1900 and 2000", "whose salary is up to 2000": where the periods begin that are bounds of that column. */
export function amountsLikeYears(segments: readonly Segment[], tokens: readonly Token[], prepared: PreparedModel): Set<number> {
  const found = new Set<number>();
  for (const [at, segment] of segments.entries())
    if (segment.kind === 'period' && isBare(tokens.slice(segment.start, segment.end))) {
      const before = segments[at - 1];
      // "price 1500-2000"
      const ofTwo = before?.kind === 'number' && before.value >= LEAST_BOUND;
      if (ofTwo || boundsColumn(segments, at, prepared)) found.add(segment.start);
    }
  return found;
}

const LEAST_BOUND = 100;
const BOUND_WORDS = new Set(['between', 'and', 'to', 'from', 'up', 'until', 'till', '-']);

const isBare = (tokens: readonly Token[]) => tokens.every(({ kind, norm }) => kind === 'number' || BOUND_WORDS.has(norm));

function boundsColumn(segments: readonly Segment[], at: number, prepared: PreparedModel): boolean {
  const column = lastBefore(segments, at, (key) => key === 'be' || key === 'of' || key === 'the');
  const measured = segments[column];
  if (measured?.kind !== 'element') return false;
  const before = segments[lastBefore(segments, column, (key) => key === 'the')];
  if (before?.kind !== 'keyword' || !/^(with|whose|that|have)$/.test(before.keyword.key)) return false;
  return measured.mention.elements.some(({ ref, score }) => {
    if (ref.kind !== 'column' || score < OWN_NAME) return false;
    const named = prepared.tables[ref.table]?.columns[ref.column];
    return isMeasure(named) && named?.yearLike === false;
  });
}

/** The place of the last segment before `at` that is none of these keywords. */
function lastBefore(segments: readonly Segment[], at: number, passes: (key: string) => boolean): number {
  let place = at - 1;
  for (let segment = segments[place]; segment?.kind === 'keyword' && passes(segment.keyword.key); segment = segments[place]) place--;
  return place;
}
