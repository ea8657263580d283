import type { Dialect } from '@majed-vanna/contract';
import { DIALECTS } from './dialects/dialects.ts';
import { type LexedStatement, lex } from './lex.ts';
import { GuardRefusal } from './refuse.ts';

/**
 * The tokens of a statement; null when it cannot be cut into any, or the dialect is not known. Decides nothing. Quoted names
 * that are known to exist may hold any character.
 */
export function lexStatement(sql: string, dialect: Dialect, knownNames?: ReadonlySet<string>): LexedStatement | null {
  const rules = DIALECTS[dialect];
  if (!rules) return null;
  try {
    return lex(sql, rules.lexical, knownNames);
  } catch (error) {
    if (error instanceof GuardRefusal) return null;
    throw error;
  }
}
