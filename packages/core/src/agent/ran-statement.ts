import type { AnswerEvent } from '@majed-vanna/contract';
import type { GuardVerdict } from '@majed-vanna/sql';
import type { Execution } from '../answer/execute-statement.ts';

/** A statement that the guard let through and the database ran. */
export interface RanStatement {
  /** As the model wrote it, or as it was corrected. */
  readonly sql: string;
  readonly verdict: Extract<GuardVerdict, { verdict: 'allow' }>;
  /** Columns and rows, as listeners get them. */
  readonly events: readonly AnswerEvent[];
  readonly execution: Execution;
  readonly guardMs: number;
  readonly executeMs: number;
}

/** A statement that did not run, and is to blame for it itself. */
export interface FailedStatementAttempt {
  readonly kind: 'failed';
  /** In words for the person. */
  readonly problem: string;
  /** For the model; holds only what the source lets out. */
  readonly told: string;
  /** The statement put right by a rule, to be tried before the model is asked again. */
  readonly rewrite: string | null;
}

export type StatementAttempt = { readonly kind: 'ran'; readonly statement: RanStatement } | FailedStatementAttempt;

/** The pipeline's own way to the database: guard, then execution. @throws what the database is to blame for, e.g. WarehouseError */
export type RunStatement = (sql: string, signal: AbortSignal) => Promise<StatementAttempt>;
