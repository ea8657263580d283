import type { PlanExpression } from '../plan.ts';
import { type AssembleContext, optionOf, type Superlative } from './context.ts';
import { isAggregate, same } from './expression.ts';
import type { Item } from './output-items.ts';
import type { Statement } from './statement.ts';

/** What things are ranked by is told beside them. */
export function showRanking({ context, items, measures, groupBy, orderBy, limit }: Statement): void {
  const { orders } = context.frame;
  // "top 5 customers by sales" shows the sales.
  for (const [index, order] of orders.entries())
    if (order.shown && limit !== null && limit > 1)
      showOrder(items, orderBy[index + orderBy.length - orders.length]?.expression, order.count ? countedBy(context, []) : null);
  // Who leads by a figure of the company is told with the figure.
  const [leading] = orderBy;
  if (limit !== null && measures.length === 0 && groupBy.length > 0 && leading?.expression.kind === 'metric')
    showOrder(items, leading.expression);
}

export function showOrder(items: Item[], expression: PlanExpression | undefined, counted: number | null = null): void {
  if (expression === undefined || items.some((item) => same(item.expression, expression))) return;
  const aggregate = expression.kind === 'aggregate' ? expression.fn : expression.kind === 'count' ? 'count' : null;
  items.push({
    expression,
    meaning: { role: isAggregate(expression) ? 'measure' : 'detail', column: null, metric: null, aggregate, counted },
  });
}

/** The table whose rows "the most" or "by number of" counts. */
export function countedBy(context: AssembleContext, [superlative]: readonly Superlative[]): number | null {
  const ordered = context.frame.orders.find((order) => order.shown && order.count)?.mention ?? null;
  const count = superlative?.count ?? ordered;
  return count === null || count === 'rows' ? null : optionOf(context, count).ref.table;
}
