import type { PlanExpression } from '../plan.ts';
import { type AssembleContext, meetsMany, type Superlative, Unassemblable } from './context.ts';
import { isAggregate, same } from './expression.ts';
import type { GroupItem, Item } from './output-items.ts';
import { countedBy, showOrder } from './show-order.ts';
import type { Statement } from './statement.ts';

/** "top 3 products in each region", "the highest paid of every branch": the first few are picked in each group. */
export function ranksWithin(
  context: AssembleContext,
  items: readonly Item[],
  groups: readonly GroupItem[],
  superlatives: readonly Superlative[],
) {
  const { frame } = context;
  const listed = items.some((item) => !isAggregate(item.expression) && !groups.some((key) => same(key.expression, item.expression)));
  if (groups.length === 0 || !listed || frame.visual !== null || items.some((item) => isAggregate(item.expression))) return false;
  if (frame.limit !== null) return frame.orders.some((order) => order.shown);
  return superlatives.length === 1 && superlatives.every((one) => one.by !== null || one.count !== null);
}

interface Ranked {
  readonly groupBy: readonly PlanExpression[];
  readonly limitPer: readonly PlanExpression[];
}

/** Ranks in each group instead of over all rows. @throws Unassemblable when a thing would stand in a group more than once */
export function pickInEachGroup(statement: Statement): void {
  const { context, subject, superlatives, groups, items, groupBy, orderBy, passed } = statement;
  if (passed.offset !== undefined) throw new Unassemblable('the second of each group');
  const ranked = rankWithin(context, subject, groups, { groupBy, orderBy });
  groupBy.splice(0, groupBy.length, ...ranked.groupBy);
  statement.limitPer = { limitPer: ranked.limitPer };
  const keys = items.filter((item) => ranked.limitPer.some((key) => same(key, item.expression)));
  items.splice(0, items.length, ...keys, ...items.filter((item) => !keys.includes(item)));
  showOrder(items, orderBy[0]?.expression, countedBy(context, superlatives));
}

/** The groups first, then what is picked in each. */
function rankWithin(
  context: AssembleContext,
  subject: number,
  groups: readonly GroupItem[],
  { groupBy, orderBy }: Pick<Statement, 'groupBy' | 'orderBy'>,
): Ranked {
  const [order, ...more] = orderBy;
  if (order === undefined || more.length > 0) throw new Unassemblable('the first of each group by what');
  if (groupBy.length === 0 && groups.some((key) => meetsMany(context, subject, key.table)))
    throw new Unassemblable('a thing would be in a group more than once');
  const limitPer = groups.flatMap((key) =>
    key.key === null || same(key.key, key.expression) ? [key.expression] : [key.key, key.expression],
  );
  const added = groupBy.length === 0 ? [] : limitPer.filter((key) => !groupBy.some((known) => same(known, key)));
  return { groupBy: [...groupBy, ...added], limitPer };
}
