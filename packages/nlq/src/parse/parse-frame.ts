import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from './frame.ts';
import { doubtPlaces, doubtTwoKinds } from './kind-of-place.ts';
import { datesOf, whoseDate } from './latest-rows.ts';
import type { MentionFactory } from './mention.ts';
import { onElement } from './on-element.ts';
import { onKeyword } from './on-keyword.ts';
import { onPeriod, onQuoted, onValue, onWord } from './on-literal.ts';
import { onNumber } from './on-number.ts';
import { doubt, emptyFrame, emptyPending, isNumeric, type ParserState, tableScore } from './parser-state.ts';
import type { Segment } from './segment.ts';
import { finishSuperlative } from './superlative.ts';
import { whatHappened } from './what-happened.ts';

/** Reads the segments of a question from left to right into projections, conditions, groups and orders. */
export function parseFrame(segments: readonly Segment[], prepared: PreparedModel, mentions: MentionFactory): Frame {
  const state: ParserState = {
    prepared,
    mentions,
    segments,
    frame: emptyFrame(),
    pending: emptyPending(),
    mode: 'proj',
    lastRole: null,
    lastTable: null,
    clause: 0,
    at: 0,
  };
  for (; state.at < segments.length; state.at++) {
    const segment = segments[state.at];
    if (segment === undefined) break;
    mentions.position = segment.start;
    switch (segment.kind) {
      case 'keyword':
        onKeyword(state, segment.keyword, segment.text);
        break;
      case 'element':
        onElement(state, whatHappened(state, segment.mention));
        break;
      case 'value':
        onValue(state, segment.mention);
        break;
      case 'quoted':
        onQuoted(state, segment.mention);
        break;
      case 'number':
        onNumber(state, segment.value, segment.text);
        break;
      case 'period':
        onPeriod(state, segment.period);
        break;
      case 'word':
        onWord(state, segment.text);
        break;
    }
  }
  finish(state);
  doubtPlaces(state.frame, segments, prepared);
  doubtTwoKinds(state.frame, segments);
  state.frame.unread = state.frame.unread.map((word) => asTyped(word, segments));
  return state.frame;
}

function asTyped(word: string, segments: readonly Segment[]): string {
  const said = segments.find((segment) => segment.kind === 'keyword' && segment.text === word);
  return (said?.kind === 'keyword' ? said.typed : null) ?? word;
}

/** The doubt about the first few that are ranked by nothing. */
export const BY_WHAT = 'the first few by what';

/** The doubt about "average" with nothing that is averaged. */
export const AGGREGATE_ALONE = 'an aggregate of nothing';

/** What was announced and never came. */
function finish(state: ParserState): void {
  const { pending, frame } = state;
  finishSuperlative(state);
  anchorToGroup(state);
  if (pending.count && !frame.projections.some((projection) => projection.kind === 'count'))
    frame.projections.push({ kind: 'count', mention: null, aggregate: null, distinct: pending.distinct, anchor: null });
  if (frame.unread.length > 0 && frame.projections.length + frame.groups.length + frame.anchors.length === 0)
    doubt(state, 'nothing that could be shown');
  if (pending.aggregates.length > 0) doubt(state, AGGREGATE_ALONE);
  if (pending.compare !== null) doubt(state, 'a comparison with nothing');
  if (pending.lhs !== null && !frame.projections.some((projection) => projection.mention === pending.lhs))
    doubt(state, `nothing said of "${pending.lhs.text}"`);
  if (pending.number !== null) doubt(state, 'a number without use');
  if (pending.top !== null) {
    if (frame.orders.length > 0 || frame.projections.length > 0) frame.limit ??= pending.top.limit;
    const dated = /^(first|last)$/i.test(topWord(state));
    if (dated && pending.top.limit === 1 && whenWasLast(state, pending.top.up)) return;
    if (dated) orderByDate(state, pending.top.up);
    else rankByItself(state, pending.top.up);
    const alone = dated && pending.top.limit === 1;
    if (frame.orders.length === 0 && (alone || !dated)) frame.doubts.push(BY_WHAT, `${topWord(state)} of nothing`);
  }
  if (pending.percent) frame.doubts.push('percent of what', 'a percentage without use');
  if (pending.negated) doubt(state, 'a negation of nothing');
  if (pending.group) doubt(state, 'for each of nothing');
}

/** "the top 5 salaries" */
function rankByItself(state: ParserState, up: boolean): void {
  const { frame } = state;
  const [listed, ...more] = frame.projections;
  const number = listed?.kind === 'element' && listed.aggregate === null && listed.mention !== null && isNumeric(state, listed.mention);
  if (!number || more.length > 0 || frame.orders.length > 0 || listed.mention.elements[0]?.ref.kind !== 'column') return;
  frame.orders.push({ mention: listed.mention, aggregate: null, count: false, descending: up });
}

/** "when was the last order" */
function whenWasLast({ frame, ...state }: ParserState, first: boolean): boolean {
  const [asked, ...more] = frame.projections;
  const happened = frame.conditions.find((condition) => condition.kind === 'exists' && !condition.negated);
  const event = happened?.kind === 'exists' ? happened.mention : (more[0]?.mention ?? null);
  if (asked?.mention == null || !/^when$/i.test(asked.mention.text) || more.length > 1 || event === null) return false;
  const dates = datesOf({ frame, ...state }, event, asked.mention.text);
  if (dates?.elements.length !== 1) {
    frame.doubts.push('when which of them was', 'the first few of nothing');
    return true;
  }
  frame.projections = [{ ...asked, mention: dates, aggregate: first ? 'min' : 'max' }];
  frame.conditions = frame.conditions.filter((condition) => condition !== happened);
  frame.limit = null;
  return true;
}

/** "the last 10 orders": which they are, their dates tell. */
function orderByDate(state: ParserState, first: boolean): void {
  const { frame } = state;
  const [listed, ...more] = frame.projections;
  if (listed?.mention == null || more.length > 0 || frame.orders.length > 0) return;
  if (listed.kind === 'element') {
    // "the last 5 employees hired"
    const dated = whoseDate(state, listed.mention);
    if (dated === null) return;
    frame.projections = [{ ...listed, kind: 'entity', mention: dated }];
    frame.orders.push({ mention: listed.mention, aggregate: null, count: false, descending: !first });
    return;
  }
  if (listed.kind !== 'entity') return;
  const by = datesOf(state, listed.mention, topWord(state));
  if (by === null) return;
  frame.orders.push({ mention: by, aggregate: null, count: false, descending: !first });
  if (by.elements.length > 1) doubt(state, `${topWord(state)} by which date`);
}

/** "for each shop, its name and …": what is shown beside a count belongs to the group. */
function anchorToGroup({ frame }: ParserState): void {
  const [group, ...more] = frame.groups;
  if (group?.mention == null || more.length > 0 || tableScore(group.mention) < 0.6) return;
  for (const projection of frame.projections)
    if (
      projection.kind === 'element' &&
      projection.aggregate === null &&
      projection.anchor === null &&
      projection.mention !== null &&
      projection.mention.elements[0]?.ref.kind !== 'metric'
    )
      projection.anchor = group.mention;
}

function topWord({ segments }: ParserState): string {
  return segments.find((segment) => segment.kind === 'keyword' && segment.keyword.key === 'top')?.text ?? '';
}
