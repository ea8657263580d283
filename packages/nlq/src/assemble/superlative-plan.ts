import type { PlanCondition, PlanExpression, PlanOrder, QueryPlan } from '../plan.ts';
import {
  type AssembleContext,
  and,
  columnAt,
  columnFor,
  emptyPlan,
  keyColumn,
  meetsMany,
  optionOf,
  planColumn,
  pointInTime,
  type Superlative,
  tableAt,
  Unassemblable,
} from './context.ts';
import { countOfRows } from './count-metric.ts';
import { isAggregate, same } from './expression.ts';
import { metricFilters } from './metric-filters.ts';
import { createScope, type Scope } from './scope.ts';

export interface MainOrder {
  readonly groupBy: PlanExpression[];
  readonly orderBy: PlanOrder[];
  readonly countItem: PlanExpression | null;
}

/**
 * A superlative at the end of the main statement: order and limit. Null when the list is of other things than the superlative's
 * own table, so that it has to be a filter.
 */
export function superlativeOrder(
  context: AssembleContext,
  scope: Scope,
  superlative: Superlative,
  subject: number,
  main: { items: readonly PlanExpression[]; groupBy: readonly PlanExpression[] },
): MainOrder | null {
  const descending = directionOf(context, superlative);
  if (superlative.count !== null) {
    const grouped = groupedBy(context, scope, superlative, subject);
    if (grouped === null) return null;
    const counted = superlative.count === 'rows' ? null : optionOf(context, superlative.count).ref;
    if (counted !== null) scope.use(counted.table);
    const expression = countOf(context, scope, superlative.count);
    const shown = main.items.filter((item) => !isAggregate(item));
    const of = tableAt(context, counted?.table ?? subject).table;
    return {
      groupBy: [...grouped, ...shown.filter((item) => !grouped.some((known) => same(known, item)))],
      orderBy: [{ expression, descending, counts: { schema: of.schema, table: of.name } }],
      countItem: expression,
    };
  }
  if (superlative.by === null) throw new Unassemblable('a superlative of nothing');
  const { ref } = optionOf(context, superlative.by);
  if (ref.kind === 'metric') {
    const metric = context.prepared.model.metrics[ref.metric];
    if (metric === undefined) throw new Unassemblable('no such metric');
    const shown = main.items.filter((item) => !isAggregate(item));
    return {
      groupBy: shown,
      orderBy: [{ expression: { kind: 'metric', source: scope.use(ref.table), name: metric.name }, descending }],
      countItem: null,
    };
  }
  const column = planColumn(scope, columnFor(context, superlative.by));
  if (superlative.aggregate !== null) {
    const expression: PlanExpression = { kind: 'aggregate', fn: superlative.aggregate, of: column };
    const shown = main.items.filter((item) => !isAggregate(item));
    return { groupBy: [...shown], orderBy: [{ expression, descending }], countItem: null };
  }
  if (main.groupBy.length > 0) {
    const measured = main.items.find((item) => item.kind === 'aggregate' && same(item.of, column));
    return {
      groupBy: [],
      orderBy: [{ expression: measured ?? { kind: 'aggregate', fn: descending ? 'max' : 'min', of: column }, descending }],
      countItem: null,
    };
  }
  // A list of many things of the one: the one is a filter, unless the list is of that table itself.
  const target = superlative.target === null ? ref.table : optionOf(context, superlative.target).ref.table;
  if (target !== subject && ref.table !== subject && meetsMany(context, target, subject)) return null;
  return { groupBy: [], orderBy: [{ expression: column, descending }], countItem: null };
}

/** "the most orders": those that the company's number of orders counts. */
function countOf(context: AssembleContext, scope: Scope, count: NonNullable<Superlative['count']>): PlanExpression {
  const ref = count === 'rows' ? null : optionOf(context, count).ref;
  return ref?.kind === 'table' ? countOfRows(context, scope, ref.table) : { kind: 'count', distinct: false, of: null };
}

/** What rows are counted per; null when that is not what is listed. */
function groupedBy(context: AssembleContext, scope: Scope, superlative: Superlative, subject: number): PlanExpression[] | null {
  if (superlative.count === 'rows') return superlative.target === null ? null : [planColumn(scope, columnFor(context, superlative.target))];
  const target = superlative.target === null ? null : optionOf(context, superlative.target).ref;
  if (target === null) {
    const counted = superlative.count === null ? null : optionOf(context, superlative.count).ref;
    if (counted !== null && counted.table === subject) return [];
    return [planColumn(scope, keyColumn(context, subject))];
  }
  return target.kind === 'table'
    ? [planColumn(scope, keyColumn(context, target.table))]
    : [planColumn(scope, columnFor(context, superlative.target ?? missing()))];
}

/** "the second highest" passes over the first. */
export function offsetOf({ nth }: Superlative): Pick<QueryPlan, 'offset'> {
  return nth === undefined || nth < 2 ? {} : { offset: nth - 1 };
}

function missing(): never {
  throw new Unassemblable('a superlative of nothing');
}

function directionOf(context: AssembleContext, { by, up, flipDates }: Superlative): boolean {
  if (by === null || !flipDates) return up;
  const { ref } = optionOf(context, by);
  return ref.kind === 'column' && pointInTime(columnAt(context, ref)) ? !up : up;
}

/** "in the warehouse with the largest stock": the one row, by its key. */
export function superlativeFilter(context: AssembleContext, outer: Scope, superlative: Superlative, subject: number): PlanCondition {
  const descending = directionOf(context, superlative);
  const scope = createScope(context.prepared, context.graph, context.nameSource);
  const anchor = superlative.target ?? superlative.by;
  const last = context.frame.anchors.at(-1);
  const target = anchor !== null ? optionOf(context, anchor).ref.table : last !== undefined ? optionOf(context, last).ref.table : subject;
  const key = keyColumn(context, target);
  const selected = planColumn(scope, key);
  let order: PlanExpression;
  const groupBy: PlanExpression[] = [];
  if (superlative.count !== null) {
    if (superlative.count === 'rows') throw new Unassemblable('a count of nothing');
    scope.use(optionOf(context, superlative.count).ref.table);
    order = countOf(context, scope, superlative.count);
    groupBy.push(selected);
  } else {
    if (superlative.by === null) throw new Unassemblable('a superlative of nothing');
    order = planColumn(scope, columnFor(context, superlative.by));
  }
  const { from, joins } = scope.build(target);
  const plan = emptyPlan({
    from,
    joins,
    select: [{ expression: selected, name: selected.column }],
    where: and(metricFilters([order], context.prepared)),
    groupBy,
    orderBy: [{ expression: order, descending }],
    limit: superlative.limit,
    ...offsetOf(superlative),
  });
  return { kind: 'member', left: planColumn(outer, key), plan, negated: false };
}
