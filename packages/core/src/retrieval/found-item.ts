/** What of the semantic layer can be found. */
export const FOUND_KINDS = ['table', 'column', 'metric', 'dimension', 'glossary', 'passage', 'verified'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** How something was found. */
export const FOUND_BY = ['words', 'trigrams', 'synonyms', 'values', 'vectors', 'reranker'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

export interface FoundItem {
  readonly kind: FoundKind;
  /** `schema.table`, `schema.table.column`, the name of a metric, dimension or term, or the id of a passage or verified question. */
  readonly key: string;
  /** `schema.table` it belongs to; null for what belongs to no single table. */
  readonly table: string | null;
  readonly title: string;
  /** Names, descriptions and definitions only, never a value of the data. */
  readonly text: string;
  /** 0 to 1, comparable within one search. */
  readonly score: number;
  readonly by: readonly FoundBy[];
}
