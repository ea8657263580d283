import { applyEdits } from '@majed-vanna/sql';
import type { Rewrite } from './rewrite-statement.ts';
import { sourcesOf } from './sources.ts';
import { isName, isOneSelect, isSign, sameName, written } from './tokens.ts';

/** `orders.total` where orders was called `o`, or any qualifier where only one table is read, is that table. */
export const correctAlias: Rewrite = ({ lexed, tables, complaint: { name, qualifier = name } }) => {
  const { tokens, text } = lexed;
  const sources = sourcesOf(lexed, tables);
  if (qualifier === undefined || !isOneSelect(tokens) || sources.some(({ alias }) => sameName(alias, qualifier))) return null;
  const places = tokens.flatMap((token, i) => {
    const column = tokens[i + 2];
    const here = isName(token) && sameName(token.value, qualifier) && isSign(tokens[i + 1], '.') && !isSign(tokens[i - 1], '.');
    return here && isName(column) ? [{ token, column: column.value }] : [];
  });
  const renamed = sources.filter(({ table }) => sameName(table.name, qualifier));
  const [meant] = renamed.length > 0 ? renamed : sources;
  if (!meant || (renamed.length > 0 ? renamed : sources).length !== 1 || places.length === 0) return null;
  if (!places.every(({ column }) => meant.table.columns.some((known) => sameName(known.name, column)))) return null;
  return applyEdits(
    text,
    places.map(({ token: { start, end } }) => ({ start, end, text: written(meant.alias) })),
  );
};
