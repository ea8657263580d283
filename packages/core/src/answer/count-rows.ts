import type { GuardVerdict } from '@majed-vanna/sql';
import type { Warehouse } from '@majed-vanna/warehouse';
import type { Execution } from './execute-statement.ts';

export interface CountedRows {
  /** Rows that can be paged through, at most the cap; null when they could not be counted. */
  readonly count: number | null;
  /** The statement has more rows than may be read, or nobody knows how many. */
  readonly truncated: boolean;
}

interface CountRequest {
  readonly run: Execution;
  /** The statement before the guard: the count takes the guard's whole way too. */
  readonly sql: string;
  readonly maxRows: number;
  readonly guardWith: (sql: string, maxRows: number) => Promise<GuardVerdict>;
  readonly warehouse: Warehouse;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  readonly report: (error: unknown) => void;
}

/** How many rows there are: known when all were read, else counted by the database, which is much faster than reading them. */
export async function countRows({
  run,
  sql,
  maxRows,
  guardWith,
  warehouse,
  signal,
  deadlineMs,
  report,
}: CountRequest): Promise<CountedRows> {
  if (!run.more) return { count: run.rows.length, truncated: run.rows.length >= maxRows };
  try {
    const verdict = await guardWith(`SELECT COUNT(*) AS row_count FROM (${sql}) AS counted_rows`, 1);
    if (verdict.verdict === 'deny') return { count: null, truncated: true };
    let count = Number.NaN;
    for await (const event of warehouse.query({ sql: verdict.sql, maxRows: 1, signal, deadlineMs })) {
      if (event.type === 'batch') count = Number(event.rows[0]?.[0] ?? Number.NaN);
    }
    if (Number.isFinite(count)) return { count: Math.min(count, maxRows), truncated: count > maxRows };
  } catch (error) {
    signal.throwIfAborted();
    // An answer without its count is still an answer.
    report(error);
  }
  return { count: null, truncated: true };
}
