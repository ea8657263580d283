import { type FoundBy, type FoundKind, foundKind } from '@majed-vanna/contract';

export const FOUND_KINDS: readonly FoundKind[] = foundKind.options;

export interface FoundItem {
  readonly kind: FoundKind;
  /** `schema.table`, `schema.table.column`, the name of a metric, dimension or term, or the id of a passage or verified question. */
  readonly key: string;
  /** `schema.table` it belongs to; null for what belongs to no single table. */
  readonly table: string | null;
  readonly title: string;
  /** Names, descriptions and definitions only, never a value of the data; of a confirmed question its statement. */
  readonly text: string;
  /** 0 to 1, comparable within one search. */
  readonly score: number;
  readonly by: readonly FoundBy[];
}
