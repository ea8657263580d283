import type { FoundBy } from '@majed-vanna/contract';
import { isArabic, SYNONYM_SETS, stemOf } from '@majed-vanna/nlq';
import type { Thesaurus } from '../semantics/thesaurus.ts';
import { termsOf, wordsOf } from './search-terms.ts';

/** A term of the data that a word of a query may mean. */
export interface Alternative {
  readonly term: string;
  readonly weight: number;
  readonly by: Extract<FoundBy, 'words' | 'trigrams' | 'synonyms'>;
}

export interface Vocabulary {
  /** What a word may mean, the word itself first. */
  alternatives(word: string): Alternative[];
}

/** Of a word that is not the very word, settled by `pnpm bench:retrieval`. */
const WEIGHTS = { everyday: 0.8, thesaurus: 0.3, trigram: 0.7 };
const LEAST_SIMILAR = 0.5;
const MOST_SIMILAR = 4;
/** Written onto the next word in Arabic: and, so, with, for, like. */
const CLITICS = /^[وفبلك](?=.{3})/;

/** The words that names of the data are made of, and how the words of a query come to them. */
export function createVocabulary(phrases: Iterable<string>, thesaurus: Thesaurus): Vocabulary {
  const words = new Set<string>();
  for (const phrase of new Set(phrases)) for (const word of wordsOf(phrase)) if (word.length > 1) words.add(word);
  const terms = new Set([...words].map(stemOf));
  const grams = gramIndex([...words]);
  let related: Map<string, Set<string>> | null = null;
  return { alternatives };

  function alternatives(word: string): Alternative[] {
    const term = stemOf(word);
    const found = new Map<string, Alternative>();
    const take = (alternative: Alternative) => {
      const known = found.get(alternative.term);
      if (!known || known.weight < alternative.weight) found.set(alternative.term, alternative);
    };
    take({ term, weight: 1, by: 'words' });
    if (isArabic(word) && !terms.has(term) && CLITICS.test(word)) take({ term: stemOf(word.replace(CLITICS, '')), weight: 1, by: 'words' });
    for (const other of everyday(term)) take({ term: other, weight: WEIGHTS.everyday, by: 'synonyms' });
    for (const other of general(word, term)) take({ term: other, weight: WEIGHTS.thesaurus, by: 'synonyms' });
    for (const { other, similarity } of similar(word, term)) take({ term: other, weight: WEIGHTS.trigram * similarity, by: 'trigrams' });
    return [...found.values()];
  }

  function everyday(term: string): string[] {
    return (EVERYDAY_TERMS.get(term) ?? []).filter((other) => terms.has(other));
  }

  /** Both ways: what the thesaurus says of the query's word, and of the data's. */
  function general(word: string, term: string): string[] {
    if (isArabic(word)) return [];
    related ??= relatedTerms();
    const said = thesaurus(word).flatMap((phrase) => termsOf(phrase).slice(-1));
    return [...said.filter((other) => terms.has(other)), ...(related.get(term) ?? [])].filter((other) => other !== term);
  }

  function relatedTerms(): Map<string, Set<string>> {
    const map = new Map<string, Set<string>>();
    for (const word of words)
      for (const phrase of /^[a-z]{3,}$/.test(word) ? thesaurus(word) : []) {
        if (phrase.includes(' ')) continue;
        const other = stemOf(phrase);
        map.set(other, (map.get(other) ?? new Set()).add(stemOf(word)));
      }
    return map;
  }

  function similar(word: string, term: string): { other: string; similarity: number }[] {
    const own = gramsOf(word);
    const shared = new Map<string, number>();
    for (const gram of own) for (const other of grams.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared]
      .map(([other, count]) => ({ other: stemOf(other), similarity: (2 * count) / (own.length + gramsOf(other).length) }))
      .filter(({ other, similarity }) => similarity >= LEAST_SIMILAR && other !== term)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, MOST_SIMILAR);
  }
}

function gramIndex(words: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words)
    for (const gram of gramsOf(word)) {
      const list = index.get(gram);
      if (list) list.push(word);
      else index.set(gram, [word]);
    }
  return index;
}

/** Distinct 3-grams, with the ends marked. */
function gramsOf(word: string): string[] {
  const padded = ` ${word} `;
  return [...new Set(Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)))];
}

/** Everyday synonyms of single words, as terms. */
const EVERYDAY_TERMS: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, Set<string>>();
  for (const set of SYNONYM_SETS) {
    const single = set.filter((phrase) => !phrase.includes(' ')).map(stemOf);
    for (const term of single) for (const other of single) if (other !== term) map.set(term, (map.get(term) ?? new Set()).add(other));
  }
  return new Map([...map].map(([term, others]) => [term, [...others]]));
})();
