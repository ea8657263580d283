import type { Dialect } from '@majed-vanna/contract';
import { lexStatement } from '@majed-vanna/sql';

const EQUALS = /^(=|==|<>|!=)$/;
/** In a list or as an argument: shorter numbers are rather a precision, as in `round(x, 2)`. */
const LISTED = /^[(,]$/;
const LONG = 3;

/**
 * Whether a statement may hold a value of the data: a text however it is quoted, a number that something must be, or a
 * comment. Then the question that it answers may hold it too.
 */
export function namesValues(sql: string, dialect: Dialect): boolean {
  const lexed = lexStatement(sql, dialect);
  if (!lexed || /--|\/\*/.test(sql)) return true;
  return lexed.tokens.some(({ kind, value, text }, at) => {
    if (kind === 'string') return value !== '';
    const before = lexed.tokens[at - 1]?.text ?? '';
    return kind === 'number' && (EQUALS.test(before) || (LISTED.test(before) && text.length >= LONG));
  });
}
