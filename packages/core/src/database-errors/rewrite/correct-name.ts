import { applyEdits, type Token } from '@majed-vanna/sql';
import { correctSpelling } from './misspelling.ts';
import type { Rewrite } from './rewrite-statement.ts';
import { sourcesOf } from './sources.ts';
import { isName, isSign, isWord, sameName, written } from './tokens.ts';

/** A misspelt column takes the one name that it can be a misspelling of, among the tables that are read. */
export const correctColumn: Rewrite = ({ lexed, tables, complaint: { name, qualifier } }) => {
  if (name === undefined) return null;
  const { tokens, text } = lexed;
  const sources = sourcesOf(lexed, tables).filter(({ alias }) => qualifier === undefined || sameName(alias, qualifier));
  const right = correctSpelling(
    name,
    sources.flatMap(({ table }) => table.columns.map((column) => column.name)),
  );
  const named = tokens.some((token, i) => sameName(token.value, name) && isWord(tokens[i - 1], 'as'));
  if (right === null || named) return null;
  const places = tokens.filter((token, i) => {
    if (!isName(token) || !sameName(token.value, name) || isSign(tokens[i + 1], '(')) return false;
    const [dot, before] = [tokens[i - 1], tokens[i - 2]];
    if (!isSign(dot, '.')) return qualifier === undefined;
    return (
      isName(before) &&
      (qualifier === undefined ? sources.some(({ alias }) => sameName(alias, before.value)) : sameName(before.value, qualifier))
    );
  });
  return places.length === 0
    ? null
    : applyEdits(
        text,
        places.map((token) => replaced(token, right)),
      );
};

/** A misspelt table takes the one readable name that it can be a misspelling of. */
export const correctTable: Rewrite = ({ lexed: { text, tokens }, tables, complaint: { name } }) => {
  const right =
    name === undefined
      ? null
      : correctSpelling(
          name,
          tables.map((table) => table.name),
        );
  if (name === undefined || right === null) return null;
  const places = tokens.filter(
    (token, i) =>
      isName(token) &&
      sameName(token.value, name) &&
      (isWord(tokens[i - 1], 'from', 'join') ||
        isSign(tokens[i + 1], '.') ||
        (isSign(tokens[i - 1], '.') && isWord(tokens[i - 3], 'from', 'join'))),
  );
  return places.length === 0
    ? null
    : applyEdits(
        text,
        places.map((token) => replaced(token, right)),
      );
};

function replaced({ start, end }: Token, name: string) {
  return { start, end, text: written(name) };
}
