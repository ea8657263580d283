import type { AggregateFunction } from '../plan.ts';
import { isNumeric, keywordAt, nextSolid, type ParserState } from './parser-state.ts';
import type { Mention } from './segment.ts';

/** "model count by region": the thing counted came before; true when the word was used up. */
export function countAfter(state: ParserState, text: string): boolean {
  const mention = justShown(state);
  if (mention === null || !/^counts?$/i.test(text) || keywordAt(state, state.at + 1)?.key === 'of') return false;
  // "seat count" is a column of numbers already.
  if (!isNumeric(state, mention))
    state.frame.projections.splice(-1, 1, { kind: 'count', mention, aggregate: null, distinct: false, anchor: null });
  return true;
}

/** "weight averaged by region", "sales total per month"; true when the word was used up. */
export function aggregateAfter(state: ParserState, fn: AggregateFunction): boolean {
  const mention = justShown(state);
  if (mention === null || !isNumeric(state, mention)) return false;
  const next = nextSolid(state, state.at + 1)?.segment;
  if (next !== undefined && (next.kind !== 'keyword' || !ENDS.has(next.keyword.key))) return false;
  state.frame.projections.splice(-1, 1, { kind: 'element', mention, aggregate: fn, distinct: false, anchor: null });
  return true;
}

/** "products priced above average": the products are listed, and their price is what is compared. */
export function comparedBefore(state: ParserState): Mention | null {
  const { frame } = state;
  const last = frame.projections.at(-1);
  const [top] = last?.mention?.elements ?? [];
  if (
    last?.mention == null ||
    last.kind !== 'element' ||
    last.aggregate !== null ||
    top?.withTable !== true ||
    !isNumeric(state, last.mention)
  )
    return null;
  const mention: Mention = {
    ...last.mention,
    id: last.mention.id + LISTED_IDS,
    elements: [{ ref: { kind: 'table', table: top.ref.table }, score: 1, withTable: false }],
    values: [],
  };
  frame.projections.splice(-1, 1, { kind: 'entity', mention, aggregate: null, distinct: false, anchor: null });
  return last.mention;
}

/** Beyond the ids of spoken mentions, which are places in the question. */
const LISTED_IDS = 3_000_000;

/** "average price in different regions" is one figure per region. */
export function groupsByDifferent(state: ParserState, text: string): boolean {
  const before = keywordAt(state, state.at - 1)?.key;
  if (!/^(different|various|differing)$/i.test(text) || (before !== 'in' && before !== 'with' && before !== 'for' && before !== 'from'))
    return false;
  return (
    state.frame.visual !== null ||
    state.frame.projections.some(
      (projection) =>
        projection.kind === 'count' ||
        projection.aggregate !== null ||
        (projection.mention !== null && isNumeric(state, projection.mention)),
    )
  );
}

/** "price over year" draws one against the other; "over 5" compares. */
export function drawsOver(state: ParserState, text: string): boolean {
  const next = nextSolid(state, state.at + 1)?.segment;
  return (
    text.toLowerCase() === 'over' &&
    state.frame.projections.length > 0 &&
    state.pending.lhs === null &&
    next?.kind === 'element' &&
    state.mode === 'proj'
  );
}

const ENDS = new Set(['by', 'each', 'per', 'mark', 'series', 'overTime', 'and', 'chart', 'grain']);

/** The element named right before, when it is to be shown as it is. */
function justShown(state: ParserState): Mention | null {
  const before = state.segments[state.at - 1];
  const last = state.frame.projections.at(-1);
  const plain = last !== undefined && (last.kind === 'element' || last.kind === 'entity') && last.aggregate === null;
  return before?.kind === 'element' && plain && last.mention === before.mention && state.pending.aggregates.length === 0
    ? before.mention
    : null;
}
