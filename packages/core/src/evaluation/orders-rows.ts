/** What is not the statement's own text: comments, texts and quoted names. */
const ASIDE = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`/g;

/** Does the statement order its rows itself, rather than a sub-query or a window of it? */
export function ordersRows(sql: string): boolean {
  const text = sql.replace(ASIDE, ' ');
  let depth = 0;
  for (const [token] of text.matchAll(/[()]|\border\s+by\b/gi)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else if (depth === 0) return true;
  }
  return false;
}
