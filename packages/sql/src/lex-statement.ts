import type { Dialect } from '@majed-vanna/contract';
import { DIALECTS } from './dialects/dialects.ts';
import { type LexedStatement, lex } from './lex.ts';
import { GuardRefusal } from './refuse.ts';

/** The tokens of a statement; null when it cannot be cut into any, or the dialect is not known. Decides nothing. */
export function lexStatement(sql: string, dialect: Dialect): LexedStatement | null {
  const rules = DIALECTS[dialect];
  if (!rules) return null;
  try {
    return lex(sql, rules.lexical);
  } catch (error) {
    if (error instanceof GuardRefusal) return null;
    throw error;
  }
}
