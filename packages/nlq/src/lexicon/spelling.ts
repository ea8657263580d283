import { distance } from 'fastest-levenshtein';

export interface SpellingOptions {
  /** Words that may be meant. */
  readonly known: Iterable<string>;
  /** Is a word an ordinary English one? Such a word was meant as it stands. */
  readonly isWord: (word: string) => boolean;
}

/** Finds the known word behind a slip of the keyboard; null when there is none, or more than one. */
export function createSpelling({ known, isWord }: SpellingOptions): (word: string) => string | null {
  const words = [...new Set(known)].filter((word) => /^[a-z]{4,}$/.test(word));
  const cache = new Map<string, string | null>();
  return (word) => {
    const before = cache.get(word);
    if (before !== undefined) return before;
    const found = correct(word);
    if (cache.size > CACHE_LIMIT) cache.clear();
    cache.set(word, found);
    return found;
  };

  function correct(word: string): string | null {
    if (!/^[a-z]{4,}$/.test(word) || bases(word).some(isWord)) return null;
    const near = words.filter((candidate) => candidate[0] === word[0] && isNear(word, candidate));
    return near.length === 1 ? (near[0] ?? null) : null;
  }
}

const CACHE_LIMIT = 5_000;
/** Shorter words have too many neighbours. */
const SHORTEST = 5;
const LONG = 9;

function isNear(word: string, candidate: string): boolean {
  if (isSwap(word, candidate)) return true;
  if (Math.min(word.length, candidate.length) < SHORTEST) return false;
  const allowed = Math.min(word.length, candidate.length) >= LONG ? 2 : 1;
  return Math.abs(word.length - candidate.length) <= allowed && distance(word, candidate) <= allowed;
}

/** Two neighbouring letters changed places. */
function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== candidate[index]);
  return at >= 0 && word[at] === candidate[at + 1] && word[at + 1] === candidate[at] && word.slice(at + 2) === candidate.slice(at + 2);
}

/** The word and what it may be a form of. */
function bases(word: string): string[] {
  const cut = ['s', 'es', 'd', 'ed', 'ing', 'r', 'er', 'est', 'ly', 'st'].flatMap((ending) => (word.endsWith(ending) && word.length - ending.length >= 3 ? [word.slice(0, -ending.length)] : []));
  return [word, ...cut, ...cut.map((base) => `${base}e`), ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : [])];
}
