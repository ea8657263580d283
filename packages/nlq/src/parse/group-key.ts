import { isNumeric, isTable, keywordAt, nextSolid, type ParserState, tableScore } from './parser-state.ts';
import type { Mention } from './segment.ts';

export function group(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  const tie = tieBefore(state);
  const per = keywordAt(state, tie)?.key === 'per';
  // A moment stands before the things told apart in it, whichever was said first.
  const moment = frame.groups.at(-1)?.grain != null && keywordAt(state, state.at - 1)?.key === 'and' ? 1 : 0;
  frame.groups.splice(frame.groups.length - moment, 0, {
    mention,
    grain: null,
    per,
    divides: per || /^(لكل( |$)|لل)/.test(state.segments[tie]?.text ?? ''),
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
    verb?.kind === 'word' ||
    (verb?.kind === 'keyword' && verb.keyword.key === 'verb') ||
    // "customers served" may be what a metric is called.
    (verb?.kind === 'element' && /(ed|en)$/.test(verb.text) && verb.mention.elements[0]?.ref.kind !== 'metric')
  ) {
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
  if (
    measured ||
    frame.visual !== null ||
    frame.projections.some((projection) => projection.mention !== null && isNumeric(state, projection.mention))
  ) {
    group(state, mention);
    return true;
  }
  const [listed, ...more] = frame.projections;
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
