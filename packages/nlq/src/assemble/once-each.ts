import type { PreparedColumn } from '../lexicon/prepared-model.ts';
import type { PlanExpression, PlanOrder } from '../plan.ts';
import { type AssembleContext, type ColumnRef, columnAt, keyColumn, meetsMany, planColumn, tableAt } from './context.ts';
import { same } from './expression.ts';
import type { Item } from './output-items.ts';
import type { Scope } from './scope.ts';

/**
 * "customers with online orders": each of them once, however many such orders there are; what the rows are to be grouped by, which is
 * nothing where none is repeated.
 */
export function onceEach(
  context: AssembleContext,
  scope: Scope,
  subject: number,
  { items, orderBy }: { items: readonly Item[]; orderBy: readonly PlanOrder[] },
): PlanExpression[] {
  const { projections, visual } = context.frame;
  const columns = items.flatMap(({ meaning }) => meaning.column ?? []);
  const [only, ...others] = columns;
  if (visual === null && orderBy.length === 0 && only !== undefined && columns.length === items.length) {
    // "which customers ordered online", told by the numbers that their orders hold.
    if ((others.length === 0 && isPointer(context, only)) || areOfFew(context, columns)) return items.map(({ expression }) => expression);
  }
  const listsThings = visual === null && projections.length > 0 && projections.every(({ kind }) => kind === 'entity');
  const ofSubject = items.every(({ meaning }) => meaning.column?.table === subject);
  if (!listsThings || !ofSubject || tableAt(context, subject).table.primaryKey.length !== 1) return [];
  if (!orderBy.every((order) => items.some((item) => same(item.expression, order.expression)))) return [];
  if (!scope.tables().some((other) => other !== subject && meetsMany(context, subject, other))) return [];
  const key = planColumn(scope, keyColumn(context, subject));
  return [key, ...items.map(({ expression }) => expression).filter((expression) => !same(expression, key))];
}

/** "channels of orders", "payment methods by channel": a few words that many rows share. */
function areOfFew(context: AssembleContext, refs: readonly ColumnRef[]): boolean {
  const [{ table } = { table: -1 }] = refs;
  const rows = context.prepared.tables[table]?.table.rowEstimate ?? 0;
  const words = refs.map((ref) => wordsOf(columnAt(context, ref))).reduce((all, own) => all * own, 1);
  return words > 0 && refs.every((ref) => ref.table === table) && rows >= Math.max(MANY, SHARED * words);
}

/** How many different words a column holds; 0 where it holds no words, or nobody knows. */
function wordsOf({ column, key, type }: PreparedColumn): number {
  return key === null && type === 'text' ? (column.values?.length ?? 0) : 0;
}

/** Rows to one word from which on the words are asked for, and not the word of each row. */
const SHARED = 10;
/** Fewer rows can be read one by one. */
const MANY = 100;

function isPointer(context: AssembleContext, column: ColumnRef): boolean {
  return columnAt(context, column).key === 'foreign';
}
