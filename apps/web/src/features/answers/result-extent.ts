import type { RunView } from './run-view.ts';

export interface ResultExtent {
  /** The rows at hand are all there are. */
  readonly complete: boolean;
  /** Rows in all that may be read; null when the end is not known yet. */
  readonly total: number | null;
  /** The result was cut at this many rows; null when it was not. */
  readonly cap: number | null;
}

/** How far the result goes beyond the rows that came with the answer. */
export function resultExtent({ rows, receipt, outcome }: Pick<RunView, 'rows' | 'receipt' | 'outcome'>): ResultExtent {
  // Without a receipt nothing is known behind the rows at hand; nothing more is read while the run goes on.
  if (!receipt) return { complete: outcome === null || outcome !== 'answered', total: rows.length, cap: null };
  const { returned, truncated } = receipt.rows;
  return { complete: rows.length >= returned && !truncated, total: Math.max(returned, rows.length), cap: truncated ? returned : null };
}
