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
  const [only, ...others] = items;
  // "which customers ordered online", told by the numbers that their orders hold.
  const alone = visual === null && others.length === 0 && orderBy.length === 0 ? only : undefined;
  if (alone?.meaning.column && (isPointer(context, alone.meaning.column) || isOneOfFew(context, alone.meaning.column)))
    return [alone.expression];
  const listsThings = visual === null && projections.length > 0 && projections.every(({ kind }) => kind === 'entity');
  const ofSubject = items.every(({ meaning }) => meaning.column?.table === subject);
  if (!listsThings || !ofSubject || tableAt(context, subject).table.primaryKey.length !== 1) return [];
  if (!orderBy.every((order) => items.some((item) => same(item.expression, order.expression)))) return [];
  if (!scope.tables().some((other) => other !== subject && meetsMany(context, subject, other))) return [];
  const key = planColumn(scope, keyColumn(context, subject));
  return [key, ...items.map(({ expression }) => expression).filter((expression) => !same(expression, key))];
}

/** "channels of orders": a few words that many rows share. */
function isOneOfFew(context: AssembleContext, ref: ColumnRef): boolean {
  const { column, key, type } = columnAt(context, ref);
  const { rowEstimate } = tableAt(context, ref.table).table;
  const words = column.values?.length ?? 0;
  return key === null && type === 'text' && words > 0 && rowEstimate !== null && rowEstimate >= Math.max(MANY, SHARED * words);
}

/** Rows to one word from which on the words are asked for, and not the word of each row. */
const SHARED = 10;
/** Fewer rows can be read one by one. */
const MANY = 100;

function isPointer(context: AssembleContext, column: ColumnRef): boolean {
  return columnAt(context, column).key === 'foreign';
}
