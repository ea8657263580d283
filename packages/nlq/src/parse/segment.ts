import type { ElementCandidate } from '../lexicon/lexicon.ts';
import type { ValueCandidate } from '../lexicon/value-index.ts';
import type { Keyword } from './keyword.ts';

/**
 * A run of words taken as one thing. The `text` of a keyword is English, the language of the grammar; `typed` is what stands in a
 * question of another one.
 */
export type Segment = (
  | { readonly kind: 'keyword'; readonly keyword: Keyword; readonly typed?: string }
  | { readonly kind: 'element'; readonly mention: Mention }
  | { readonly kind: 'value'; readonly mention: Mention }
  | { readonly kind: 'number'; readonly value: number; readonly ordinal: boolean }
  | { readonly kind: 'quoted'; readonly mention: Mention }
  | { readonly kind: 'period'; readonly period: PeriodMention }
  /** `norm` as the grammar reads it: English where the word belongs to the frame of a question. */
  | { readonly kind: 'word'; readonly known: false; readonly norm: string }
) & { readonly start: number; readonly end: number; readonly text: string };

/** Words that stand for a table, a column, a metric or a value; which one is settled when the whole question is read. */
export interface Mention {
  readonly id: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly elements: readonly ElementCandidate[];
  readonly values: readonly ValueCandidate[];
}

export interface PeriodMention {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Set when the period is one whole calendar year. */
  readonly year: number | null;
  /** The calendar unit it was said in. */
  readonly unit?: 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day';
}
