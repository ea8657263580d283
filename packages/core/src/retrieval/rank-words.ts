import type { FoundBy } from './found-item.ts';
import type { ItemIndex } from './item-index.ts';
import type { Alternative } from './vocabulary.ts';

/** What speaks for an item. */
export interface Evidence {
  score: number;
  readonly by: Set<FoundBy>;
}

/** A word of the query with what it may mean. */
export interface WantedWord {
  readonly word: string;
  readonly alternatives: readonly Alternative[];
}

/** Sums over the query's words; of what one word may mean, the best counts. */
export function rankWords(index: ItemIndex, wanted: readonly WantedWord[]): Map<number, Evidence> {
  const cache = new Map<string, ReadonlyMap<number, number>>();
  const total = new Map<number, Evidence>();
  for (const { alternatives } of wanted) {
    const best = new Map<number, { score: number; by: FoundBy }>();
    for (const { term, weight, by } of alternatives)
      for (const [id, score] of scoresOf(term))
        if ((best.get(id)?.score ?? 0) < score * weight) best.set(id, { score: score * weight, by });
    for (const [id, { score, by }] of best) add(total, id, score, by);
  }
  return total;

  function scoresOf(term: string): ReadonlyMap<number, number> {
    const known = cache.get(term) ?? index.scores(term);
    cache.set(term, known);
    return known;
  }
}

export function add<K>(total: Map<K, Evidence>, id: K, score: number, by: FoundBy): void {
  const evidence = total.get(id);
  if (evidence) {
    evidence.score += score;
    evidence.by.add(by);
  } else total.set(id, { score, by: new Set([by]) });
}
