import type { Cell, Language, NumberFormat } from '@majed-vanna/contract';

/** What the headline is made of: the result, and what the plan says about it. */
export interface AnswerFacts {
  readonly language: Language;
  readonly columns: readonly FactColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows of the whole result; null when there are more than were counted. */
  readonly rowCount: number | null;
  /** What one row is, in the plural, e.g. `customers`. */
  readonly subject: string | null;
  /** The period asked for, ready to follow a noun: `in 2025`, `since 3 May 2025`. */
  readonly period: string | null;
  /** Which way the statement orders by its measure. */
  readonly order: 'ascending' | 'descending' | null;
  /** "Top 5" asked for five. */
  readonly limit: number | null;
  readonly perGroup?: FirstOfEach | null;
  readonly growth?: Growth | null;
  /** Columns that hold the value now, then, and the change between them. */
  readonly comparison: { readonly current: number; readonly previous: number; readonly previousLabel: string } | null;
}

/** Columns of "the first few of each": the group, what is picked in it, and by which figure. */
export interface FirstOfEach {
  readonly group: number;
  readonly name: number;
  readonly measure: number;
  readonly lowest: boolean;
}

/** Columns of a figure and of the one `back` periods before, where each row has its own moment. */
export interface Growth {
  readonly current: number;
  readonly previous: number;
  readonly back: number;
}

/** How fine a course of time is. */
export type FactGrain = 'year' | 'quarter' | 'month' | 'week' | 'day';

export interface FactColumn {
  readonly label: string;
  readonly role: 'dimension' | 'time' | 'measure' | 'detail';
  readonly format: NumberFormat | null;
  readonly currency: string | null;
  /** Of a `time` column; null when the values have to tell. */
  readonly grain?: FactGrain | null;
  /** Sums and counts add up to a total; averages, shares and distinct counts do not. */
  readonly additive: boolean;
  /** Each value holds those before it: the last one is what all come to. */
  readonly running?: boolean;
}
