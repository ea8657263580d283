import pluralize from 'pluralize';
import { ARABIC_ADJECTIVES, ARABIC_BEFORE, ARABIC_NOUNS } from './arabic-words.ts';

/** Longer names are seldom read right word by word. */
const MOST_WORDS = 4;

/**
 * What a name read as English words is called in Arabic, e.g. "order date" is «تاريخ الطلب»; null unless every word is known.
 * A guess: nouns in a row become a construct, the last one definite; an adjective follows and agrees.
 */
export function arabicName(english: readonly string[], { plural = false } = {}): string | null {
  const digits = english.at(-1)?.match(/^\d+$/)?.[0];
  const words = inEnglishOrder(digits ? english.slice(0, -1) : english);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const before = words.length > 1 ? ARABIC_BEFORE.get(words[0] ?? '') : undefined;
  const rest = before ? words.slice(1) : words;
  const adjective = rest.length > 1 ? ARABIC_ADJECTIVES.get(rest[0] ?? '') : undefined;
  const nouns = adjective ? rest.slice(1) : rest;
  const counts = nouns.at(-1) === 'count';
  // Head first: "customer order number" is number, order, the customer.
  const parts = nouns.toReversed().map((word, index) => nounOf(word, index === 0 ? plural : counts));
  const known = parts.filter((part) => part !== null);
  const [head, ...further] = known;
  if (!head || known.length < parts.length) return null;
  const last = further.pop();
  const chain = last ? [head, ...further].map(({ text }) => text).concat(definite(last.text)) : [definite(head.text)];
  const agreeing = adjective && definite(head.many || head.text.endsWith('ة') ? adjective.feminine : adjective.masculine);
  return [before, ...chain, agreeing, digits].filter(Boolean).join(' ');
}

/** "date of birth" as "birth date". */
function inEnglishOrder(words: readonly string[]): readonly string[] {
  const of = words.indexOf('of');
  return of > 0 ? [...words.slice(of + 1), ...words.slice(0, of)] : words;
}

function nounOf(word: string, plural: boolean): { text: string; many: boolean } | null {
  const noun = ARABIC_NOUNS.get(word) ?? ARABIC_NOUNS.get(pluralize.singular(word));
  if (!noun) return null;
  const many = plural || !ARABIC_NOUNS.has(word);
  return { text: many ? noun.many : noun.one, many };
}

/** The article goes on the last word of a construct, and on both words of a noun with its adjective («العلامة التجارية»). */
function definite(expression: string): string {
  const [first = '', second] = expression.split(' ');
  if (second === undefined) return `ال${first}`;
  if (second.startsWith('ال')) return expression;
  return /(?:ية|ون|محتمل)$/.test(second) ? `ال${first} ال${second}` : `${first} ال${second}`;
}
