import type { FoundBy } from '@majed-vanna/contract';
import { addEvidence, type Evidence, rankWords, type WantedWord } from './rank-words.ts';
import type { SearchIndex } from './search-index.ts';
import { queryWords } from './search-terms.ts';

/** Everything that is settled by measurement: see `pnpm bench:retrieval`. */
const WEIGHTS = {
  /** Of a value of the data that the query names, as a share of the best score a word can have. */
  value: 0.4,
  /** What a table gets of the best table it joins. */
  neighbour: 0.3,
  /** Of nearness in meaning, as a share of the best score. */
  near: 0.6,
};

/** How near things are in meaning, 0 to 1 by position, by each encoder that could be asked. */
export type Nearness = Partial<Record<Extract<FoundBy, 'vectors' | 'reranker'>, ReadonlyMap<number, number>>>;

export interface RankOptions {
  readonly methods?: ReadonlySet<FoundBy>;
  readonly nearness?: Nearness;
}

/** The words of a query with what each may mean in this data. */
export function wantedWords({ vocabulary }: SearchIndex, query: string, methods?: ReadonlySet<FoundBy>): WantedWord[] {
  return queryWords(query).map((word) => ({
    word,
    alternatives: vocabulary.alternatives(word).filter(({ by }) => methods?.has(by) ?? true),
  }));
}

/** Tables by position, with what speaks for each. */
export function rankTables(
  index: SearchIndex,
  query: string,
  wanted: readonly WantedWord[],
  { methods, nearness = {} }: RankOptions = {},
): Map<number, Evidence> {
  const found = rankWords(index.tables, wanted);
  if (methods?.has('values') ?? true) addValues(found, index, query);
  addNearness(found, nearness);
  return withNeighbours(found, index);
}

/** What is near in meaning gains a share of the best score. */
export function addNearness(found: Map<number, Evidence>, nearness: Nearness): void {
  const top = [...found.values()].reduce((most, { score }) => Math.max(most, score), 0) || 1;
  for (const by of ['vectors', 'reranker'] as const)
    for (const [at, near] of nearness[by] ?? []) if (near > 0) addEvidence(found, at, WEIGHTS.near * top * near, by);
}

function addValues(found: Map<number, Evidence>, index: SearchIndex, query: string): void {
  const top = Math.max(1, ...[...found.values()].map(({ score }) => score));
  const places = new Map<string, Map<number, number>>();
  for (const { table, words, score } of index.values(query)) {
    const at = index.positionOf.get(table);
    if (at === undefined) continue;
    const run = places.get(words.join(' ')) ?? new Map<number, number>();
    run.set(at, Math.max(run.get(at) ?? 0, score));
    places.set(words.join(' '), run);
  }
  // A value that stands in many tables tells little of which is meant.
  for (const run of places.values())
    for (const [at, score] of run) addEvidence(found, at, (WEIGHTS.value * top * score) / (1 + Math.log2(run.size)), 'values');
}

/** Tables that join a good one gain: questions often need both, and the table between. */
function withNeighbours(found: ReadonlyMap<number, Evidence>, { neighbours }: SearchIndex): Map<number, Evidence> {
  const out = new Map([...found].map(([at, each]) => [at, { ...each, by: new Set(each.by) }]));
  for (const [at, others] of neighbours) {
    const best = Math.max(0, ...others.map((other) => found.get(other)?.score ?? 0));
    if (best === 0) continue;
    const own = out.get(at);
    if (own) own.score += WEIGHTS.neighbour * best;
    else out.set(at, { score: WEIGHTS.neighbour * best, words: 0, by: new Set(['words']) });
  }
  return out;
}
