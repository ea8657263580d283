import { addCondition, doubt, keywordAt, nextSolid, type ParserState } from './parser-state.ts';
import type { Mention } from './segment.ts';

export function onNumber(state: ParserState, value: number, text: string): void {
  const { pending, frame } = state;
  readPercent(state);
  const after = keywordAt(state, state.at + 1);
  const compareAfter = after?.key === 'compareAfter' ? after.operator : null;
  if (compareAfter !== null) {
    pending.compare = compareAfter;
    state.at++;
  }
  const unit = keywordAt(state, state.at + 1);
  if (unit?.key === 'measureAfter') {
    const measured = state.mentions.words(unit.words, text);
    if (measured !== null) {
      state.at++;
      addCondition(state, { kind: 'compare', lhs: measured, operator: pending.compare ?? '=', value, flipDates: false });
      return;
    }
  }
  if (pending.lhs === null) pending.lhs = unitColumn(state);
  if (pending.preposition === 'between') {
    const lhs = pending.lhs ?? (isYear(value) ? state.mentions.year(text, value) : null);
    const high = nextNumber(state);
    if (high !== null) {
      const column = lhs ?? elementAfter(state, high.at);
      if (column !== null) {
        state.at = lhs === null ? high.at + 1 : high.at;
        readPercent(state);
        addCondition(state, { kind: 'between', lhs: column, low: value * unitOf(text, high), high: high.value });
        pending.preposition = null;
        return;
      }
    }
  }
  if (pending.top !== null && pending.compare === null) {
    // "the top 3 2025 products": one of them is how many.
    if (state.segments[state.at - 1]?.kind === 'number') doubt(state, `what ${text} is beside another number`);
    pending.top.limit = value;
    return;
  }
  if (pending.superlative !== null && pending.compare === null) {
    pending.superlative.limit = value;
    return;
  }
  const figure = pending.lhs !== null && state.mode === 'cond' && frame.projections.length > 0 ? pending.aggregates.pop() : undefined;
  if (pending.lhs !== null && figure !== undefined && pending.compare !== null) {
    addCondition(state, {
      kind: 'countCompare',
      mention: pending.lhs,
      operator: pending.compare,
      value,
      distinct: false,
      aggregate: figure,
    });
    return;
  }
  if (pending.lhs !== null) {
    addCondition(state, { kind: 'compare', lhs: pending.lhs, operator: pending.compare ?? '=', value, flipDates: pending.flipDates });
    chainOr(state);
    return;
  }
  if (elementFollows(state)) {
    pending.number = value;
    return;
  }
  const rows = keywordAt(state, state.at + 1);
  if (rows?.key === 'rows' && pending.compare !== null) {
    state.at++;
    addCondition(state, { kind: 'countCompare', mention: null, operator: pending.compare, value, distinct: false });
    return;
  }
  const implied = pending.compare === null || pending.concept === null ? null : state.mentions.concept(pending.concept, text);
  if (implied !== null && pending.compare !== null && !isYear(value)) {
    addCondition(state, { kind: 'compare', lhs: implied, operator: pending.compare, value, flipDates: false });
    return;
  }
  const superlative = nextSolid(state, state.at + 1)?.segment;
  if (superlative?.kind === 'keyword' && (superlative.keyword.key === 'superlative' || superlative.keyword.key === 'top')) {
    pending.number = value;
    return;
  }
  if (isYear(value) && !boundsAmount(state)) {
    const year = state.mentions.year(text, value);
    if (year !== null) {
      addCondition(state, { kind: 'compare', lhs: year, operator: pending.compare ?? '=', value, flipDates: false });
      return;
    }
  }
  const last = frame.conditions.at(-1);
  if (last?.kind === 'compare' && pending.compare !== null) {
    addCondition(state, { kind: 'compare', lhs: last.lhs, operator: pending.compare, value, flipDates: false });
    return;
  }
  if (last?.kind === 'compare' && pending.connector === 'or') {
    addCondition(state, { kind: 'compare', lhs: last.lhs, operator: last.operator, value, flipDates: false });
    return;
  }
  const table = state.lastTable?.elements[0]?.ref ?? frame.projections[0]?.mention?.elements[0]?.ref;
  const amount =
    pending.compare === null || table?.kind !== 'table'
      ? null
      : state.mentions.words(
          ['amount', 'total', 'price', 'value', 'cost'],
          text,
          (column) => column.table === table.table && column.type === 'number' && column.key === null,
        );
  if (amount !== null && pending.compare !== null) {
    addCondition(state, { kind: 'compare', lhs: amount, operator: pending.compare, value, flipDates: false });
    return;
  }
  frame.unread.push(text);
  doubt(state, `what ${text} is a bound of`);
  pending.compare = null;
}

/** "5 %", "5 percent": hundredths, not a share asked for. */
function readPercent(state: ParserState): void {
  const next = state.segments[state.at + 1];
  if (next?.kind !== 'keyword' || next.keyword.key !== 'share') return;
  if (state.pending.top !== null) state.frame.doubts.push('the first few as a part of all', 'a percentage without use');
  if (PART_OF.test(next.text)) return;
  state.at++;
  state.pending.percent = true;
}

const PART_OF = / of$/i;

/** "2014 or 2015": the second number is said of the same column. */
function chainOr(state: ParserState): void {
  const or = keywordAt(state, state.at + 1);
  const next = nextNumberAt(state, state.at + 2);
  const last = state.frame.conditions.at(-1);
  if (or?.key !== 'or' || next === null || last?.kind !== 'compare' || elementAfter(state, next.at) !== null) return;
  state.at = next.at;
  state.pending.connector = 'or';
  addCondition(state, { kind: 'compare', lhs: last.lhs, operator: last.operator, value: next.value, flipDates: last.flipDates });
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1000 && value <= 2200;
}

/** "orders above 1000" are not those after the year 1000. */
function boundsAmount({ segments, at, pending }: ParserState): boolean {
  const before = segments[at - 1];
  const bound = pending.compare !== null && pending.concept === null && before?.kind === 'keyword' && before.keyword.key === 'compare';
  return bound && !IN_TIME.test(before.text);
}

const IN_TIME =
  /\b(after|later|since|starting|before|earlier|prior|until|till|newer|older|from|up to)\b|بعد|منذ|ابتداء|اعتبار|بدء|قبل|حت[ىي]|لغاي/i;

/** "between 1 and 2 million": the unit behind the second number is that of both. */
function unitOf(low: string, high: { readonly value: number; readonly text: string }): number {
  const bare = Number(/\d[\d,]*(\.\d+)?/.exec(high.text)?.[0].replaceAll(',', ''));
  return /^\d+(\.\d+)?$/.test(low) && bare > Number(low) && high.value > bare ? high.value / bare : 1;
}

function nextNumber(state: ParserState): { value: number; text: string; at: number } | null {
  for (let at = state.at + 1; at < Math.min(state.segments.length, state.at + 4); at++) {
    const segment = state.segments[at];
    if (segment?.kind === 'number') return { value: segment.value, text: segment.text, at };
    if (segment?.kind !== 'keyword') return null;
  }
  return null;
}

function nextNumberAt(state: ParserState, at: number): { value: number; at: number } | null {
  const segment = state.segments[at];
  return segment?.kind === 'number' ? { value: segment.value, at } : null;
}

function elementAfter(state: ParserState, at: number): Mention | null {
  const segment = state.segments[at + 1];
  return segment?.kind === 'element' ? segment.mention : null;
}

/** "2 different invoices", "8 rooms": an element follows before anything else. */
function elementFollows(state: ParserState): boolean {
  for (let at = state.at + 1; at < state.segments.length; at++) {
    const segment = state.segments[at];
    if (segment?.kind === 'element') return true;
    if (
      segment?.kind === 'keyword' &&
      (segment.keyword.key === 'distinct' || segment.keyword.key === 'the' || segment.keyword.key === 'of')
    )
      continue;
    return false;
  }
  return false;
}

const UNITS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(pounds?|lbs?|kg|kilograms?|grams?|tons?|tonnes?)$/i, ['weight', 'mass']],
  [/^(km|kilomet(er|re)s?|miles?|met(er|re)s?|feet|foot)$/i, ['length', 'distance', 'height', 'elevation', 'altitude']],
  [/^(dollars?|usd|euros?|riyals?)$/i, ['price', 'cost', 'amount', 'salary', 'budget', 'fee']],
];

/** "over 3000 pounds": the column behind a unit, said after this number or after the second of two. */
function unitColumn(state: ParserState): Mention | null {
  for (let at = state.at + 1; at < Math.min(state.segments.length, state.at + 4); at++) {
    const segment = state.segments[at];
    if (segment === undefined || (segment.kind !== 'keyword' && segment.kind !== 'number' && segment.kind !== 'word')) return null;
    const unit = UNITS.find(([pattern]) => pattern.test(segment.text));
    if (unit !== undefined) return state.mentions.words(unit[1], segment.text, (column) => column.type === 'number' && column.key === null);
    if (segment.kind === 'word') return null;
  }
  return null;
}
