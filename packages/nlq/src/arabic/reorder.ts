import { stemOf } from '../lexicon/stem.ts';
import type { Token } from '../parse/token.ts';
import { MONTH_NAMES, monthOf, needsCompany, ordinalOf, unitOf, YEAR_COMPANY } from '../time/period-words.ts';
import { isColumnKind, type KindOf } from './kind-of-name.ts';
import { isArabic } from './letters.ts';

/** Puts counterparts into English order, "the month the last" into "last month", and settles words marked with `@`. */
export function reorder(tokens: readonly Token[], names: Names): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const rule = RULES.map((apply) => apply(tokens, at, names)).find((result) => result !== null);
    const token = tokens[at];
    if (token === undefined) break;
    out.push(...(rule?.tokens ?? [token]));
    at += rule?.length ?? 1;
  }
  return out.flatMap((token, at) => (lacksCompany(out, at) ? [as(token, 'in'), token] : [token]));
}

/** «مارس» is no other word, "march" is where nothing before it tells: "sales in march". */
function lacksCompany(tokens: readonly Token[], at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token === undefined || !isArabic(token.text) || monthOf(token.norm) === null || !needsCompany(token.norm)) return false;
  return before === undefined || !(before.kind === 'number' || /^(last|this|next)$/.test(before.norm) || YEAR_COMPANY.has(before.norm));
}

interface Names {
  /** A word of the data that is none of its values. */
  readonly isName: (word: string) => boolean;
  readonly kindOf: KindOf;
}

type Rule = (tokens: readonly Token[], at: number, names: Names) => { tokens: Token[]; length: number } | null;

const RULES: readonly Rule[] = [
  howMuch,
  periodAdjective,
  ordinalPart,
  monthOfName,
  monthOfNumber,
  agoPhrase,
  superlativeBy,
  superlativeMoment,
  superlativeDoer,
  superlativeOfNoun,
  whoIsSuperlative,
  didMost,
  superlative,
  bound,
  demonstrative,
];

/** «كم المبيعات» asks how much, «كم طلب» how many, «كم الخصومات» for the total. */
function howMuch(tokens: readonly Token[], at: number, { kindOf }: Names) {
  const [word, name, of] = tokens.slice(at, at + 3);
  if (word?.norm !== '@howmany') return null;
  const settled = (words: string) => ({ tokens: words.split(' ').map((one) => as(word, one)), length: 1 });
  if (name === undefined || !isArabic(name.norm)) return settled('how many');
  const whole = of !== undefined && isArabic(of.norm) ? kindOf([name.norm, of.norm]) : null;
  const kind = kindOf([name.norm]) ?? whole;
  if (kind === 'figure') return settled('how much');
  if (!(name.norm.startsWith('ال') || isColumnKind(whole)) || !isColumnKind(kind)) return settled('how many');
  return settled(kind === 'sum' ? 'what is the total' : 'how much');
}

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
  if (a && b?.norm === '@here' && isUnit(a) && !(c && isUnit(c))) return { tokens: [as(b, 'this'), a], length: 2 };
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

/** «شهر 3» is March. */
function monthOfNumber(tokens: readonly Token[], at: number) {
  const [month, number, after] = tokens.slice(at, at + 3);
  const name = month?.norm === 'month' && number?.kind === 'number' ? MONTH_NAMES[(number.value ?? 0) - 1] : undefined;
  if (month === undefined || name === undefined || (after !== undefined && isArabic(after.norm))) return null;
  return { tokens: [as(month, name)], length: 2 };
}

/** "قبل 3 اشهر" is three months ago, "منذ 3 اشهر" is since then. */
function agoPhrase(tokens: readonly Token[], at: number) {
  const [tie, count, unit] = tokens.slice(at, at + 3);
  if (!tie || count?.kind !== 'number' || !unit || !isUnit(unit) || (tie.norm !== 'before' && tie.norm !== 'since')) return null;
  return { tokens: [...(tie.norm === 'since' ? [tie] : []), count, unit, as(unit, 'ago')], length: 3 };
}

/** "افضل فرع في المبيعات", "اعلي فرع من حيث المبيعات": the top branch by sales. */
function superlativeBy(tokens: readonly Token[], at: number, { isName }: Names) {
  const [word, noun, tie, measure] = tokens.slice(at, at + 4);
  if (!word || !noun || !tie || !measure || !isSuperlative(word) || !isArabic(noun.norm) || !isArabic(measure.norm)) return null;
  const isTie = tie.norm === 'by' || (tie.norm === 'in' && isName(measure.norm));
  return isTie ? { tokens: [as(word, topWord(word)), noun, as(tie, 'by'), measure], length: 4 } : null;
}

/** «أفضل شهر مبيعات», «أفضل شهر حسب المبيعات»: the best month by sales. */
function superlativeMoment(tokens: readonly Token[], at: number, { kindOf }: Names) {
  const [word, ...rest] = tokens.slice(at, at + 5);
  const number = rest[0]?.kind === 'number' ? rest.slice(0, 1) : [];
  const [moment, ...by] = rest.slice(number.length);
  const tie = by[0]?.norm === 'by' ? 1 : 0;
  const measure = by[tie];
  if (!word || !isSuperlative(word) || !moment || !isUnit(moment) || !measure || kindOf([measure.norm]) !== 'figure') return null;
  return { tokens: [as(word, topWord(word)), ...number, moment, as(word, 'by'), measure], length: 3 + number.length + tie };
}

/** «أكثر عميل اشترى» is the customer who bought the most. */
function superlativeDoer(tokens: readonly Token[], at: number) {
  const [word, noun, did, verb] = tokens.slice(at, at + 4);
  if (!word || !isSuperlative(word) || !noun || !isArabic(noun.norm) || did?.norm !== '@did' || !verb) return null;
  return { tokens: [as(word, 'which'), noun, verb, as(word, 'the'), as(word, mostWord(word))], length: 4 };
}

/** «مين أعلى موظف راتبا»: what follows names them. */
function whoIsSuperlative(tokens: readonly Token[], at: number) {
  const [who, word, noun] = tokens.slice(at, at + 3);
  const named = who?.norm === 'who' && word !== undefined && isSuperlative(word) && noun !== undefined && isArabic(noun.norm);
  return named ? { tokens: [], length: 1 } : null;
}

/** «باع أكثر» is sold the most. */
function didMost(tokens: readonly Token[], at: number) {
  const [did, verb, word, next] = tokens.slice(at, at + 4);
  if (did?.norm !== '@did' || !verb) return null;
  if (!word || !isSuperlative(word) || (next !== undefined && (isArabic(next.norm) || next.kind === 'number'))) {
    return { tokens: [verb], length: 2 };
  }
  return { tokens: [verb, as(word, 'the'), as(word, mostWord(word))], length: 3 };
}

/** "اكثر المنتجات مبيعا" is the products with the highest sales: the measured thing follows the noun and ends in alef. */
function superlativeOfNoun(tokens: readonly Token[], at: number, { kindOf }: Names) {
  const [word, ...rest] = tokens.slice(at, at + 4);
  if (!word || !isSuperlative(word)) return null;
  const number = rest[0]?.kind === 'number' ? rest[0] : null;
  const [noun, measure] = number ? rest.slice(1) : rest;
  if (!noun || !measure || !isArabic(noun.norm) || !isArabic(measure.norm)) return null;
  if (!/^.{3,}ا$/.test(measure.norm) && !(kindOf([noun.norm]) === 'thing' && isMeasured(word, measure, kindOf))) return null;
  if (number) return { tokens: [as(word, topWord(word)), number, noun, as(word, 'by'), measure], length: 4 };
  return { tokens: [noun, as(word, 'with'), as(word, 'the'), as(word, superlativeWord(word)), measure], length: 3 };
}

/** «أكثر فرع طلبات», «أكبر فرع مساحة»: only what is counted is "most". */
function isMeasured(word: Token, measure: Token, kindOf: KindOf): boolean {
  const kind = kindOf([measure.norm]);
  return kind === 'figure' || isColumnKind(kind) || (kind === 'thing' && !measure.norm.startsWith('ال') && /كثر|قل/.test(word.text));
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

/** «هذا الشهر» is of what follows, «الشهر هذا» of what is before. */
function demonstrative(tokens: readonly Token[], at: number) {
  const token = tokens[at];
  if (token?.norm === '@here') return { tokens: [as(token, 'this')], length: 1 };
  return token?.norm.startsWith('@') ? { tokens: [as(token, token.norm.slice(1))], length: 1 } : null;
}

const isAdjective = ({ norm }: Token) => norm === '@last' || norm === '@this' || norm === '@next';
const isUnit = ({ norm }: Token) => unitOf(norm) !== null;
const isSuperlative = ({ norm }: Token) => norm === '@high' || norm === '@low';
const superlativeWord = ({ norm }: Token) => (norm === '@high' ? 'highest' : 'lowest');
const topWord = ({ norm }: Token) => (norm === '@high' ? 'top' : 'bottom');
const mostWord = ({ norm }: Token) => (norm === '@high' ? 'most' : 'least');
const as = (token: Token, norm: string): Token => ({ ...token, kind: 'word', norm, stem: stemOf(norm), value: null });
