import type { TableSnapshot } from '@majed-vanna/contract';

/**
 * Writes the columns of a table in an expression as `{column}`; names of functions, and what stands in quotes, stay.
 * Null when the expression holds a template, which only dbt can fill in.
 */
export function markColumns(expression: string, table: TableSnapshot): string | null {
  if (/\{[{%#]/.test(expression)) return null;
  const columns = new Map(table.columns.map(({ name }) => [name.toLowerCase(), name]));
  const pieces = /'(?:[^']|'')*'|"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_$]*)(\s*\()?/gu;
  return expression.replace(pieces, (whole, quoted: string | undefined, name: string | undefined, call: string | undefined) => {
    const found = call === undefined ? columns.get((quoted?.replaceAll('""', '"') ?? name ?? '').toLowerCase()) : undefined;
    return found === undefined ? whole : `{${found}}`;
  });
}

/** The column that an expression is; null when it is more than that. */
export function columnOf(expression: string, table: TableSnapshot): string | null {
  const marked = markColumns(expression.trim(), table);
  const name = /^\{([^{}]+)\}$/.exec(marked ?? '')?.[1];
  return name ?? null;
}
