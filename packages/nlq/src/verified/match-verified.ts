import { saysDate } from './date-literal.ts';
import { fillSlot } from './fill-slot.ts';
import { type QuestionWord, questionKey, questionWords } from './question-key.ts';
import { saidPeriods, samePeriod, saysRelativePeriod } from './said-periods.ts';
import { saysToday, type TemplatePart, templateOf, textOf, type ValuesIn } from './template.ts';
import type { LiteralEdit, VerifiedStatement } from './verified-statement.ts';

/** `one`: its statement answers the question once the edits are made; none where the values are the same. */
export type VerifiedMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly id: string; readonly edits: readonly LiteralEdit[] }
  | { readonly kind: 'several'; readonly ids: readonly string[] };

export interface VerifiedMatcher {
  match(question: string, today: string): VerifiedMatch;
  /** The confirmed questions that share most words, for "did you mean"; never a reason to answer. */
  near(question: string, count: number): string[];
}

const NONE: VerifiedMatch = { kind: 'none' };
const MOST_WORDS = 80;
/** Words that may stand in one slot. */
const SLOT_WORDS = 8;
const MOST_READINGS = 50;
const NEAR = 0.5;

/**
 * Finds the confirmed question that a question is: word for word, or with other values in its slots. Never by likeness:
 * what does not match in every word matches nothing.
 */
export function createVerifiedMatcher(pairs: readonly VerifiedStatement[], valuesIn: ValuesIn): VerifiedMatcher {
  const byKey = new Map<string, VerifiedStatement[]>();
  for (const pair of pairs) {
    const key = questionKey(pair.question);
    byKey.set(key, [...(byKey.get(key) ?? []), pair]);
  }
  const wordsOf = new Map(pairs.map((pair) => [pair, new Set(questionKey(pair.question).split(' '))]));
  const templates = new Map<VerifiedStatement, TemplatePart[]>();
  return { match, near };

  function match(question: string, today: string): VerifiedMatch {
    const words = questionWords(question);
    if (words.length === 0 || words.length > MOST_WORDS) return NONE;
    const same = byKey.get(questionKey(question)) ?? [];
    if (same.length > 0) return only(same.flatMap((pair) => matched(pair, wordForWord(pair, words, today))));
    const asked = new Set(words.map(({ norm }) => norm));
    const close = pairs.filter((pair) => shared(asked, wordsOf.get(pair)) * 2 >= (wordsOf.get(pair)?.size ?? 0) - 1);
    return only(close.flatMap((pair) => matched(pair, filled(pair, words, today))));
  }

  /** The statement as it stands, or moved to the day of asking where the question is counted from it. */
  function wordForWord(pair: VerifiedStatement, words: readonly QuestionWord[], today: string): readonly LiteralEdit[] | null {
    if (!saysRelativePeriod(pair.question)) return [];
    if (pair.asOf !== null) {
      const [then, now] = [saidPeriods(pair.question, pair.asOf), saidPeriods(pair.question, today)];
      if (then.length === now.length && then.every(({ period }, at) => now[at] && samePeriod(period, now[at].period))) return [];
    }
    if (saysToday(pair) && !pair.literals.some(saysDate)) return [];
    return filled(pair, words, today);
  }

  function filled(pair: VerifiedStatement, words: readonly QuestionWord[], today: string): readonly LiteralEdit[] | null {
    const parts = template(pair);
    if (!parts.some(({ kind }) => kind === 'slot')) return null;
    // A period that is said but follows no slot would be answered as of another day.
    const fixed = parts.flatMap((part) => (part.kind === 'word' ? [part.norm] : ['·'])).join(' ');
    if (saysRelativePeriod(fixed)) return null;
    const readings = fillings(pair, parts, words, today);
    const [reading] = readings;
    return readings.length === 1 && reading ? agreed(reading) : null;
  }

  function fillings(
    pair: VerifiedStatement,
    parts: readonly TemplatePart[],
    words: readonly QuestionWord[],
    today: string,
  ): LiteralEdit[][] {
    const found: LiteralEdit[][] = [];
    read(0, 0, []);
    return found;

    function read(part: number, at: number, edits: LiteralEdit[]): void {
      if (found.length >= MOST_READINGS) return;
      const here = parts[part];
      if (!here) {
        if (at === words.length) found.push(edits);
        return;
      }
      if (here.kind === 'word') {
        if (words[at]?.norm === here.norm) read(part + 1, at + 1, edits);
        return;
      }
      for (let length = 1; length <= Math.min(SLOT_WORDS, words.length - at); length++) {
        const next = parts[part + 1];
        if (next?.kind === 'word' && words[at + length]?.norm !== next.norm) continue;
        if (!next && at + length !== words.length) continue;
        const made = fillSlot(here.slot, textOf(words.slice(at, at + length)), pair, today, valuesIn);
        if (made) read(part + 1, at + length, [...edits, ...made]);
      }
    }
  }

  function template(pair: VerifiedStatement): TemplatePart[] {
    const known = templates.get(pair);
    if (known) return known;
    const made = templateOf(pair, valuesIn);
    templates.set(pair, made);
    return made;
  }

  function near(question: string, count: number): string[] {
    const asked = new Set(questionWords(question).map(({ norm }) => norm));
    return pairs
      .map((pair) => {
        const own = wordsOf.get(pair) ?? new Set<string>();
        const common = shared(asked, own);
        return { pair, likeness: common / Math.max(1, asked.size + own.size - common) };
      })
      .filter(({ likeness }) => likeness >= NEAR)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, count)
      .map(({ pair }) => pair.id);
  }
}

interface Matched {
  readonly id: string;
  readonly edits: readonly LiteralEdit[];
}

const matched = ({ id }: VerifiedStatement, edits: readonly LiteralEdit[] | null): Matched[] => (edits ? [{ id, edits }] : []);

function only(found: readonly Matched[]): VerifiedMatch {
  const [first, ...more] = found;
  if (!first) return NONE;
  return more.length === 0 ? { kind: 'one', ...first } : { kind: 'several', ids: found.map(({ id }) => id) };
}

/** One edit per literal; null where two periods want the same literal to be two things. */
function agreed(edits: readonly LiteralEdit[]): LiteralEdit[] | null {
  const byLiteral = new Map(edits.map((edit) => [edit.index, edit]));
  return edits.every(({ index, sql }) => byLiteral.get(index)?.sql === sql) ? [...byLiteral.values()] : null;
}

function shared(asked: ReadonlySet<string>, own: ReadonlySet<string> | undefined): number {
  let count = 0;
  for (const word of own ?? []) if (asked.has(word)) count++;
  return count;
}
