import { z } from 'zod';
import { dataSourceId } from './ids.ts';

/** What of the semantic layer can be found. */
export const foundKind = z.enum(['table', 'column', 'metric', 'dimension', 'glossary', 'passage', 'verified']);
export type FoundKind = z.infer<typeof foundKind>;

/** How something was found: by its words, by words that look alike, by words that mean alike, by a value it holds, by meaning. */
export const foundBy = z.enum(['words', 'trigrams', 'synonyms', 'values', 'vectors', 'reranker']);
export type FoundBy = z.infer<typeof foundBy>;

export const semanticSearchInput = z.object({
  /** The default source when left out. */
  dataSourceId: dataSourceId.optional(),
  query: z.string().trim().min(1).max(2_000),
  kinds: z.array(foundKind).min(1).max(foundKind.options.length).optional(),
  limit: z.number().int().min(1).max(100).default(20),
});
export type SemanticSearchInput = z.infer<typeof semanticSearchInput>;

export const foundItem = z.object({
  kind: foundKind,
  /** `schema.table`, `schema.table.column`, the name of a metric, dimension or term, or the id of a passage or verified question. */
  key: z.string(),
  /** `schema.table` it belongs to; null for what belongs to no single table. */
  table: z.string().nullable(),
  title: z.string(),
  /** Names, descriptions and definitions only, never a value of the data. */
  text: z.string(),
  /** 0 to 1, comparable within one search; with `by` it is told to administrators only. */
  score: z.number().nullable(),
  by: z.array(foundBy).nullable(),
});

export const semanticSearchResult = z.object({ items: z.array(foundItem) });
export type SemanticSearchResult = z.infer<typeof semanticSearchResult>;
