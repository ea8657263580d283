import type { PeriodGrain } from '../plan.ts';
import type { Keyword } from './keyword.ts';
import { thingsOfValue } from './kind-by-value.ts';
import { endsCounted } from './lookahead.ts';
import { grainOfWord } from './metric-time.ts';
import { onElement } from './on-element.ts';
import { addCondition, columnsOf, doubt, isOrdered, keywordAt, type ParserState, tableScore } from './parser-state.ts';
import type { Mention, PeriodMention } from './segment.ts';
import { finishSuperlative } from './superlative.ts';

export function onValue(state: ParserState, mention: Mention): void {
  const { pending } = state;
  if (pending.match !== null) {
    onQuoted(state, mention);
    return;
  }
  if (isKind(state, mention)) {
    onElement(state, mention);
    return;
  }
  const things = toldApart(state) ? thingsOfValue(mention, state.prepared) : null;
  if (things !== null) {
    const { count } = pending;
    addCondition(state, { kind: 'value', mention, lhs: null, role: null });
    pending.count = count;
    state.mode = 'proj';
    onElement(state, things);
    return;
  }
  const { compare, lhs: measured } = pending;
  if (compare !== null && compare !== '=' && measured !== null && columnsOf(state, measured).some(isOrdered)) {
    addCondition(state, {
      kind: 'against',
      lhs: measured,
      operator: compare,
      fn: 'max',
      of: null,
      flipDates: pending.flipDates,
      scope: null,
      row: mention,
    });
    return;
  }
  const lhs = pending.named ? (state.mentions.name(mention.text) ?? null) : pending.lhs;
  const superlative = pending.superlative;
  if (superlative !== null && superlative.concept !== null) finishSuperlative(state);
  if (pending.preposition === 'by') pending.preposition = null;
  const keep = {
    count: pending.count,
    aggregates: pending.aggregates,
    mode: state.mode,
    lastRole: state.lastRole,
    both: pending.both,
    distinct: pending.distinct,
  };
  addCondition(state, {
    kind: 'value',
    mention,
    lhs,
    role: pending.role ?? roleOf(state),
    place: pending.preposition === 'in' || pending.preposition === 'from',
  });
  pending.count = keep.count;
  pending.both = keep.both;
  if (keep.mode === 'proj' && (state.frame.projections.length === 0 || keep.count || keep.aggregates.length > 0)) {
    state.mode = 'proj';
    state.lastRole = keep.lastRole;
  }
}

/** "number of cashiers by branch", "cashiers per region": the things with that value are what is counted. */
function toldApart(state: ParserState): boolean {
  const next = keywordAt(state, state.at + 1)?.key;
  const tied = next === 'by' || next === 'per' || next === 'each';
  return tied && state.frame.projections.length === 0 && (state.pending.count || state.at === 0);
}

/** "sales per store" and "stores in Riyadh" are about shops, even where "Store" is a value of something else. */
function isKind(state: ParserState, mention: Mention): boolean {
  if (tableScore(mention) < NAMED_KIND || /^\p{Lu}/u.test(mention.text)) return false;
  const { segments, at, pending } = state;
  if (/^which$/i.test(segments[at - 1]?.text ?? '')) return true;
  const before = keywordAt(state, segments[at - 1]?.kind === 'number' ? at - 2 : at - 1)?.key;
  if (pending.group || (before !== undefined && BEFORE_A_KIND.has(before))) return true;
  const next = segments[at + 1];
  // "store sales", "store and online sales"
  if (next?.kind === 'element' || (next?.kind === 'keyword' && JOINING.has(next.keyword.key))) return false;
  return segments.slice(0, at).every((segment) => segment.kind === 'keyword' && OPENING.has(segment.keyword.key));
}

const BEFORE_A_KIND: ReadonlySet<Keyword['key']> = new Set(['by', 'count', 'top', 'superlative', 'all']);
const OPENING: ReadonlySet<Keyword['key']> = new Set(['what', 'open', 'the', 'of']);
const JOINING: ReadonlySet<Keyword['key']> = new Set(['and', 'or', 'versus', 'compare', 'mark']);

const NAMED_KIND = 0.8;

/** "from" and "to" tell the two ends of a journey apart. */
function roleOf(state: ParserState): string | null {
  const { preposition } = state.pending;
  return preposition === 'from' ? 'source' : preposition === 'to' ? 'destination' : null;
}

export function onQuoted(state: ParserState, mention: Mention): void {
  const { pending } = state;
  const within = pending.lhs === null ? columnAround(state) : null;
  if (within !== null) {
    state.at = within.at;
    addCondition(state, { kind: 'text', lhs: within.mention, match: 'contains', text: mention.text });
    return;
  }
  const lhs = pending.lhs ?? (pending.named ? state.mentions.name(mention.text) : null);
  if (pending.match !== null) {
    addCondition(state, { kind: 'text', lhs, match: pending.match, text: mention.text });
    return;
  }
  if (mention.values.length > 0) {
    addCondition(state, { kind: 'value', mention, lhs, role: pending.role ?? roleOf(state) });
    return;
  }
  if (lhs === null && mention.elements[0] !== undefined && mention.elements[0].score > 0.9) {
    state.frame.projections.push({ kind: 'element', mention, aggregate: pending.aggregates.pop() ?? null, distinct: false, anchor: null });
    return;
  }
  addCondition(state, { kind: 'text', lhs, match: 'equals', text: mention.text });
}

export function onPeriod(state: ParserState, period: PeriodMention): void {
  const { pending } = state;
  const lhs = pending.lhs !== null && columnsOf(state, pending.lhs).some(isOrdered) ? pending.lhs : state.mentions.date(period.text);
  if (lhs === null) {
    state.frame.unread.push(period.text);
    return;
  }
  const mode = state.mode;
  addCondition(state, { kind: 'period', lhs, period });
  state.mode = mode;
}

/** A word that names nothing known: text after "named", or else a verb or something not understood. */
export function onWord(state: ParserState, text: string): void {
  const { pending, frame } = state;
  const capital = /^\p{Lu}/u.test(text);
  if ((pending.named || pending.match !== null || (pending.lhs !== null && capital)) && !/^[.,?]$/.test(text)) {
    let literal = text;
    while (state.segments[state.at + 1]?.kind === 'word') literal += ` ${state.segments[++state.at]?.text}`;
    const lhs = pending.lhs ?? state.mentions.name(text);
    addCondition(state, { kind: 'text', lhs, match: pending.match ?? 'equals', text: literal });
    return;
  }
  if (/^[\p{P}\p{S}]+$/u.test(text) || isCurrency(state, text)) return;
  const place = /^places?$/i.test(text) ? state.mentions.place(text) : null;
  if (place !== null) {
    onElement(state, place);
    return;
  }
  const ranked = frame.projections.length === 0 && pending.top !== null && grainOfWord(text) !== null ? state.mentions.date(text) : null;
  if (ranked !== null) {
    // "the best quarter by sales"
    onElement(state, ranked);
    return;
  }
  const grain = grainAfterGroup(state);
  if (grain !== null) {
    frame.groups.push({ mention: state.mentions.date(text), grain });
    return;
  }
  // Without it, the question asks for the opposite.
  if (DENIAL.test(text)) frame.doubts.push(`"${text}" unknown`, 'a denial of something');
  // A verb that is not understood matters less than a noun.
  if (/..(ed|ing)$/.test(text) && !capital && !inThe(state) && !describesNext(state) && !endsCounted(state)) frame.verbs.push(text);
  else {
    frame.unread.push(text);
    // "customers from Mars": a bound that cannot be kept is no detail.
    if (boundBefore(state)) doubt(state, `"${text}" unknown`);
  }
  if (
    (frame.projections.length > 0 || frame.anchors.length > 0) &&
    state.mode === 'proj' &&
    state.lastRole === 'proj' &&
    !keywordBefore(state)
  )
    state.mode = 'cond';
}

const DENIAL = /^(nothing|nobody|none|noone|neither|anything)$/i;

/** "by region and year": a period beside what is grouped by. */
function grainAfterGroup(state: ParserState): PeriodGrain | null {
  const segment = state.segments[state.at];
  if (state.lastRole !== 'group' || segment?.kind !== 'word') return null;
  const before = keywordAt(state, state.at - 1);
  return before?.key === 'and' || (before?.key === 'mark' && before.mark === ',') ? grainOfWord(segment.norm) : null;
}

/** "delivered orders": which of them, and no verb. */
function describesNext(state: ParserState): boolean {
  const next = state.segments[state.at + 1];
  const before = state.segments[state.at - 1];
  return next?.kind === 'element' && tableScore(next.mention) > 0.9 && (before === undefined || before.kind === 'keyword');
}

/** "in the morning" is when, and no verb. */
function inThe(state: ParserState): boolean {
  return keywordAt(state, state.at - 1)?.key === 'the' && keywordAt(state, state.at - 2)?.key === 'in';
}

function boundBefore(state: ParserState): boolean {
  const at = keywordAt(state, state.at - 1)?.key === 'the' ? state.at - 2 : state.at - 1;
  const before = keywordAt(state, at)?.key;
  return (
    before === 'from' ||
    before === 'in' ||
    before === 'of' ||
    before === 'for' ||
    before === 'with' ||
    before === 'without' ||
    before === 'by' ||
    before === 'not' ||
    before === 'have' ||
    before === 'count'
  );
}

function keywordBefore(state: ParserState): boolean {
  const before = keywordAt(state, state.at - 1);
  return before?.key === 'and' || before?.key === 'mark';
}

/** "'urgent' in its subject": the text is a part of that column. */
function columnAround(state: ParserState): { mention: Mention; at: number } | null {
  if (keywordAt(state, state.at + 1)?.key !== 'in') return null;
  for (let at = state.at + 2; at < Math.min(state.segments.length, state.at + 5); at++) {
    const segment = state.segments[at];
    if (segment?.kind === 'element')
      return keywordAt(state, at - 1)?.key === 'in' || tableScore(segment.mention) > 0.9 ? null : { mention: segment.mention, at };
    if (segment?.kind !== 'keyword' || (segment.keyword.key !== 'their' && segment.keyword.key !== 'the')) return null;
  }
  return null;
}

/** "1000 SAR": the unit of a column that holds money. */
function isCurrency(state: ParserState, text: string): boolean {
  return (
    /^[A-Z]{3}$/i.test(text) &&
    state.prepared.tables.some((table) => table.columns.some(({ column }) => column.currency === text.toUpperCase()))
  );
}
