import type { Dialect } from '@majed-vanna/contract';
import { type LexedStatement, lexStatement } from '@majed-vanna/sql';
import type { DatabaseErrorCode } from '../database-problem.ts';
import { addToGroupBy } from './add-to-group-by.ts';
import { castArguments } from './cast-arguments.ts';
import { castComparison } from './cast-comparison.ts';
import { correctAlias } from './correct-alias.ts';
import { correctColumn, correctTable } from './correct-name.ts';
import type { Complaint, FailedStatement } from './failed-statement.ts';
import { intoDialect } from './into-dialect.ts';
import { rewriteRowLimit } from './row-limit.ts';

/** One safe change; null where it does not apply or is not clear. */
export type Rewrite = (request: RewriteRequest) => string | null;

export interface RewriteRequest {
  readonly lexed: LexedStatement;
  readonly tables: FailedStatement['tables'];
  readonly complaint: Complaint;
  readonly dialect: Dialect;
}

/** Per problem, the first change that applies. Problems without a row need somebody who knows what was meant. */
const REWRITES: Readonly<Partial<Record<DatabaseErrorCode, readonly Rewrite[]>>> = {
  unknown_column: [rewriteRowLimit, correctAlias, correctColumn, intoDialect],
  unknown_alias: [correctAlias],
  unknown_table: [correctTable],
  unknown_function: [intoDialect],
  syntax_error: [rewriteRowLimit, intoDialect],
  row_limit: [rewriteRowLimit],
  not_grouped: [addToGroupBy],
  wrong_arguments: [intoDialect, castArguments],
  type_mismatch: [castComparison],
  conversion: [castComparison],
};

/** The statement with its problem mended, never the statement itself; null when nothing safe is known. */
export function rewriteStatement(
  code: DatabaseErrorCode,
  complaint: Complaint,
  dialect: Dialect,
  { sql, tables }: FailedStatement,
): string | null {
  const rewrites = REWRITES[code];
  const lexed = rewrites ? lexStatement(sql, dialect) : null;
  if (!rewrites || !lexed) return null;
  for (const rewrite of rewrites) {
    const rewritten = rewrite({ lexed, tables, complaint, dialect });
    if (rewritten !== null && rewritten !== lexed.text) return inOneGo(rewritten.trim(), dialect);
  }
  return null;
}

/** Whoever writes one thing of another dialect writes more of it: all of that is put right at once. */
function inOneGo(sql: string, dialect: Dialect): string {
  return [rewriteRowLimit, intoDialect].reduce((text, rewrite) => {
    const lexed = lexStatement(text, dialect);
    return (lexed && rewrite({ lexed, tables: [], complaint: {}, dialect })) ?? text;
  }, sql);
}
