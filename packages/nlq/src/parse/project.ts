import type { Projection } from './frame.ts';
import { compareAhead, joinsBareList, joinsList, operatorAhead } from './lookahead.ts';
import { isNumeric, isTable, keywordAt, type ParserState, tableScore } from './parser-state.ts';
import type { Mention } from './segment.ts';
import { anchorProjections } from './superlative.ts';

export function project(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  const context = ['of', 'for', 'in', 'from', 'by', 'to'].includes(pending.preposition ?? '');
  const table =
    isTable(mention) ||
    (context && frame.projections.length > 0 && pending.aggregates.length === 0 && !pending.count && tableScore(mention) >= 0.6);
  if (pending.top !== null) {
    frame.limit = pending.top.limit;
  }
  const everything = frame.projections.find((projection) => projection.kind === 'everything' && projection.mention === null);
  if (everything && table) {
    frame.projections.splice(frame.projections.indexOf(everything), 1, { ...everything, mention });
    state.lastTable = mention;
    state.mode = 'proj';
    state.lastRole = 'proj';
    return;
  }
  if (pending.count && !pending.distinct && !isTable(mention) && isNumeric(state, mention) && tableScore(mention) < 0.6) {
    // "how many seats does it have": the column holds the number.
    push(state, { kind: 'element', mention, aggregate: null, distinct: false, anchor: null });
    pending.count = false;
    return;
  }
  if (pending.count) {
    push(state, { kind: 'count', mention, aggregate: null, distinct: pending.distinct, anchor: null });
    pending.count = false;
    pending.distinct = false;
    if (table) state.lastTable = mention;
    return;
  }
  if (pending.aggregates.length > 0) {
    for (const fn of pending.aggregates) push(state, { kind: 'element', mention, aggregate: fn, distinct: false, anchor: null });
    pending.aggregates = [];
    return;
  }
  const before = frame.projections.at(-1);
  if (
    before?.kind === 'count' &&
    before.distinct &&
    before.mention !== null &&
    !table &&
    joinsList(state) &&
    frame.projections.length === 1
  ) {
    push(state, { kind: 'count', mention, aggregate: null, distinct: true, anchor: null });
    return;
  }
  const belongs = context || (table && frame.projections.length > 0 && !joinsList(state) && state.clause === 0);
  if (table && belongs && (frame.projections.length > 0 || (pending.preposition === 'for' && state.at < 4))) {
    frame.anchors.push(mention);
    anchorProjections(state, mention);
    state.lastTable = mention;
    pending.preposition = null;
    if (pending.distinct) frame.distinct = true;
    pending.distinct = false;
    return;
  }
  if (
    (frame.projections.length > 0 || pending.preposition === 'for' || (!table && compareAhead(state) && state.at > 0)) &&
    operatorAhead(state) &&
    !joinsBareList(state) &&
    !(table && compareAhead(state))
  ) {
    pending.lhs = mention;
    state.mode = 'cond';
    return;
  }
  if (pending.distinct) frame.distinct = true;
  pending.distinct = false;
  push(state, { kind: table ? 'entity' : 'element', mention, aggregate: null, distinct: false, anchor: null });
  if (table) state.lastTable = mention;
  pending.preposition = null;
  pending.their = false;
}

/** "Which shop …, and what is its rating?": a figure beside what was asked for before. */
function asksMore(state: ParserState, mention: Mention | null): boolean {
  if (state.clause === 0 || mention === null || !isNumeric(state, mention)) return false;
  for (let at = state.at - 1; at > 0; at--) if (keywordAt(state, at)?.key === 'what') return keywordAt(state, at - 1)?.key === 'and';
  return false;
}

export function push(state: ParserState, projection: Projection): void {
  const { frame } = state;
  const listed = frame.projections.at(-1);
  const beside = state.pending.their || keywordAt(state, state.at - 1)?.key === 'with' || asksMore(state, projection.mention);
  if (projection.kind === 'element' && listed?.kind === 'entity' && beside) frame.projections.splice(-1, 1, { ...listed, kept: true });
  if (state.clause > 0 && projection.kind === 'element') {
    frame.explicitOutput = true;
    projection.anchor ??= frame.projections.find((earlier) => earlier.kind === 'entity')?.mention ?? null;
  }
  frame.projections.push(projection);
  state.lastRole = 'proj';
}
