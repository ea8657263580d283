import MiniSearch from 'minisearch';
import type { SearchItem } from './search-items.ts';
import { termsOf } from './search-terms.ts';

/** Items by the words they are found by, scored by BM25 with what a thing is called counting most. */
export interface ItemIndex {
  readonly items: readonly SearchItem[];
  /** Position of an item to its score for one term. */
  scores(term: string): ReadonlyMap<number, number>;
}

const FIELDS = ['names', 'parts', 'text'] as const;
/** Settled by `pnpm bench:retrieval`. */
const BOOST = { names: 2, parts: 1, text: 0.5 };
/** Terms whose scores are kept. */
const MOST_CACHED = 50;

export function createItemIndex(items: readonly SearchItem[]): ItemIndex {
  const index = new MiniSearch<{ id: number } & Record<(typeof FIELDS)[number], string>>({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
    searchOptions: { boost: BOOST },
  });
  index.addAll(
    items.map(({ names, parts, text }, id) => ({ id, names: distinct(names), parts: distinct(parts), text: termsOf(text).join(' ') })),
  );
  const cache = new Map<string, ReadonlyMap<number, number>>();
  return { items, scores };

  function scores(term: string): ReadonlyMap<number, number> {
    const known = cache.get(term);
    if (known) return known;
    const found = new Map(index.search(term).map(({ id, score }) => [Number(id), score]));
    if (cache.size >= MOST_CACHED) cache.clear();
    cache.set(term, found);
    return found;
  }
}

/** A name said again as a synonym does not count twice. */
function distinct(phrases: readonly string[]): string {
  return [...new Set(phrases.map((phrase) => termsOf(phrase).join(' ')))].join(' ');
}
