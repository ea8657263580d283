/** Bounds of asking and reading; all can be configured. */
export interface AnswerLimits {
  /** A run is stopped after this. */
  readonly deadlineMs: number;
  /** Rows that one answer may be paged through and exported. */
  readonly maxRows: number;
  readonly runsPerUser: number;
  readonly runsTotal: number;
  readonly exportsPerUser: number;
  /** Each takes one of the few connections of its source for as long as its reader likes. */
  readonly exportsTotal: number;
  readonly exportDeadlineMs: number;
}

export const ANSWER_LIMITS: AnswerLimits = {
  deadlineMs: 60_000,
  maxRows: 1_000_000,
  runsPerUser: 4,
  runsTotal: 200,
  exportsPerUser: 2,
  exportsTotal: 2,
  exportDeadlineMs: 30 * 60_000,
};
