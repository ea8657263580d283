import type { Calendar, CalendarUnit, Span } from './calendar.ts';
import { readEarlier } from './earlier-period.ts';
import { IN } from './period-words.ts';
import { type ReadSpan, readSpan } from './read-span.ts';

/** A period named in a question. */
export interface Period {
  /** First day, ISO; null when open. For a column of bare years, compare with its first four digits. */
  readonly from: string | null;
  /** The day after the last, ISO; null when open. */
  readonly to: string | null;
  /** Set when the period is one whole calendar year. */
  readonly year: number | null;
  /** The unit it was said in. */
  readonly unit: CalendarUnit;
}

export interface FoundPeriod {
  /** Tokens it covers, half-open, the word that ties it to the sentence ("in", "since") included. */
  readonly start: number;
  readonly end: number;
  readonly period: Period;
}

export interface PeriodOptions extends Partial<Calendar> {
  readonly today: string;
}

/** A word of the question in its normalised form. */
export interface PeriodToken {
  readonly norm: string;
  readonly kind: string;
  readonly value: number | null;
  readonly start: number;
  readonly end: number;
}

/** Periods named in a question, in order, never overlapping; relative ones are counted from `today`. */
export function findPeriods(
  tokens: readonly PeriodToken[],
  question: string,
  { today, fiscalYearStart = 1, weekStart = 1 }: PeriodOptions,
): FoundPeriod[] {
  const calendar: Calendar = { today, fiscalYearStart, weekStart };
  const { words, positions } = wordsOf(tokens, question);
  const found: FoundPeriod[] = [];
  let since = 0;
  for (let at = 0; at < words.length; ) {
    const read = readBefore(at) ?? readPeriod(words, at, calendar);
    if (read) found.push({ start: positions[at] ?? 0, end: positions[at + read.length] ?? tokens.length, period: read.period });
    at += read?.length ?? 1;
    if (read) since = at;
  }
  return found;

  /** "… against the 30 days before": counted back from the period said last. */
  function readBefore(at: number): ReadPeriod | null {
    const { from = null, to = null, unit = 'day' } = found.at(-1)?.period ?? {};
    const earlier = from === null || to === null ? null : readEarlier(words, at, since, { from, to, unit });
    return earlier && { period: whole(earlier.span), length: earlier.length };
  }
}

interface ReadPeriod {
  readonly period: Period;
  readonly length: number;
}

function readPeriod(words: readonly string[], at: number, calendar: Calendar): ReadPeriod | null {
  const bound = BOUNDS.find(({ phrase }) => phrase.every((word, index) => words[at + index] === word));
  if (bound) {
    const read = readSpan(words, at + bound.phrase.length, calendar);
    const range = read && bound.phrase.join(' ') === 'from' ? readRangeEnd(words, at + 1, read, calendar) : null;
    if (range) return { ...range, length: range.length + 1 };
    if (read) return { period: { ...bound.of(read.span), year: null, unit: read.span.unit }, length: bound.phrase.length + read.length };
  }
  if (words[at] === 'between') {
    const first = readSpan(words, at + 1, calendar);
    const range = first && readRangeEnd(words, at + 1, first, calendar);
    return range ? { ...range, length: range.length + 1 } : null;
  }
  const tie = IN.has(words[at] ?? '') ? 1 : 0;
  const read = readSpan(words, at + tie, calendar);
  if (!read) return null;
  const range = readRangeEnd(words, at + tie, read, calendar);
  return range
    ? { ...range, length: range.length + tie }
    : { period: whole(besideAnother(words, at + tie, read, calendar)), length: read.length + tie };
}

/** "Q1 vs Q2 2024", "march and april 2024": the first is of the year of the second. */
function besideAnother(words: readonly string[], at: number, first: ReadSpan, calendar: Calendar): Span {
  const joint = at + first.length;
  if (first.saysYear || !BESIDE.has(words[joint] ?? '')) return first.span;
  const tie = IN.has(words[joint + 1] ?? '') ? 1 : 0;
  const second = readSpan(words, joint + 1 + tie, calendar);
  if (second === null || !second.saysYear || second.span.unit !== first.span.unit) return first.span;
  const borrowed = first.withYear(Number(second.span.from.slice(0, 4)));
  return borrowed.from < second.span.from ? borrowed : first.span;
}

/** "… to march 2024" after a period that begins at `at`; the first borrows the year of the second. */
function readRangeEnd(words: readonly string[], at: number, first: ReadSpan, calendar: Calendar): ReadPeriod | null {
  const joint = words[at + first.length] ?? '';
  const between = words[at - 1] === 'between';
  if (between ? !['and', 'to', '-'].includes(joint) : !TO.has(joint)) return null;
  if (!between && NOW.has(words[at + first.length + 1] ?? ''))
    return { period: { from: first.span.from, to: null, year: null, unit: first.span.unit }, length: first.length + 2 };
  const second = readSpan(words, at + first.length + 1, calendar);
  if (!second) return null;
  const borrowed = first.saysYear || !second.saysYear ? first.span : first.withYear(Number(second.span.from.slice(0, 4)));
  if (borrowed.from > second.span.from) return null;
  return {
    period: { from: borrowed.from, to: second.span.to, year: null, unit: second.span.unit },
    length: first.length + 1 + second.length,
  };
}

function whole(span: Span): Period {
  const year =
    span.unit === 'year' &&
    /-01-01$/.test(span.from) &&
    Number(span.to.slice(0, 4)) === Number(span.from.slice(0, 4)) + 1 &&
    /-01-01$/.test(span.to)
      ? Number(span.from.slice(0, 4))
      : null;
  return { from: span.from, to: span.to, year, unit: span.unit };
}

const BESIDE = new Set(['and', 'or', 'vs', 'vs.', 'versus', 'against', 'with', ',']);
const NOW = new Set(['now', 'present', 'date', 'today']);
const TO = new Set(['to', 'until', 'till', 'through', 'thru', '-', 'up to']);

type Bound = (span: Span) => Pick<Period, 'from' | 'to'>;
const onwards: Bound = ({ from }) => ({ from, to: null });
const upTo: Bound = ({ to }) => ({ from: null, to });
const BOUNDS: readonly { phrase: readonly string[]; of: Bound }[] = (
  [
    ['since', onwards],
    ['starting from', onwards],
    ['starting in', onwards],
    ['beginning in', onwards],
    ['on or after', onwards],
    ['in or after', onwards],
    ['from', onwards],
    ['until', upTo],
    ['till', upTo],
    ['up to', upTo],
    ['up until', upTo],
    ['on or before', upTo],
    ['in or before', upTo],
    ['through', upTo],
    ['no later than', upTo],
    ['before', ({ from }) => ({ from: null, to: from })],
    ['prior to', ({ from }) => ({ from: null, to: from })],
    ['earlier than', ({ from }) => ({ from: null, to: from })],
    ['after', ({ to }) => ({ from: to, to: null })],
    ['later than', ({ to }) => ({ from: to, to: null })],
  ] as const satisfies readonly (readonly [string, Bound])[]
)
  .map(([phrase, of]) => ({ phrase: phrase.split(' '), of }))
  .sort((a, b) => b.phrase.length - a.phrase.length);

const DATE = /(?<![\p{L}\p{N}])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}|(?:19|20)\d\d[/-]\d\d)(?![\p{L}\p{N}])/gu;

/** Words to read, numbers in digits, a date in digits as one word; with the token each begins at, and one past the end. */
function wordsOf(tokens: readonly PeriodToken[], question: string): { words: string[]; positions: number[] } {
  const dates = [...question.matchAll(DATE)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
  const words: string[] = [];
  const positions: number[] = [];
  for (const [index, token] of tokens.entries()) {
    const date = dates.find(({ start, end }) => token.start >= start && token.end <= end);
    if (date && token.start !== date.start) continue;
    positions.push(index);
    if (token.kind === 'quoted') words.push('"');
    else words.push(date?.text ?? (isGrouped(token) ? question.slice(token.start, token.end) : digitsOf(token)));
  }
  return { words, positions: [...positions, tokens.length] };
}

/** "2,000", "2k": no year is said so. */
const isGrouped = ({ kind, value, norm }: PeriodToken) => kind === 'number' && value !== null && value >= 1000 && norm !== String(value);

const digitsOf = ({ kind, value, norm }: PeriodToken) => (kind === 'number' && Number.isInteger(value) ? String(value) : norm);
