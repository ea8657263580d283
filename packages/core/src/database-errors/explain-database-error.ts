import type { Dialect } from '@majed-vanna/contract';
import { WarehouseError } from '@majed-vanna/warehouse';
import { DATABASE_PROBLEMS, type DatabaseErrorCode, type DatabaseProblem } from './database-problem.ts';
import { DIALECT_ERRORS } from './dialect-errors.ts';
import { DECIDED_KINDS, KIND_ERRORS } from './kind-errors.ts';
import type { Complaint, FailedStatement } from './rewrite/failed-statement.ts';
import { rewriteStatement } from './rewrite/rewrite-statement.ts';

/** What can be done about a failing statement without asking anybody. A rewrite must pass the guard like any statement. */
export type Repair =
  | { readonly kind: 'none' }
  | { readonly kind: 'rewrite'; readonly sql: string }
  | { readonly kind: 'hint'; readonly hint: string };

export interface ExplainedError extends Pick<DatabaseProblem, 'fault' | 'countsForBreaker' | 'errorCode' | 'words' | 'wordsOfModel'> {
  readonly code: DatabaseErrorCode;
  readonly repair: Repair;
}

/**
 * Reads what a database threw: the dialect's table first, then the kind that the connector gave it. A rewrite is only
 * offered when the statement is handed in.
 */
export function explainDatabaseError(error: unknown, dialect: Dialect | null, statement?: FailedStatement): ExplainedError {
  const { code, complaint } = readError(error, dialect);
  const { hint: _, ...problem }: DatabaseProblem = DATABASE_PROBLEMS[code];
  return { code, ...problem, repair: repairOf(code, complaint, dialect, statement) };
}

/** The repair of a problem that is known by its code, e.g. from a refusal of the guard. */
export function repairOf(
  code: DatabaseErrorCode,
  complaint: Complaint,
  dialect: Dialect | null,
  statement: FailedStatement | undefined,
): Repair {
  const problem: DatabaseProblem = DATABASE_PROBLEMS[code];
  if (problem.hint === null) return { kind: 'none' };
  const sql = dialect && statement ? rewriteStatement(code, complaint, dialect, statement) : null;
  return sql === null ? { kind: 'hint', hint: problem.hint } : { kind: 'rewrite', sql };
}

/** The code of a database's message, with what the message names. */
export function readMessage(message: string, dialect: Dialect | null): { code: DatabaseErrorCode; complaint: Complaint } | null {
  for (const [pattern, code] of (dialect && DIALECT_ERRORS[dialect]) ?? []) {
    const match = pattern.exec(message);
    if (match) return { code, complaint: match.groups ?? {} };
  }
  return null;
}

function readError(error: unknown, dialect: Dialect | null): { code: DatabaseErrorCode; complaint: Complaint } {
  if (!(error instanceof WarehouseError)) return { code: 'unknown', complaint: {} };
  const byKind = { code: KIND_ERRORS[error.kind], complaint: {} };
  return DECIDED_KINDS.includes(error.kind) ? byKind : (readMessage(error.message, dialect) ?? byKind);
}
