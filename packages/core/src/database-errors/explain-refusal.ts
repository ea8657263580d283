import { type Because, because, type Dialect, type Refusal, type RefusalCode } from '@majed-vanna/contract';
import { DATABASE_PROBLEMS, type DatabaseErrorCode, type DatabaseProblem } from './database-problem.ts';
import { type Repair, readMessage, repairOf } from './explain-database-error.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import type { FailedStatement } from './rewrite/failed-statement.ts';

/** Refusals of how a statement is worded; the others are about what it may do, and no wording changes that. */
const OF_WORDING: Readonly<Partial<Record<RefusalCode, DatabaseErrorCode>>> = {
  unknown_table: 'unknown_table',
  unknown_column: 'unknown_column',
  ambiguous_column: 'ambiguous_column',
  unknown_function: 'unknown_function',
  unparsable: 'syntax_error',
  unknown_syntax: 'syntax_error',
  parsers_disagree: 'syntax_error',
};

export interface ExplainedRefusal extends Pick<DatabaseProblem, 'words' | 'wordsOfModel'> {
  readonly repair: Repair;
}

/** What can be done about a statement that the guard did not let through. The guard decides on the rewrite anew. */
export function explainRefusal(
  { code: refused, offending, hint }: Refusal,
  dialect: Dialect,
  statement: FailedStatement,
): ExplainedRefusal {
  const worded = OF_WORDING[refused];
  // Where the database's own parser could not read the statement, its message is what offends.
  const said = refused === 'parsers_disagree' && offending !== null ? readMessage(offending, dialect) : null;
  const code = said?.code ?? worded ?? 'not_permitted';
  const { hint: _, ...problem }: DatabaseProblem = DATABASE_PROBLEMS[code];
  const own = REFUSAL_WORDS[refused];
  const explained = own ? { words: own } : problem;
  if (worded === undefined) return { ...explained, repair: { kind: 'none' } };
  const repair = repairOf(code, said?.complaint ?? complaintOf(offending), dialect, statement);
  return { ...explained, repair: repair.kind === 'hint' && hint !== null ? { kind: 'hint', hint } : repair };
}

/** Why a statement that a person wrote or keeps is refused, in both languages. */
export function refusedBecause(refusal: Refusal, dialect: Dialect, sql: string): Because {
  const { words } = explainRefusal(refusal, dialect, { sql, tables: [] });
  return because('statement_refused', { message: [refusal.message, refusal.hint].filter(Boolean).join(' '), message_ar: words.ar });
}

/** `name` or `qualifier.name`. */
function complaintOf(offending: string | null) {
  const [first = '', second] = (offending ?? '').split('.');
  if (first === '') return {};
  return second === undefined ? { name: first } : { qualifier: first, name: second };
}
