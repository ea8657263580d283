import { type Lexicon, OWN_NAME } from '../lexicon/lexicon.ts';
import type { Condition, Frame } from './frame.ts';
import type { Keyword } from './keyword.ts';
import type { Mention, Segment } from './segment.ts';
import type { Token } from './token.ts';

/**
 * Words that were understood one by one and are in no part of the frame, nor in a table the answer is read from: what they say would
 * be missing from it.
 */
export function leftOut(frame: Frame, segments: readonly Segment[], tables: ReadonlySet<number>): string[] {
  if (frame.visual !== null) return [];
  const used = new Set(mentionsOf(frame).map(placeOf));
  const texts = flat(frame.conditions).flatMap((condition) => (condition.kind === 'text' ? [condition.text] : []));
  const lost = segments.flatMap((segment) => {
    if (segment.kind !== 'element' && segment.kind !== 'value') return [];
    const { mention } = segment;
    if (used.has(placeOf(mention)) || texts.some((text) => text.includes(mention.text))) return [];
    if (segment.kind === 'value') return [mention.text];
    const best = mention.elements[0]?.score ?? 0;
    const near = mention.elements.filter((candidate) => candidate.score >= best - NEAR);
    if (VERB.test(mention.text) || near.some(({ ref }) => tables.has(ref.table))) return [];
    // What is said to be of one table is not read from another.
    return best >= OWN_NAME && mention.elements[0]?.ref.kind === 'table' ? [mention.text, `of ${mention.text}`] : [mention.text];
  });
  return [...lost, ...lostExtremes(frame, segments), ...lostEnds(segments), ...lostBounds(frame, segments)];
}

/** Small words that are the whole name of a table the answer is not read from. */
export function fillerTables(
  segments: readonly Segment[],
  tokens: readonly Token[],
  lexicon: Lexicon,
  tables: ReadonlySet<number>,
): string[] {
  return segments.flatMap((segment) => {
    const [word, ...more] = tokens.slice(segment.start, segment.end);
    if (segment.kind !== 'keyword' || !FILLERS.has(segment.keyword.key) || word === undefined || more.length > 0) return [];
    const [top] = lexicon.elements([word.stem], [word.norm]);
    return top?.ref.kind === 'table' && top.score >= OWN_NAME && !tables.has(top.ref.table) ? [segment.text] : [];
  });
}

/** Keywords that change nothing where they stand. */
const FILLERS = new Set<Keyword['key']>(['the', 'rows', 'all', 'verb', 'common']);

/** Candidates this close to the best may be what was meant. */
const NEAR = 0.1;
const VERB = /(ed|en|ing|paid|pays?)$/i;

/** Mentions may be put together anew while a frame is built; where they stand stays. */
const placeOf = (mention: Mention) => mention.start;

/** "the highest", with no row picked, no order and no figure to show for it. */
function lostExtremes({ projections, conditions, orders, limit }: Frame, segments: readonly Segment[]): string[] {
  const said = segments.filter((segment) => segment.kind === 'keyword' && segment.keyword.key === 'superlative');
  const kept =
    orders.length +
    (limit === null ? 0 : 1) +
    flat(conditions).filter((condition) => condition.kind === 'superlative' || condition.kind === 'against').length +
    projections.filter((projection) => projection.aggregate === 'min' || projection.aggregate === 'max').length;
  return kept > 0 ? [] : said.map((segment) => segment.text);
}

/** "top 3 and bottom 3": the one end only is shown. */
function lostEnds(segments: readonly Segment[]): string[] {
  const ends = segments.flatMap((segment) => (segment.kind === 'keyword' && segment.keyword.key === 'top' ? [segment] : []));
  const up = ends.filter((segment) => segment.keyword.key === 'top' && segment.keyword.up);
  return up.length > 0 && up.length < ends.length ? ends.map(({ text }) => text) : [];
}

/** "which exceeded their target", with nothing held against a bound: all would be listed. */
function lostBounds({ conditions, later }: Frame, segments: readonly Segment[]): string[] {
  const said = segments.filter(
    (segment) => segment.kind === 'keyword' && segment.keyword.key === 'compare' && segment.keyword.operator !== '=',
  );
  const kept = later !== null || flat(conditions).some(({ kind }) => /^(compare|between|countCompare|against)$/.test(kind));
  return kept ? [] : said.flatMap(({ text }) => [text, `a bound of ${text}`]);
}

function mentionsOf(frame: Frame): Mention[] {
  return [
    ...frame.projections.map((projection) => projection.mention),
    ...frame.groups.map((group) => group.mention),
    ...frame.orders.map((order) => order.mention),
    frame.division,
    frame.over,
    ...flat(frame.conditions).flatMap(mentionsIn),
  ].filter((mention) => mention !== null && mention !== undefined);
}

function mentionsIn(condition: Condition): (Mention | null | undefined)[] {
  switch (condition.kind) {
    case 'value':
      return [condition.mention, condition.lhs];
    case 'against':
      return [condition.lhs, condition.of, condition.scope, condition.row];
    case 'exists':
    case 'countCompare':
      return [condition.mention];
    case 'superlative':
      return [condition.by, condition.target, condition.count === 'rows' ? null : condition.count];
    case 'compare':
    case 'between':
    case 'text':
    case 'period':
    case 'null':
      return [condition.lhs];
  }
}

function flat(conditions: readonly Condition[]): Condition[] {
  return conditions.flatMap((condition) => (condition.kind === 'exists' ? [condition, ...flat(condition.inner)] : [condition]));
}
