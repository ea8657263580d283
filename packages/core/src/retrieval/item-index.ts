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
export const BOOST = { names: 2, parts: 1, text: 0.5 };

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
  return { items, scores };

  function scores(term: string): ReadonlyMap<number, number> {
    return new Map(index.search(term).map(({ id, score }) => [id as number, score]));
  }
}

/** A name said again as a synonym does not count twice. */
function distinct(phrases: readonly string[]): string {
  return [...new Set(phrases.map((phrase) => termsOf(phrase).join(' ')))].join(' ');
}
