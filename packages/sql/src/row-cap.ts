import type { GuardInjections } from '@majed-vanna/contract';
import type { Token } from './lex.ts';
import { refuse } from './refuse.ts';
import type { Edit } from './splice.ts';
import { isEmpty, nodeOf, type TreeNode } from './tree.ts';

export type RowCap = GuardInjections['rowCap'];

/** What makes a statement return `maxRows` rows at most. `wrap` puts the whole statement into a sub-query first. */
export interface CapPlan {
  readonly edits: readonly Edit[];
  readonly suffix: string;
  readonly wrap: boolean;
  readonly rowCap: RowCap;
}

/** Decides on the tokens outside of all brackets: a LIMIT there ends the statement, whatever part the parser hangs it on. */
export function planRowCap(tokens: readonly Token[], root: TreeNode, maxRows: number): CapPlan {
  if (root.type === 'pivot') return { edits: [], suffix: ` LIMIT ${maxRows}`, wrap: true, rowCap: { maxRows, action: 'added' } };
  const at = tokens.findIndex((token) => token.depth === 0 && isWord(token, 'limit', 'fetch'));
  const treeHasLimit = hasLimit(root);
  if ((at === -1) === treeHasLimit)
    refuse('not_rewritable', 'The limit of this statement could not be placed.', 'LIMIT', 'Put one LIMIT at the end.');
  // DuckDB takes SAMPLE and LIMIT in one order, the parser in the other; and no second LIMIT behind brackets that hold one.
  const wrap = root.type === 'subquery' || tokens.some((token) => token.depth === 0 && isWord(token, 'sample'));
  if (at === -1) return { edits: [], suffix: ` LIMIT ${maxRows}`, wrap, rowCap: { maxRows, action: 'added' } };
  const count = countToken(tokens, at);
  if (!count) return { edits: [], suffix: ` LIMIT ${maxRows}`, wrap: true, rowCap: { maxRows, action: 'clamped' } };
  const rows = count.kind === 'number' ? Number(count.text) : Number.POSITIVE_INFINITY;
  if (rows <= maxRows) return { edits: [], suffix: '', wrap: false, rowCap: { maxRows, action: 'kept' } };
  return {
    edits: [{ start: count.start, end: count.end, text: String(maxRows) }],
    suffix: '',
    wrap: false,
    rowCap: { maxRows, action: 'clamped' },
  };
}

/** The token that is the whole row count: a number, or ALL. Null when it is anything longer. */
function countToken(tokens: readonly Token[], at: number): Token | null {
  if (isWord(tokens[at], 'fetch')) {
    const count = tokens[at + 2];
    const only = tokens.slice(at + 3);
    return count && isWhole(count) && only.length === 2 && isWord(only[0], 'row', 'rows') && isWord(only[1], 'only') ? count : null;
  }
  const [first, separator, second] = tokens.slice(at + 1, at + 4);
  if (!first) return null;
  if (separator?.text === ',') return second && isWhole(second) && at + 4 === tokens.length ? second : null;
  const ends = separator === undefined || isWord(separator, 'offset');
  return ends && (isWhole(first) || isWord(first, 'all', 'null')) ? first : null;
}

/** The parser hangs the FETCH behind a set operation on its last part. */
function hasLimit({ type, body }: TreeNode): boolean {
  if (!isEmpty(body.limit) || !isEmpty(body.fetch)) return true;
  const last = ['union', 'intersect', 'except'].includes(type) ? nodeOf(body.right) : null;
  return last !== null && last.type !== 'subquery' && hasLimit(last);
}

/** Other spellings, such as 1e3, are not worth reading: the statement is wrapped. */
function isWhole(token: Token): boolean {
  return token.kind === 'number' && /^\d+$/.test(token.text);
}

function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toLowerCase());
}
