const SUM =
  /(?:^\s*select|,)\s*(?:sum|count)\s*\((?!\s*distinct\b)[^()]*\)\s+(?:as\s+)?("?)([\p{L}_][\p{L}\p{N}_ ]*)\1(?=\s*(?:,|from\b))/giu;

/**
 * Names of the columns of a statement that are plain sums and counts, and so may be added up. Only of a single SELECT:
 * behind a second one a name may mean something else.
 */
export function additiveColumns(sql: string): ReadonlySet<string> {
  if ((sql.match(/\bselect\b/gi)?.length ?? 0) !== 1) return new Set();
  return new Set([...sql.matchAll(SUM)].flatMap(([, , name]) => (name === undefined ? [] : [name.trim()])));
}
