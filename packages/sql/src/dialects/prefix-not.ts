import type { Token } from '../lex.ts';
import { words } from './shared-words.ts';

const OPERAND_FOLLOWS = words('select where and or on when then else having by');

/** The parser hands `NOT a LIKE b` back as bare text; another prefix operator over the same operand it does read. */
export function standInForNot(tokens: readonly Token[], i: number): string | null {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (token?.kind !== 'word' || token.text.toUpperCase() !== 'NOT' || !before) return null;
  const startsOperand = before.text === '(' || before.text === ',' || OPERAND_FOLLOWS.has(before.text.toLowerCase());
  const plainOperand = after?.kind === 'quoted' || (after?.kind === 'word' && !/^(exists|null|not|case|cast)$/i.test(after.text));
  return startsOperand && plainOperand ? '  -' : null;
}
