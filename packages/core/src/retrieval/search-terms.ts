import { splitIdentifier, stemOf, unifyDigits, unifyLetters } from '@majed-vanna/nlq';
import { STOP_WORDS } from './stop-words.ts';

/** Longer texts are searched by their beginning. */
const MOST_WORDS = 400;
const MOST_QUERY_WORDS = 48;

/** Lower-case words of a text or an identifier, in the one spelling of Arabic letters. */
export function wordsOf(text: string): string[] {
  return splitIdentifier(unifyLetters(unifyDigits(text.normalize('NFKC')))).slice(0, MOST_WORDS);
}

/** Names of columns come again in many tables, and with every search. */
const cache = new Map<string, readonly string[]>();
const MOST_CACHED = 20_000;
const LONGEST_CACHED = 60;

/** Words in the form in which words of questions and of the data meet. */
export function termsOf(text: string): readonly string[] {
  const known = cache.get(text);
  if (known) return known;
  const terms = wordsOf(text).map(stemOf);
  if (cache.size >= MOST_CACHED) cache.clear();
  if (text.length <= LONGEST_CACHED) cache.set(text, terms);
  return terms;
}

/** What a query asks about: its words without those of asking, each once; all of them when nothing else is left. */
export function queryWords(query: string): string[] {
  const words = [...new Set(wordsOf(query))].slice(0, MOST_QUERY_WORDS);
  const telling = words.filter((word) => !STOP_WORDS.has(word) && (word.length > 1 || /\p{N}/u.test(word)));
  return telling.length > 0 ? telling : words;
}
