import { stemOf } from '../lexicon/stem.ts';
import type { Token } from '../parse/token.ts';
import { monthOf, ordinalOf, unitOf } from '../time/period-words.ts';
import { isArabic } from './letters.ts';

/** Puts counterparts into English order, "the month the last" into "last month", and settles words marked with `@`. */
export function reorder(tokens: readonly Token[], isName: (word: string) => boolean): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const rule = RULES.map((apply) => apply(tokens, at, isName)).find((result) => result !== null);
    const token = tokens[at];
    if (token === undefined) break;
    out.push(...(rule?.tokens ?? [token]));
    at += rule?.length ?? 1;
  }
  return out;
}

/** `isName`: a word of the data that is none of its values. */
type Rule = (tokens: readonly Token[], at: number, isName: (word: string) => boolean) => { tokens: Token[]; length: number } | null;

const RULES: readonly Rule[] = [
  periodAdjective,
  ordinalPart,
  monthOfName,
  agoPhrase,
  superlativeBy,
  superlativeOfNoun,
  superlative,
  bound,
  demonstrative,
];

/** "الاشهر الثلاثه الماضيه", "الشهر الماضي", "3 اشهر الماضيه". */
function periodAdjective(tokens: readonly Token[], at: number) {
  const run = tokens.slice(at, at + 3);
  const [a, b, c] = run;
  const settle = (adjective: Token, ...rest: Token[]) => ({
    tokens: [as(adjective, adjective.norm.slice(1)), ...rest],
    length: rest.length + 1,
  });
  if (a && b && c && isAdjective(c) && isUnit(a) && b.kind === 'number') return settle(c, b, a);
  if (a && b && c && isAdjective(c) && isUnit(b) && a.kind === 'number') return settle(c, a, b);
  if (a && b && isAdjective(b) && isUnit(a)) return settle(b, a);
  return null;
}

/** "الربع الاول" is the first quarter; "الربع الاخير" the last. */
function ordinalPart(tokens: readonly Token[], at: number) {
  const [part, ordinal] = tokens.slice(at, at + 2);
  const isPart = part !== undefined && (part.norm === 'quarter' || part.norm === 'half');
  return isPart && ordinal !== undefined && ordinalOf(ordinal.norm) !== null ? { tokens: [ordinal, part], length: 2 } : null;
}

/** "شهر يناير" is January. */
function monthOfName(tokens: readonly Token[], at: number) {
  const [month, name] = tokens.slice(at, at + 2);
  return month?.norm === 'month' && name !== undefined && monthOf(name.norm) !== null ? { tokens: [name], length: 2 } : null;
}

/** "قبل 3 اشهر" is three months ago, "منذ 3 اشهر" is since then. */
function agoPhrase(tokens: readonly Token[], at: number) {
  const [tie, count, unit] = tokens.slice(at, at + 3);
  if (!tie || count?.kind !== 'number' || !unit || !isUnit(unit) || (tie.norm !== 'before' && tie.norm !== 'since')) return null;
  return { tokens: [...(tie.norm === 'since' ? [tie] : []), count, unit, as(unit, 'ago')], length: 3 };
}

/** "افضل فرع في المبيعات", "اعلي فرع من حيث المبيعات": the top branch by sales. */
function superlativeBy(tokens: readonly Token[], at: number, isName: (word: string) => boolean) {
  const [word, noun, tie, measure] = tokens.slice(at, at + 4);
  if (!word || !noun || !tie || !measure || !isSuperlative(word) || !isArabic(noun.norm) || !isArabic(measure.norm)) return null;
  const isTie = tie.norm === 'by' || (tie.norm === 'in' && isName(measure.norm));
  return isTie ? { tokens: [as(word, topWord(word)), noun, as(tie, 'by'), measure], length: 4 } : null;
}

/** "اكثر المنتجات مبيعا" is the products with the highest sales: the measured thing follows the noun and ends in alef. */
function superlativeOfNoun(tokens: readonly Token[], at: number) {
  const [word, ...rest] = tokens.slice(at, at + 4);
  if (!word || !isSuperlative(word)) return null;
  const number = rest[0]?.kind === 'number' ? rest[0] : null;
  const [noun, measure] = number ? rest.slice(1) : rest;
  if (!noun || !measure || !isArabic(noun.norm) || !isArabic(measure.norm) || !/^.{3,}ا$/.test(measure.norm)) return null;
  if (number) return { tokens: [as(word, topWord(word)), number, noun, as(word, 'by'), measure], length: 4 };
  return { tokens: [noun, as(word, 'with'), as(word, 'the'), as(word, superlativeWord(word)), measure], length: 3 };
}

/** "اعلي 5" is the top five, "اعلي" the highest. */
function superlative(tokens: readonly Token[], at: number) {
  const [word, next] = tokens.slice(at, at + 2);
  if (!word || !isSuperlative(word)) return null;
  return { tokens: [as(word, next?.kind === 'number' ? topWord(word) : superlativeWord(word))], length: 1 };
}

/** "علي الاقل" stands before its number or after it. */
function bound(tokens: readonly Token[], at: number) {
  const [word, next] = tokens.slice(at, at + 2);
  if (word?.norm !== '@atleast' && word?.norm !== '@atmost') return null;
  const least = word.norm === '@atleast';
  const words = next?.kind === 'number' ? ['at', least ? 'least' : 'most'] : ['or', least ? 'more' : 'less'];
  return { tokens: words.map((text) => as(word, text)), length: 1 };
}

function demonstrative(tokens: readonly Token[], at: number) {
  const token = tokens[at];
  return token?.norm.startsWith('@') ? { tokens: [as(token, token.norm.slice(1))], length: 1 } : null;
}

const isAdjective = ({ norm }: Token) => norm === '@last' || norm === '@this' || norm === '@next';
const isUnit = ({ norm }: Token) => unitOf(norm) !== null;
const isSuperlative = ({ norm }: Token) => norm === '@high' || norm === '@low';
const superlativeWord = ({ norm }: Token) => (norm === '@high' ? 'highest' : 'lowest');
const topWord = ({ norm }: Token) => (norm === '@high' ? 'top' : 'bottom');
const as = (token: Token, norm: string): Token => ({ ...token, kind: 'word', norm, stem: stemOf(norm), value: null });
