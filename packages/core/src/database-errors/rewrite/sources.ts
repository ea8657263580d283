import type { LexedStatement, Token } from '@majed-vanna/sql';
import type { ReadableTable } from './failed-statement.ts';
import { isName, isSign, isWord, sameName } from './tokens.ts';

/** A table that the statement reads, by what it is called there. */
export interface Source {
  readonly table: ReadableTable;
  readonly alias: string;
}

const AFTER_TABLE =
  'on using where group order having limit offset union intersect except join inner left right full outer cross natural qualify window fetch asof semi anti positional lateral as'.split(
    ' ',
  );

/** Tables behind FROM, JOIN and the commas between them; common tables and sub-queries are left out. */
export function sourcesOf({ tokens }: LexedStatement, tables: readonly ReadableTable[]): Source[] {
  const found: Source[] = [];
  for (const [i, token] of tokens.entries()) {
    if (!isWord(token, 'from', 'join') && !isSourceComma(tokens, i)) continue;
    const at = isSign(tokens[i + 2], '.') ? i + 3 : i + 1;
    const name = tokens[at];
    const table = isName(name) ? tables.find((candidate) => sameName(candidate.name, name.value)) : undefined;
    if (!table) continue;
    const next = tokens[isWord(tokens[at + 1], 'as') ? at + 2 : at + 1];
    found.push({ table, alias: isName(next) && !isWord(next, ...AFTER_TABLE) ? next.value : table.name });
  }
  return found;
}

/** The column of that name, when all tables that have it agree on what it holds. */
export function columnKind(sources: readonly Source[], name: string, qualifier: string | null) {
  const fitting = qualifier === null ? sources : sources.filter(({ alias }) => sameName(alias, qualifier));
  const kinds = new Set(
    fitting.flatMap(({ table }) => table.columns.filter((column) => sameName(column.name, name)).map(({ kind }) => kind)),
  );
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null;
}

/** A comma in the same bracket as a FROM, before anything else begins there. */
function isSourceComma(tokens: readonly Token[], i: number): boolean {
  const comma = tokens[i];
  if (!comma || !isSign(comma, ',')) return false;
  for (let at = i - 1; at >= 0; at--) {
    const token = tokens[at];
    if (!token || token.depth < comma.depth) return false;
    if (token.depth !== comma.depth) continue;
    if (isWord(token, 'from')) return true;
    if (isWord(token, 'select', 'where', 'group', 'order', 'having', 'on', 'using', 'limit', 'by')) return false;
  }
  return false;
}
