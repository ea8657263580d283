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
export function resultExtent({ rows, receipt }: Pick<RunView, 'rows' | 'receipt'>): ResultExtent {
  // The receipt comes last: until then nothing is known behind the rows at hand, and nothing more is read.
  if (!receipt) return { complete: true, total: rows.length, cap: null };
  const { returned, truncated } = receipt.rows;
  if (!truncated) return { complete: rows.length >= returned, total: Math.max(returned, rows.length), cap: null };
  // Cut short of the limit means that the database could not count: the end shows when it is scrolled to.
  const maxRows = receipt.injections?.rowCap.maxRows ?? returned;
  if (returned < maxRows) return { complete: false, total: null, cap: null };
  return { complete: false, total: returned, cap: returned };
}
