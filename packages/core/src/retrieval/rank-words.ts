import type { FoundBy } from '@majed-vanna/contract';
import type { ItemIndex } from './item-index.ts';
import type { Alternative } from './vocabulary.ts';

/** What speaks for an item. */
export interface Evidence {
  score: number;
  /** Words of the query that it answers. */
  words: number;
  readonly by: Set<FoundBy>;
}

/** A word of the query with what it may mean. */
export interface WantedWord {
  readonly word: string;
  readonly alternatives: readonly Alternative[];
}

/** Sums over the query's words; of what one word may mean, the best counts. */
export function rankWords(index: ItemIndex, wanted: readonly WantedWord[]): Map<number, Evidence> {
  const total = new Map<number, Evidence>();
  for (const { alternatives } of wanted) {
    const best = new Map<number, { score: number; by: FoundBy }>();
    for (const { term, weight, by } of alternatives)
      for (const [id, score] of index.scores(term))
        if ((best.get(id)?.score ?? 0) < score * weight) best.set(id, { score: score * weight, by });
    for (const [id, { score, by }] of best) addEvidence(total, id, score, by, 1);
  }
  return total;
}

export function addEvidence<K>(total: Map<K, Evidence>, id: K, score: number, by: FoundBy, words = 0): void {
  const evidence = total.get(id);
  if (evidence) {
    evidence.score += score;
    evidence.words += words;
    evidence.by.add(by);
  } else total.set(id, { score, words, by: new Set([by]) });
}
