import type { ExpectedOutcome, Outcome, Receipt, Verdict } from '@majed-vanna/contract';

/** A golden question. */
export interface EvaluationCase {
  readonly id: string;
  readonly question: string;
  readonly expected: ExpectedOutcome;
  /** The statement whose result is right; null unless an answer is expected. */
  readonly sql: string | null;
  /** Further statements that are as right. */
  readonly alternatives?: readonly string[];
  /** Whether the order of the rows counts; by default when the statement orders them itself. */
  readonly ordered?: boolean;
  /** ISO date it is asked on; today when absent. */
  readonly today?: string;
}

/** What became of one case. */
export interface CaseResult {
  /** From 0, in the order of the cases. */
  readonly position: number;
  readonly case: EvaluationCase;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  readonly sql: string | null;
  readonly engine: Receipt['engine'] | null;
  readonly model: string | null;
  /** Why it came out so, in words for an administrator; null where the verdict says it all. */
  readonly note: string | null;
  readonly ms: number;
  readonly tokens: { readonly input: number; readonly output: number };
}
