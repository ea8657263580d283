import { stemOf } from '../lexicon/stem.ts';
import type { Token } from '../parse/token.ts';
import { readArabicNumber, smallNumberOf } from './arabic-numbers.ts';
import { FRAME_PHRASES, LONGEST_PHRASE, withoutArticle } from './frame-phrases.ts';
import { isColumnKind, type KindOf } from './kind-of-name.ts';
import { isArabic, unifyLetters } from './letters.ts';
import { reorder } from './reorder.ts';

/** Arabic words of the frame become their English counterparts in English order; words that name data stay as they are. */
export function readArabic(tokens: readonly Token[], { knows, isValue, kindOf }: ArabicContext): Token[] {
  const isKnown = (word: string) => knows(word) || isValue(word);
  const words = tokens
    .map((token) => (token.kind === 'quoted' ? token : { ...token, norm: unifyLetters(token.norm) }))
    .flatMap(
      (token, at, all) =>
        splitTie(token, all[at - 1]) ?? splitNumber(token) ?? splitValue(token, all[at + 1], isValue) ?? peel(token, isKnown),
    );
  const read: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const step = readValue(words, at, isValue) ??
      readName(words, at, kindOf) ??
      readNumber(words, at) ??
      readPhrase(words, at) ?? { tokens: words.slice(at, at + 1).map((token) => ({ ...token, stem: stemOf(token.norm) })), length: 1 };
    read.push(...step.tokens);
    at += step.length;
  }
  return reorder(read, { isName: (word) => knows(word) && !isValue(word), kindOf });
}

interface ArabicContext {
  readonly knows: (word: string) => boolean;
  readonly isValue: (phrase: string) => boolean;
  readonly kindOf: KindOf;
}

const LONGEST_VALUE = 4;

/** Words that are a value of the data together, whatever each would mean alone. */
function readValue(words: readonly Token[], at: number, isValue: (phrase: string) => boolean): { tokens: Token[]; length: number } | null {
  for (let length = Math.min(LONGEST_VALUE, words.length - at); length > 1; length--) {
    const run = words.slice(at, at + length);
    if (run.every((token) => token.kind === 'word') && isValue(run.map((token) => token.norm).join(' ')))
      return { tokens: run.map((token) => ({ ...token, stem: stemOf(token.norm) })), length };
  }
  return null;
}

/** «الراتب الشهري»: a word of the frame belongs to the name of a column that it completes. */
function readName(words: readonly Token[], at: number, kindOf: KindOf): { tokens: Token[]; length: number } | null {
  const run = words.slice(at, at + 2);
  const [name, more] = run;
  if (!name || !more || run.some(({ kind }) => kind !== 'word') || isFrame(name.norm) || !isFrame(more.norm)) return null;
  if (!isColumnKind(kindOf([name.norm, more.norm])) || !isColumnKind(kindOf([name.norm]))) return null;
  return { tokens: run.map((token) => ({ ...token, stem: stemOf(token.norm) })), length: 2 };
}

/** «ببطاقة مدى»: "by" is written onto a value of two words. */
function splitValue(token: Token, next: Token | undefined, isValue: (phrase: string) => boolean): Token[] | null {
  if (token.kind !== 'word' || next?.kind !== 'word' || !/^[بل].{3,}/.test(token.norm)) return null;
  const rest = token.norm.slice(1);
  if (!isValue(`${rest} ${unifyLetters(next.norm)}`) || isValue(token.norm)) return null;
  return [counterpart(token, token.norm.startsWith('ب') ? 'in' : 'for'), { ...token, norm: rest }];
}

/** "مقارنة بعام 2024": what a comparison is tied to is written together with the tie. */
function splitTie(token: Token, before: Token | undefined): Token[] | null {
  const { norm } = token;
  if (before === undefined || !/^(مقارنه|بالمقارنه)$/.test(before.norm) || !/^ب.{2,}/.test(norm)) return null;
  return [
    { ...token, norm: 'ب' },
    { ...token, norm: norm.slice(1) },
  ];
}

/** "بين 2024 و2025": "and" is written onto the digits. */
function splitNumber(token: Token): Token[] | null {
  const digits = /^و(\d+(?:\.\d+)?)$/.exec(token.norm)?.[1];
  if (token.kind !== 'word' || digits === undefined) return null;
  const number: Token = {
    ...token,
    kind: 'number',
    text: digits,
    norm: digits,
    stem: digits,
    value: Number(digits),
    start: token.start + 1,
  };
  return [counterpart({ ...token, end: number.start }, 'and'), number];
}

/** Takes "and", "in", "for" off a word they are written onto, where what is left is a word of its own. */
function peel(token: Token, knows: (word: string) => boolean): Token[] {
  const { norm } = token;
  if (token.kind !== 'word' || !isArabic(norm) || isFrame(norm)) return [token];
  const parts = (prefix: string, rest: string) => [counterpart(token, prefix), ...peel({ ...token, norm: rest }, knows)];
  const rest = norm.slice(1);
  const ownWord = rest.startsWith('ال') || isFrame(rest) || smallNumberOf(rest) !== null;
  // «هالشهر» is «هذا الشهر».
  if (norm.startsWith('هال') && isPeriodWord(norm.slice(3)))
    return [
      { ...token, norm: 'هذا' },
      { ...token, norm: norm.slice(1) },
    ];
  if (norm.startsWith('لل') && norm.length > 4) return parts('for', `ال${norm.slice(2)}`);
  if (norm.startsWith('وب') && norm.slice(2).startsWith('ال')) return parts('and', norm.slice(1));
  if (norm.startsWith('و') && (rest.length > 2 || isFrame(rest)) && (ownWord || (!knows(norm) && knows(rest))))
    return smallNumberOf(rest) !== null && !rest.startsWith('ال') ? [token] : parts('and', rest);
  if (norm.startsWith('ف') && isFrame(rest)) return peel({ ...token, norm: rest }, knows);
  if (norm.startsWith('ب') && rest.length > 2 && (rest.startsWith('ال') || (!knows(norm) && knows(rest)))) return parts('in', rest);
  if (norm.startsWith('ل') && !norm.startsWith('ال') && !knows(norm) && (isPeriodWord(rest) || (rest.length > 2 && knows(rest))))
    return parts('for', rest);
  const verb = /^[يتن](.{3,}?)(?:وا|ون|ين)?$/.exec(norm)?.[1];
  // "they ordered" leads to the orders.
  if (verb !== undefined && !knows(norm) && knows(verb)) return [{ ...token, norm: verb }];
  return [token];
}

function readNumber(words: readonly Token[], at: number): { tokens: Token[]; length: number } | null {
  const first = words[at];
  if (
    first === undefined ||
    first.kind === 'quoted' ||
    (first.kind === 'word' && smallNumberOf(first.norm) === null && !/^(الف|الفين|الفان|مليون|مليونين|مليار)$/.test(first.norm))
  )
    return null;
  const run = readArabicNumber(
    words.slice(at, at + LONGEST_NUMBER).map((token) => (token.kind === 'quoted' ? '"' : token.norm)),
    0,
  );
  const last = words[at + (run?.length ?? 0) - 1];
  if (run === null || last === undefined || (run.length === 1 && first.kind === 'number')) return null;
  const text = String(run.value);
  return { tokens: [{ ...first, kind: 'number', norm: text, stem: text, value: run.value, end: last.end }], length: run.length };
}

function readPhrase(words: readonly Token[], at: number): { tokens: Token[]; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length);
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || run.some((token) => token.kind !== 'word' || !isArabic(token.norm))) continue;
    const english =
      FRAME_PHRASES.get(run.map((token) => token.norm).join(' ')) ??
      FRAME_PHRASES.get(run.map((token) => withoutArticle(token.norm)).join(' '));
    if (!english) continue;
    // The article makes a superlative follow its noun: "the customer the most …".
    const after =
      length === 1 && first.norm.startsWith('ال') && english[0]?.startsWith('@') && /high|low/.test(english[0])
        ? ['with', 'the', ...english]
        : english;
    return { tokens: after.map((word) => counterpart({ ...first, end: last.end }, word)), length };
  }
  return null;
}

function counterpart(token: Token, word: string): Token {
  const value = /^\d+$/.test(word) ? Number(word) : null;
  return { ...token, kind: value === null ? 'word' : 'number', norm: word, stem: stemOf(word), value, capital: false };
}

/** "لعام 2025", "لآخر سنتين". */
const isPeriodWord = (word: string) =>
  /^(year|years|month|months|quarter|week|weeks|day|days|last|half|@here|\d+)$/.test(FRAME_PHRASES.get(word)?.[0] ?? '');
const LONGEST_NUMBER = 8;
const isFrame = (word: string) => FRAME_PHRASES.has(word) || FRAME_PHRASES.has(withoutArticle(word));
