import { applyEdits, type Edit, type LexedStatement, type Token } from '@majed-vanna/sql';
import type { Rewrite } from './rewrite-statement.ts';
import { isOneSelect, isSign, isWord } from './tokens.ts';

/** `TOP n`, `LIMIT offset, n`, `FETCH FIRST n ROWS ONLY` and `ROWNUM <= n` as LIMIT. */
export const rewriteRowLimit: Rewrite = ({ lexed, dialect }) =>
  top(lexed) ?? commaLimit(lexed) ?? (dialect === 'sqlite' ? fetchFirst(lexed) : null) ?? rowNumber(lexed);

function top({ text, tokens }: LexedStatement): string | null {
  const at = tokens.findIndex((token, i) => isWord(token, 'top') && token.depth === 0 && isWord(tokens[i - 1], 'select'));
  const word = tokens[at];
  const bracket = isSign(tokens[at + 1], '(');
  const number = tokens[bracket ? at + 2 : at + 1];
  const next = tokens[bracket ? at + 4 : at + 2];
  if (at === -1 || !word || !next || number?.kind !== 'number' || hasLimit(tokens)) return null;
  return `${applyEdits(text, [{ start: word.start, end: next.start, text: '' }]).trim()} LIMIT ${number.text}`;
}

function commaLimit({ text, tokens }: LexedStatement): string | null {
  const edits = tokens.flatMap((token, i): Edit[] => {
    const [offset, comma, count] = tokens.slice(i + 1, i + 4);
    if (!isWord(token, 'limit') || !isSign(comma, ',') || offset?.kind !== 'number' || count?.kind !== 'number') return [];
    return [{ start: offset.start, end: count.end, text: `${count.text} OFFSET ${offset.text}` }];
  });
  return edits.length > 0 ? applyEdits(text, edits) : null;
}

function fetchFirst({ text, tokens }: LexedStatement): string | null {
  const edits = tokens.flatMap((token, i): Edit[] => {
    const [first, count, rows, only] = tokens.slice(i + 1, i + 5);
    if (
      !isWord(token, 'fetch') ||
      !isWord(first, 'first', 'next') ||
      count?.kind !== 'number' ||
      !isWord(rows, 'row', 'rows') ||
      !isWord(only, 'only')
    )
      return [];
    return [{ start: token.start, end: only?.end ?? token.end, text: `LIMIT ${count.text}` }];
  });
  return edits.length > 0 ? applyEdits(text, edits) : null;
}

/** Only as the last condition, and where no order says which rows come first. */
function rowNumber({ text, tokens }: LexedStatement): string | null {
  const at = tokens.findIndex((token) => isWord(token, 'rownum'));
  const [less, equal] = [tokens[at + 1], tokens[at + 2]];
  const inclusive = isSign(equal, '=');
  const number = tokens[inclusive ? at + 3 : at + 2];
  const before = tokens[at - 1];
  if (at === -1 || !isOneSelect(tokens) || !isSign(less, '<') || number?.kind !== 'number' || tokens.at(-1) !== number) return null;
  if (!before || !isWord(before, 'where', 'and') || tokens.some((token) => isWord(token, 'or'))) return null;
  const rows = Number(number.text) - (inclusive ? 0 : 1);
  return Number.isInteger(rows) ? `${text.slice(0, before.start).trim()} LIMIT ${rows}` : null;
}

function hasLimit(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.depth === 0 && isWord(token, 'limit', 'fetch'));
}
