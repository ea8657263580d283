import type { Dialect } from '@majed-vanna/contract';

/** Where a literal stands in its statement. `equals`: beside `=` or `<>` and a column. */
export type LiteralPlace =
  | { readonly kind: 'equals'; readonly column: string }
  | { readonly kind: 'compare' }
  | { readonly kind: 'limit' }
  | { readonly kind: 'other' };

export interface StatementLiteral {
  /** Names it among the statement's tokens. */
  readonly index: number;
  readonly kind: 'text' | 'number';
  /** Without quotes. */
  readonly value: string;
  readonly place: LiteralPlace;
}

/** A confirmed question with what of its statement could be replaced. */
export interface VerifiedStatement {
  readonly id: string;
  readonly question: string;
  /** ISO day that relative periods of the question are counted from; null when unknown. */
  readonly asOf: string | null;
  readonly dialect: Dialect;
  readonly literals: readonly StatementLiteral[];
  /** Every name and word of the statement, lower case. */
  readonly words: ReadonlySet<string>;
}

/** A literal written anew, in the statement's dialect. */
export interface LiteralEdit {
  readonly index: number;
  readonly sql: string;
}
