import { OWN_NAME } from '../lexicon/lexicon.ts';
import { grainOfWord } from './metric-time.ts';
import { isNumeric, isTable, keywordAt, nextSolid, type ParserState, tableScore, typedAt } from './parser-state.ts';
import type { Mention, Segment } from './segment.ts';

export function group(state: ParserState, mention: Mention, counted = false): void {
  const { pending, frame } = state;
  const tie = tieBefore(state);
  const divides = keywordAt(state, tie)?.key === 'per';
  const per = divides || counted;
  // A moment stands before the things told apart in it, whichever was said first.
  const moment = frame.groups.at(-1)?.grain != null && keywordAt(state, state.at - 1)?.key === 'and' ? 1 : 0;
  frame.groups.splice(frame.groups.length - moment, 0, {
    mention,
    grain: null,
    per,
    divides: divides || /^(لكل( |$)|لل)/.test(typedAt(state, tie)),
  });
  if (isTable(mention)) {
    state.lastTable = mention;
    for (const projection of frame.projections)
      if (
        projection.anchor === null &&
        projection.kind === 'element' &&
        projection.aggregate === null &&
        projection.mention !== null &&
        !isTable(projection.mention) &&
        projection.mention.elements[0]?.ref.kind !== 'metric'
      )
        projection.anchor = mention;
  }
  pending.distinct = false;
  pending.count = false;
  state.lastRole = 'group';
  pending.group = moreToCome(state);
  if (!pending.group && frame.projections.length > 0) state.mode = 'cond';
}

/** Where the word stands by which the element is tied to what is before it: "per square metre". */
function tieBefore(state: ParserState): number {
  let at = state.at - 1;
  while (keywordAt(state, at)?.key === 'the') at--;
  return at;
}

/** "by region and year": the next element has the same role. */
export function moreToCome(state: ParserState): boolean {
  const next = keywordAt(state, state.at + 1);
  if (next?.key !== 'and' && !(next?.key === 'mark' && next.mark === ',') && next?.key !== 'per') return false;
  const after = nextSolid(state, state.at + 2);
  return after?.segment.kind === 'element' && !isTableWithMore(after.segment.mention);
}

export function isTableWithMore(mention: Mention): boolean {
  return isTable(mention) && tableScore(mention) > 0.95 && mention.elements.every((candidate) => candidate.ref.kind === 'table');
}

/** "count by region", "top 5 shops by sales", "price by brand". */
export function byKey(state: ParserState, mention: Mention): boolean {
  // "used by all branches" speaks of them together.
  if (keywordAt(state, state.at - 1)?.key === 'all') {
    state.mode = 'cond';
    state.pending.preposition = null;
    return false;
  }
  const { frame, pending } = state;
  if (frame.visual === 'scatter') return false;
  pending.preposition = null;
  let by = state.at - 1;
  while (by > 0 && keywordAt(state, by)?.key !== 'by') by--;
  const verb = state.segments[by - 1];
  if (
    (verb?.kind === 'word' && grainOfWord(verb.text) === null) ||
    (verb?.kind === 'keyword' && verb.keyword.key === 'verb') ||
    // "customers served" may be what a metric is called.
    (verb?.kind === 'element' && /(ed|en)$/.test(verb.text) && !isNumeric(state, verb.mention))
  ) {
    // "headcount by job title": of what each is told is not known.
    if (verb?.kind === 'word' && frame.projections.length === 0 && frame.unread.includes(verb.text))
      frame.doubts.push(`"${verb.text}" by`, 'nothing by something');
    state.mode = 'cond';
    return false;
  }
  // "the share of orders cancelled by region" is a share for each region.
  const measured = frame.share || frame.projections.some((projection) => projection.kind === 'count' || projection.aggregate !== null);
  // "top 5 customers by sales by channel": ranked already, so the first of each.
  if (frame.limit !== null && frame.orders.some((order) => order.shown) && !isNumeric(state, mention)) {
    group(state, mention);
    return true;
  }
  if (pending.top !== null || frame.limit !== null) {
    frame.limit = pending.top?.limit ?? frame.limit;
    frame.orders.push({ mention, aggregate: null, count: isTable(mention), shown: true, descending: pending.top?.up ?? true });
    pending.top = null;
    return true;
  }
  const [listed, ...more] = frame.projections;
  if (listed?.kind === 'entity' && more.length === 0 && isTable(mention) && countedByThing(state, listed.mention, by)) {
    group(state, mention, true);
    return true;
  }
  // "products launched in 2024 by category": no period and no place is by anybody.
  if (listed?.kind === 'entity' && more.length === 0 && isTable(mention) && (verb?.kind === 'period' || verb?.kind === 'value')) {
    group(state, mention, true);
    return true;
  }
  // "orders per customer by region": counted already, and told apart by both.
  if (frame.groups.some(({ per }) => per === true) && !isNumeric(state, mention)) {
    group(state, mention, true);
    return true;
  }
  if (
    measured ||
    frame.visual !== null ||
    frame.projections.some((projection) => projection.mention !== null && isNumeric(state, projection.mention))
  ) {
    group(state, mention);
    return true;
  }
  // "the most expensive product by category": the first of each.
  if (listed?.kind === 'entity' && more.length === 0 && isTable(mention) && frame.conditions.some(({ kind }) => kind === 'superlative')) {
    group(state, mention);
    return true;
  }
  // "customers by segment" counts them per segment.
  if (listed?.kind === 'entity' && more.length === 0 && !isTable(mention) && !isNumeric(state, mention)) {
    group(state, mention);
    return true;
  }
  return false;
}

/** "orders by region", as against "list the songs by an artist" and "songs by artists of France", which ask for the songs. */
function countedByThing(state: ParserState, listed: Mention | null, by: number): boolean {
  const said = state.segments[by - 1];
  const one = state.segments[state.at];
  const bare = state.segments.slice(0, Math.max(0, by - 1)).every((segment) => isBare(segment));
  const whole = state.segments.slice(state.at + 1).every((segment) => segment.kind === 'period' || isJoint(segment));
  const single = one?.kind === 'element' && state.at === by + 1 && !/s$/i.test(one.text);
  // "sales target by branch" is the figure of that name.
  const isFigure = listed?.elements.some(({ ref, score }) => ref.kind === 'metric' && score >= OWN_NAME) ?? true;
  return bare && whole && single && !isFigure && said?.kind === 'element' && said.mention === listed;
}

/** "show", or what the things are like: "cancelled orders by branch". */
const isBare = (segment: Segment) => segment.kind === 'value' || (segment.kind === 'keyword' && OPENS.test(segment.text));

const OPENS = /^(show|show me|show us|give me|the|please)$/i;

const isJoint = (segment: Segment) =>
  segment.kind === 'element' ||
  (segment.kind === 'word' && grainOfWord(segment.norm) !== null) ||
  (segment.kind === 'keyword' && ['and', 'in', 'by', 'per', 'grain', 'mark', 'the', 'for'].includes(segment.keyword.key));

/** "top 3 branches by number of orders", "by average price". */
export function pickBy(state: ParserState, mention: Mention): boolean {
  const { frame, pending } = state;
  if (pending.top === null && frame.limit === null) return false;
  frame.limit = pending.top?.limit ?? frame.limit;
  frame.orders.push({
    mention,
    aggregate: pending.aggregates.pop() ?? null,
    count: pending.count,
    shown: true,
    descending: pending.top?.up ?? true,
  });
  pending.top = null;
  pending.count = false;
  pending.preposition = null;
  return true;
}
