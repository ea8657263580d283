import type { TableReference } from './analysis.ts';

/** Replaces one piece of the source text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What every masked column shows. A constant: the rewritten statement does not even read the column. */
const MASK = "'***'";

/** The text with its pieces replaced. Pieces must not overlap; what lies between them is kept to the letter. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Every table reference becomes a sub-query of its readable columns and rows; the user's own WHERE is never touched. */
export function tableEdit(reference: TableReference, rowFilter: string | null): Edit {
  const { table } = reference;
  const columns = table.columns.map((column) => (column.masked ? `${MASK} AS ${quote(column.name)}` : quote(column.name)));
  const where = rowFilter === null ? '' : ` WHERE (${rowFilter})`;
  return place(reference, `(SELECT ${columns.join(', ')} FROM ${quote(table.schema)}.${quote(table.name)}${where})`);
}

/** The same statement with nothing behind its tables: a second reader that still finds a table has found one we missed. */
export function hollowEdit(reference: TableReference): Edit {
  return place(reference, `(SELECT ${reference.table.columns.map((column) => `NULL AS ${quote(column.name)}`).join(', ')})`);
}

/** A name in double quotes, which DuckDB and SQLite both read as a name. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function place({ table, start, end, aliased }: TableReference, text: string): Edit {
  return { start, end, text: aliased ? text : `${text} AS ${quote(table.name)}` };
}
