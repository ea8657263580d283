import { type CalendarUnit, moveBy, type Span } from './calendar.ts';
import { IN, LAST, unitOf } from './period-words.ts';

const JOINTS = new Set(['vs', 'vs.', 'versus', 'against', 'compared', 'comparison', 'with', 'to', 'and', 'the', ...IN]);
const COMPARES = new Set(['compare', 'vs', 'vs.', 'versus', 'against', 'compared', 'comparison']);
const BEFORE = new Set(['previous', 'prior', 'preceding', 'earlier', 'before']);
const THE = new Set(['the']);
const POINTS = new Set(['that', 'it', 'them', 'those', 'this']);

/** A span that ends where one said before it begins, and how many words say so. */
export interface EarlierPeriod {
  readonly span: Span;
  readonly length: number;
}

/**
 * "the previous 30 days", "the 90 days before", "the month before that", said at word `at` against `first`, which ended before word
 * `since`; null where the words between do not compare, or say something else.
 */
export function readEarlier(words: readonly string[], at: number, since: number, first: Span): EarlierPeriod | null {
  const between = words.slice(since, at);
  if (!between.every((word) => JOINTS.has(word)) || !words.slice(0, at).some((word) => COMPARES.has(word))) return null;
  let next = at;
  take(THE);
  let marked = take(BEFORE);
  const last = !marked && take(LAST);
  const count = /^\d{1,4}$/.test(words[next] ?? '') ? Number(words[next++]) : null;
  const unit: CalendarUnit | null = unitOf(words[next++] ?? '');
  if (unit === null || unit === 'half' || unit !== first.unit) return null;
  if (take(BEFORE)) {
    marked = true;
    take(POINTS);
  }
  const many = count ?? 1;
  // "the last 30 days against the last 30 days" cannot mean the same ones.
  marked ||= last && count !== null && moveBy(unit, first.from, many) === first.to;
  return marked ? { span: { from: moveBy(unit, first.from, -many), to: first.from, unit }, length: next - at } : null;

  function take(known: ReadonlySet<string>): boolean {
    const said = known.has(words[next] ?? '');
    if (said) next++;
    return said;
  }
}
