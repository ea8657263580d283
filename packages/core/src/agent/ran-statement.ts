import type { AnswerEvent } from '@majed-vanna/contract';
import type { GuardVerdict } from '@majed-vanna/sql';
import type { Execution } from '../answer/execute-statement.ts';

/** A statement that the guard let through and the database ran. */
export interface RanStatement {
  /** As the model wrote it. */
  readonly sql: string;
  readonly verdict: Extract<GuardVerdict, { verdict: 'allow' }>;
  /** Columns and rows, as listeners get them. */
  readonly events: readonly AnswerEvent[];
  readonly execution: Execution;
  readonly guardMs: number;
  readonly executeMs: number;
}

export type StatementAttempt =
  | { readonly kind: 'ran'; readonly statement: RanStatement }
  | { readonly kind: 'denied'; readonly refusal: Extract<GuardVerdict, { verdict: 'deny' }>['refusal'] };

/** The pipeline's own way to the database: guard, then execution. @throws WarehouseError */
export type RunStatement = (sql: string, signal: AbortSignal) => Promise<StatementAttempt>;
