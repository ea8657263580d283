import { isAdditive } from '../lexicon/additive.ts';
import type { PlanOrder } from '../plan.ts';
import { type AssembleContext, columnAt, columnFor, meetsMany, optionOf, planColumn, Unassemblable } from './context.ts';
import { countOfRows } from './count-metric.ts';
import { defaultOrder } from './default-order.ts';
import { isAggregate, same } from './expression.ts';
import { listedKeys } from './listed-keys.ts';
import type { Statement } from './statement.ts';

/** The order that was asked for, or the one that reads best. @throws Unassemblable for what cannot be ordered by */
export function orderRows(statement: Statement): void {
  const { context, scope, measures, items, groupBy } = statement;
  const [picked] = statement.orderBy;
  statement.orderBy = [...statement.orderBy, ...context.frame.orders.map((order) => orderItem(statement, order))];
  const [, ...further] = statement.orderBy;
  // "which are the longest, ordered by length": the whole list, not the one.
  if (
    statement.limit === 1 &&
    statement.passed.offset === undefined &&
    picked !== undefined &&
    further.some((order) => same(order.expression, picked.expression))
  ) {
    statement.orderBy = further;
    statement.limit = null;
  }
  if (statement.orderBy.length === 0 && statement.limit === null) statement.orderBy = defaultOrder(items, groupBy);
  if (groupBy.length === 0 && measures.length === 0 && statement.orderBy.some((order) => isAggregate(order.expression)))
    groupBy.push(...listedKeys(context, scope), ...items.map((item) => item.expression));
}

function orderItem({ context, scope, subject, items }: Statement, order: AssembleContext['frame']['orders'][number]): PlanOrder {
  const { descending } = order;
  if (order.mention === null) {
    const counted = order.count ? items.find((item) => item.expression.kind === 'count') : undefined;
    const first = counted ?? items.find((item) => isAggregate(item.expression)) ?? items[0];
    if (order.count && counted === undefined) return { expression: { kind: 'count', distinct: false, of: null }, descending };
    if (first === undefined) throw new Unassemblable('nothing to order');
    return { expression: first.expression, descending };
  }
  const { ref } = optionOf(context, order.mention);
  if (ref.kind === 'metric')
    return {
      expression: { kind: 'metric', source: scope.use(ref.table), name: context.prepared.model.metrics[ref.metric]?.name ?? '' },
      descending,
    };
  if (order.count) {
    // "top 5 products by category": a product has one, so it ranks nothing.
    if (order.shown === true && !meetsMany(context, subject, ref.table)) throw new Unassemblable('ranked by what there is one of');
    scope.use(ref.table);
    return { expression: countOfRows(context, scope, ref.table), descending };
  }
  const column = planColumn(scope, columnFor(context, order.mention));
  if (order.aggregate !== null) return { expression: { kind: 'aggregate', fn: order.aggregate, of: column }, descending };
  const measured = items.find((item) => item.expression.kind === 'aggregate' && same(item.expression.of, column));
  if (measured !== undefined || order.shown !== true) return { expression: measured?.expression ?? column, descending };
  // "top 5 products by quantity": a product has many quantities.
  const many = meetsMany(context, subject, ref.table);
  const prepared = ref.kind === 'column' ? columnAt(context, ref) : undefined;
  return { expression: many ? { kind: 'aggregate', fn: isAdditive(prepared) ? 'sum' : 'max', of: column } : column, descending };
}
