import type { ColumnReference } from '@majed-vanna/contract';
import type { Analysis } from './analysis.ts';
import type { QueryShape } from './scope.ts';
import { isEmpty, listOf, literalNumber, nodeOf, type Tree, type TreeNode, treeOf } from './tree.ts';

/** The rows of a statement that is one SELECT over tables: all that they hold, but for a WHERE and a LIMIT. */
export interface PlainRead {
  /** Columns that decide which rows are read. */
  readonly filteredBy: readonly ColumnReference[];
  /** Rows at most, as the statement says itself. */
  readonly limit: number | null;
}

/** Clauses that leave out rows in ways that are not told. */
const LEAVING_OUT = ['having', 'qualify', 'distinct', 'distinct_on', 'sample'];
const JOINS = new Set(['Inner', 'Left', 'Right', 'Full', 'Outer']);

/** Whether a SELECT, but for its WITH and LIMIT, reads tables alone and leaves out rows by its WHERE alone. */
export function isPlain(body: Tree): boolean {
  const sources = listOf(treeOf(body.from)?.expressions);
  const joins = listOf(body.joins).map(treeOf);
  return (
    LEAVING_OUT.every((field) => isEmpty(body[field])) &&
    [...sources, ...joins.map((join) => join?.this)].every((source) => nodeOf(source)?.type === 'table') &&
    joins.every((join) => JOINS.has(String(join?.kind)))
  );
}

/** Of a whole statement; null for one that reads its rows in any other way. */
export function plainRead({ body }: TreeNode, { filteredBy }: QueryShape, { selects }: Analysis): PlainRead | null {
  if (!filteredBy || selects !== 1 || !['with', 'offset', 'fetch'].every((field) => isEmpty(body[field]))) return null;
  if (isEmpty(body.limit)) return { filteredBy, limit: null };
  const limit = treeOf(body.limit);
  const count = limit?.percent === true ? null : literalNumber(limit?.this);
  return count === null ? null : { filteredBy, limit: count };
}
