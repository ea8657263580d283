import type { ValueMention } from '../lexicon/values-in.ts';
import type { Period } from '../time/find-periods.ts';
import { type PeriodPart, partsOfPeriod, piecesOf, saysDate } from './date-literal.ts';
import { type QuestionWord, questionWords } from './question-key.ts';
import { saidPeriods } from './said-periods.ts';
import type { StatementLiteral, VerifiedStatement } from './verified-statement.ts';

/** What may stand in a place of the question, and which literals of the statement follow it. */
export type Slot =
  | { readonly kind: 'number'; readonly literal: StatementLiteral }
  | { readonly kind: 'value'; readonly literal: StatementLiteral; readonly homes: ReadonlySet<string> }
  | { readonly kind: 'period'; readonly period: Period; readonly literals: readonly PeriodLiteral[] };

export interface PeriodLiteral {
  readonly literal: StatementLiteral;
  readonly parts: readonly PeriodPart[];
}

export type TemplatePart = { readonly kind: 'word'; readonly norm: string } | { readonly kind: 'slot'; readonly slot: Slot };

export type ValuesIn = (text: string) => readonly ValueMention[];

/** Less than this is no mention of a value but a guess. */
export const CERTAIN = 0.93;
const WHOLE_NUMBER = /^\d{1,9}$/;
const DECIMAL = /^\d{1,9}\.\d{1,6}$/;
const TODAY_WORDS = ['current_date', 'current_timestamp', 'now', 'today', 'getdate', 'sysdate', 'systimestamp', 'localtimestamp'];

export const isNumber = (text: string): boolean => WHOLE_NUMBER.test(text) || DECIMAL.test(text);
export const saysToday = ({ words }: VerifiedStatement): boolean => TODAY_WORDS.some((word) => words.has(word));

/** The question in words and slots. A literal becomes a slot when it stands in one place of each, question and statement. */
export function templateOf(pair: VerifiedStatement, valuesIn: ValuesIn): TemplatePart[] {
  const words = questionWords(pair.question);
  const slots = new Map<number, { slot: Slot; length: number }>();
  const taken = new Set<number>();
  const put = (at: number, length: number, slot: Slot) => {
    for (let index = at; index < at + length; index++) taken.add(index);
    slots.set(at, { slot, length });
  };
  for (const { at, length, slot } of periodSlots(pair, words)) {
    if (slot) put(at, length, slot);
    // A period that cannot be moved still is no number.
    else for (let index = at; index < at + length; index++) taken.add(index);
  }
  for (const literal of pair.literals) {
    if (pair.literals.filter(({ value }) => value.toLowerCase() === literal.value.toLowerCase()).length > 1) continue;
    const found = literal.kind === 'number' ? numberSlot(literal, words) : valueSlot(pair, literal, words, valuesIn);
    if (found && !range(found.at, found.length).some((index) => taken.has(index))) put(found.at, found.length, found.slot);
  }
  const parts: TemplatePart[] = [];
  for (let at = 0; at < words.length; ) {
    const here = slots.get(at);
    const word = words[at];
    if (here) parts.push({ kind: 'slot', slot: here.slot });
    else if (word) parts.push({ kind: 'word', norm: word.norm });
    at += here?.length ?? 1;
  }
  return parts;
}

interface Placed {
  readonly at: number;
  readonly length: number;
  readonly slot: Slot;
}

/** Either every date of the statement follows a period of the question, or none is moved. */
function periodSlots(pair: VerifiedStatement, words: readonly QuestionWord[]): (Omit<Placed, 'slot'> & { slot: Slot | null })[] {
  const said = saidPeriods(pair.question, pair.asOf ?? '2001-01-01');
  const dates = pair.literals.filter(saysDate);
  const bound = said.map(({ period }) =>
    pair.literals.flatMap((literal): PeriodLiteral[] => {
      const parts = partsOfPeriod(literal, period);
      return parts.length > 0 ? [{ literal, parts }] : [];
    }),
  );
  const moved = bound.flat().map(({ literal }) => literal);
  const pieces = said.flatMap(({ period }) => [...piecesOf(period)]);
  const inPieces = pair.literals.some(
    (literal) => !moved.includes(literal) && literal.place.kind === 'equals' && pieces.includes(literal.value),
  );
  const movable = pair.asOf !== null && !inPieces && dates.every((date) => moved.includes(date));
  return said.flatMap(({ period, start, end }, index) => {
    const covered = words.flatMap((word, at) => (word.start < end && word.end > start ? [at] : []));
    const literals = bound[index] ?? [];
    const at = covered[0];
    if (at === undefined) return [];
    const slot: Slot | null = movable && literals.length > 0 ? { kind: 'period', period, literals } : null;
    return [{ at, length: covered.length, slot }];
  });
}

function numberSlot(literal: StatementLiteral, words: readonly QuestionWord[]): Placed | null {
  if (!isNumber(literal.value) || literal.place.kind === 'other') return null;
  const places = words.flatMap(({ norm }, at) => (norm === literal.value ? [at] : []));
  return places.length === 1 && places[0] !== undefined ? { at: places[0], length: 1, slot: { kind: 'number', literal } } : null;
}

function valueSlot(pair: VerifiedStatement, literal: StatementLiteral, words: readonly QuestionWord[], valuesIn: ValuesIn): Placed | null {
  const { place } = literal;
  if (literal.kind !== 'text' || place.kind !== 'equals') return null;
  const places: Placed[] = [];
  for (const length of [1, 2, 3, 4, 5])
    for (let at = 0; at + length <= words.length; at++) {
      const homes = homesOf(textOf(words.slice(at, at + length)), literal.value, place.column, pair, valuesIn);
      if (homes.size > 0) places.push({ at, length, slot: { kind: 'value', literal, homes } });
    }
  // A longer mention holds a shorter one; two that lie apart are two places.
  const longest = places.toSorted((a, b) => b.length - a.length)[0];
  if (!longest) return null;
  const inside = ({ at, length }: Placed) => at >= longest.at && at + length <= longest.at + longest.length;
  return places.every(inside) ? longest : null;
}

export const textOf = (words: readonly QuestionWord[]): string => words.map(({ text }) => text).join(' ');

/** Tables of the statement whose column of that name holds the value that the whole text names. */
function homesOf(text: string, value: string, column: string, pair: VerifiedStatement, valuesIn: ValuesIn): Set<string> {
  const named = valuesNamed(text, column, pair, valuesIn);
  return named.size === 1 && named.has(value) ? (named.get(value) ?? new Set()) : new Set();
}

/** Values of a column that the whole text names, each with the tables it is found in. */
export function valuesNamed(text: string, column: string, { words }: VerifiedStatement, valuesIn: ValuesIn): Map<string, Set<string>> {
  const norms = questionWords(text).map(({ norm }) => norm);
  const named = new Map<string, Set<string>>();
  for (const mention of valuesIn(norms.join(' '))) {
    const table = mention.table.slice(mention.table.indexOf('.') + 1).toLowerCase();
    if (mention.score < CERTAIN || mention.column.toLowerCase() !== column || !words.has(table)) continue;
    if (mention.words.join('') !== norms.join('').replace(/[^\p{L}\p{N}%]+/gu, '')) continue;
    named.set(mention.value, (named.get(mention.value) ?? new Set()).add(mention.table));
  }
  return named;
}

const range = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);
