import { isAdditive } from '../lexicon/additive.ts';
import { asksMedian } from '../parse/frame.ts';
import type { PlanExpression, PlanOrder, QueryPlan } from '../plan.ts';
import { sqlDialect } from '../render/dialects.ts';
import { figuresBeside } from './beside-figure.ts';
import { rowConditions } from './conditions.ts';
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
  type Superlative,
  tableAt,
  Unassemblable,
} from './context.ts';
import { countConditions } from './count-conditions.ts';
import { countOfRows } from './count-metric.ts';
import { defaultOrder } from './default-order.ts';
import { divisionCondition } from './division-plan.ts';
import { doubtsOf } from './doubtful.ts';
import { isAggregate, same } from './expression.ts';
import { guardFanOut } from './fan-out.ts';
import { withGrowth } from './grow.ts';
import { isOnMetric, metricConditions } from './metric-conditions.ts';
import { metricFilters } from './metric-filters.ts';
import { addGroups, dedupe, detail, groupItems, type Item, nameOutputs, type OutputMeaning, project } from './output-items.ts';
import { onceEach } from './once-each.ts';
import { divideBy, perMeasure } from './per-measure.ts';
import { pruneJoins } from './prune.ts';
import { ranksWithin, rankWithin } from './rank-within.ts';
import { divideOver } from './ratio-over.ts';
import { withRunning } from './running.ts';
import { createScope, type Scope } from './scope.ts';
import { partAndWhole, partOfAll, shareOut } from './share.ts';
import { isSummed, summedConditions } from './summed-condition.ts';
import { offsetOf, superlativeFilter, superlativeOrder } from './superlative-plan.ts';

export interface Assembled {
  readonly plan: QueryPlan;
  readonly outputs: readonly OutputMeaning[];
  readonly ties: number;
}

/** Turns a frame and what its mentions stand for into a plan. @throws Unassemblable | NotJoinable */
export function assemble(context: AssembleContext): Assembled {
  const { frame } = context;
  if (asksMedian(frame) && !sqlDialect(context.prepared.model.dialect).hasMedian) throw new Unassemblable('no median here');
  const scope = createScope(context.prepared, context.graph, context.nameSource);
  const subject = subjectOf(context);
  scope.use(subject);
  const items: Item[] = [];
  const plain = frame.projections.filter((projection) => projection.kind !== 'count' && projection.aggregate === null);
  const explicit = new Set(
    plain.flatMap((projection) =>
      projection.kind === 'element' && projection.mention !== null && optionOf(context, projection.mention).ref.kind === 'column'
        ? [optionOf(context, projection.mention).ref.table]
        : [],
    ),
  );
  for (const projection of frame.projections) items.push(...project(context, scope, projection, explicit, subject));
  dedupe(items);
  const superlatives = frame.conditions.filter((condition): condition is Superlative => condition.kind === 'superlative');
  const per = perMeasure(context);
  const groupKeys = groupItems(context, scope, per);
  figuresBeside(context, items, groupKeys);
  const single = extremeRow(items, groupKeys.length > 0 || superlatives.length > 0);
  const measures = items.filter((item) => isAggregate(item.expression));
  const ranks = ranksWithin(context, items, groupKeys, superlatives);
  const groupBy: PlanExpression[] = [];
  if (!ranks && (measures.length > 0 || superlatives.some((one) => one.count !== null)))
    addGroups(items, groupKeys, groupBy, measures.length > 0, frame.explicitOutput);
  else
    for (const key of groupKeys)
      if (!items.some((item) => same(item.expression, key.expression) || (key.entity && item.meaning.column?.table === key.table)))
        items.push(key);
  if (per !== null) divideBy(scope, per, items, groupBy);
  const ofThings = divideOver(context, scope, items);
  if (items.length === 0) items.push(detail(scope, { table: subject, column: tableAt(context, subject).display }));

  const onRows = frame.conditions.filter((condition) => !isOnMetric(context, condition) && !isSummed(context, condition, subject));
  const ofPart = frame.share && measures.every(({ expression }) => expression.kind === 'count') ? partAndWhole(context, onRows) : null;
  const where = rowConditions(context, scope, subject, ofPart?.whole ?? onRows);
  const partRows = rowConditions(context, scope, subject, ofPart?.part ?? []);
  const counts = countConditions(context, scope, subject, frame.conditions);
  const bounds = metricConditions(context, scope, subject);
  const summed = summedConditions(context, scope, subject, items);
  counts.having.push(...bounds, ...summed);
  where.push(...counts.where, ...ofThings);
  if (frame.division !== null) where.push(divisionCondition(context, scope, subject, optionOf(context, frame.division).ref.table));
  let orderBy: PlanOrder[] = [];
  let limit = frame.limit;
  let passed: Pick<QueryPlan, 'offset'> = {};
  let distinct = frame.distinct && measures.length === 0;
  if (counts.having.length > 0 && groupBy.length === 0)
    groupBy.push(
      ...(bounds.length + summed.length > 0 ? listedKeys(context, scope) : []),
      ...items.filter((item) => !isAggregate(item.expression)).map((item) => item.expression),
    );
  if (
    !ranks &&
    measures.length === 0 &&
    groupKeys.length > 0 &&
    superlatives.some((one) => one.count === null && one.by !== null && one.aggregate === null)
  )
    throw new Unassemblable('the first of each group');
  for (const superlative of superlatives) {
    const main =
      superlatives.length === 1 && (measures.length === 0 || groupBy.length > 0)
        ? superlativeOrder(context, scope, superlative, subject, { items: items.map((item) => item.expression), groupBy })
        : null;
    if (main === null) {
      if (ranks) throw new Unassemblable('the first of each group');
      where.push(superlativeFilter(context, scope, superlative, subject));
      continue;
    }
    // The key comes first: among equals the database then takes the first by key.
    const before = groupBy.splice(0);
    // Namesakes are not one and the same.
    const keys = main.groupBy.length > 0 && superlative.count === null ? listedKeys(context, scope) : [];
    for (const expression of [...keys, ...main.groupBy, ...before])
      if (!groupBy.some((known) => same(known, expression))) groupBy.push(expression);
    if (main.groupBy.length > 0) distinct = false;
    orderBy = main.orderBy;
    limit = superlative.limit;
    passed = offsetOf(superlative);
    // "the top 3 shops with the most staff" are told with their figures.
    if (limit > 1 && measures.length === 0 && superlative.count !== null && superlative.count !== 'rows')
      showOrder(items, main.orderBy[0]?.expression, optionOf(context, superlative.count).ref.table);
  }
  if (single !== null) {
    orderBy = [single];
    limit = 1;
  }
  const picked = orderBy[0];
  for (const order of frame.orders) orderBy.push(orderItem(context, scope, order, items));
  // "which are the longest, ordered by length": the whole list, not the one.
  if (
    limit === 1 &&
    passed.offset === undefined &&
    picked !== undefined &&
    orderBy.slice(1).some((order) => same(order.expression, picked.expression))
  ) {
    orderBy = orderBy.slice(1);
    limit = null;
  }
  if (orderBy.length === 0 && limit === null) orderBy = defaultOrder(items, groupBy);
  if (groupBy.length === 0 && measures.length === 0 && orderBy.some((order) => isAggregate(order.expression)))
    groupBy.push(...listedKeys(context, scope), ...items.map((item) => item.expression));
  let limitPer: Pick<QueryPlan, 'limitPer'> = {};
  if (ranks) {
    if (passed.offset !== undefined) throw new Unassemblable('the second of each group');
    const ranked = rankWithin(context, subject, groupKeys, { groupBy, orderBy });
    groupBy.splice(0, groupBy.length, ...ranked.groupBy);
    limitPer = { limitPer: ranked.limitPer };
    const keys = items.filter((item) => ranked.limitPer.some((key) => same(key, item.expression)));
    items.splice(0, items.length, ...keys, ...items.filter((item) => !keys.includes(item)));
    showOrder(items, orderBy[0]?.expression, countedBy(context, superlatives));
  }
  // "top 5 customers by sales" shows the sales.
  for (const [index, order] of frame.orders.entries())
    if (order.shown && limit !== null && limit > 1)
      showOrder(items, orderBy[index + orderBy.length - frame.orders.length]?.expression, order.count ? countedBy(context, []) : null);
  // Who leads by a figure of the company is told with the figure.
  const [leading] = orderBy;
  if (limit !== null && measures.length === 0 && groupBy.length > 0 && leading?.expression.kind === 'metric')
    showOrder(items, leading.expression);
  if (distinct && orderBy.some((order) => !items.some((item) => same(item.expression, order.expression))))
    distinct = groupBy.length === 0 && distinct;
  where.push(
    ...metricFilters(
      [
        ...[...items, ...orderBy].map(({ expression }) => expression),
        ...bounds.flatMap((bound) =>
          'left' in bound ? [bound.left] : bound.kind === 'not' && 'left' in bound.item ? [bound.item.left] : [],
        ),
      ],
      context.prepared,
    ),
  );
  if (measures.length === 0 && groupBy.length === 0 && !distinct) groupBy.push(...onceEach(context, scope, subject, { items, orderBy }));
  const { from, joins, ties } = scope.build(subject);
  const lists = measures.length === 0 || frame.projections.some(({ kind }) => kind === 'entity');
  context.doubts.push(...doubtsOf(context, scope, subject, { items, lists, onRows, where: [...where, ...partRows] }));
  const part = partRows.length === 0 ? null : partOfAll(context, scope, subject, { items, groups: groupKeys, part: partRows });
  if (part !== null) {
    items.splice(0, items.length, part);
    addGroups(items, groupKeys, groupBy, true, false);
    orderBy = defaultOrder(items, groupBy);
    limit = null;
  }
  const guarded = guardFanOut(context, scope, items);
  const measured = frame.share && part === null ? shareOut(context, guarded, groupBy.length > 0) : guarded;
  if ((frame.growth !== null || frame.running) && (frame.share || limit !== null || superlatives.length > 0))
    throw new Unassemblable('the first few by growth or by a running total');
  const added = frame.running ? withRunning(context, measured, groupBy) : measured;
  const shown = frame.growth === null ? added : withGrowth(added, groupBy, frame.growth.back);
  orderBy = orderBy.map((order) => ({
    ...order,
    expression: shown[items.findIndex((item) => same(item.expression, order.expression))]?.expression ?? order.expression,
  }));
  return {
    plan: pruneJoins(
      emptyPlan({
        from,
        joins,
        distinct,
        select: nameOutputs(shown, context),
        where: and(where),
        groupBy,
        having: and(counts.having),
        orderBy,
        limit,
        ...passed,
        ...limitPer,
      }),
      context.prepared,
    ),
    outputs: shown.map((item) => item.meaning),
    ties,
  };
}

/** "the highest price and its product": one row, not a figure. */
function extremeRow(items: Item[], otherwise: boolean): PlanOrder | null {
  const [extreme, ...more] = items.filter((item) => isAggregate(item.expression));
  if (otherwise || extreme === undefined || more.length > 0 || items.length < 2 || extreme.expression.kind !== 'aggregate') return null;
  const { fn, of } = extreme.expression;
  if (fn !== 'max' && fn !== 'min') return null;
  items.splice(items.indexOf(extreme), 1, { expression: of, meaning: { ...extreme.meaning, role: 'detail', aggregate: null } });
  return { expression: of, descending: fn === 'max' };
}

/** Keys of the things listed, so that two of one name stay two. */
function listedKeys(context: AssembleContext, scope: Scope): PlanExpression[] {
  return context.frame.projections.flatMap(({ kind, mention }) => {
    const ref = kind === 'entity' && mention !== null ? optionOf(context, mention).ref : null;
    return ref?.kind === 'table' && tableAt(context, ref.table).table.primaryKey.length === 1
      ? [planColumn(scope, keyColumn(context, ref.table))]
      : [];
  });
}

/** The table whose rows "the most" or "by number of" counts. */
function countedBy(context: AssembleContext, [superlative]: readonly Superlative[]): number | null {
  const ordered = context.frame.orders.find((order) => order.shown && order.count)?.mention ?? null;
  const count = superlative?.count ?? ordered;
  return count === null || count === 'rows' ? null : optionOf(context, count).ref.table;
}

function showOrder(items: Item[], expression: PlanExpression | undefined, counted: number | null = null): void {
  if (expression === undefined || items.some((item) => same(item.expression, expression))) return;
  const aggregate = expression.kind === 'aggregate' ? expression.fn : expression.kind === 'count' ? 'count' : null;
  items.push({
    expression,
    meaning: { role: isAggregate(expression) ? 'measure' : 'detail', column: null, metric: null, aggregate, counted },
  });
}

/** The table whose rows are spoken of. */
export function subjectOf(context: AssembleContext): number {
  const { frame } = context;
  for (const projection of frame.projections)
    if ((projection.kind === 'entity' || projection.kind === 'count' || projection.kind === 'everything') && projection.mention !== null)
      return optionOf(context, projection.mention).ref.table;
  for (const projection of frame.projections) if (projection.mention !== null) return optionOf(context, projection.mention).ref.table;
  for (const anchor of frame.anchors) return optionOf(context, anchor).ref.table;
  for (const group of frame.groups) if (group.mention !== null) return optionOf(context, group.mention).ref.table;
  for (const condition of frame.conditions) {
    if (condition.kind === 'superlative') {
      const mention = condition.target ?? condition.by;
      if (mention !== null) return optionOf(context, mention).ref.table;
    }
    if ('mention' in condition && condition.mention !== null) return optionOf(context, condition.mention).ref.table;
    if ('lhs' in condition && condition.lhs !== null) return optionOf(context, condition.lhs).ref.table;
  }
  if (context.prepared.tables.length === 1) return 0;
  throw new Unassemblable('nothing is asked for');
}

function orderItem(
  context: AssembleContext,
  scope: Scope,
  order: AssembleContext['frame']['orders'][number],
  items: readonly Item[],
): PlanOrder {
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
    if (order.shown === true && !meetsMany(context, subjectOf(context), ref.table))
      throw new Unassemblable('ranked by what there is one of');
    scope.use(ref.table);
    return { expression: countOfRows(context, scope, ref.table), descending };
  }
  const column = planColumn(scope, columnFor(context, order.mention));
  if (order.aggregate !== null) return { expression: { kind: 'aggregate', fn: order.aggregate, of: column }, descending };
  const measured = items.find((item) => item.expression.kind === 'aggregate' && same(item.expression.of, column));
  if (measured !== undefined || order.shown !== true) return { expression: measured?.expression ?? column, descending };
  // "top 5 products by quantity": a product has many quantities.
  const many = meetsMany(context, subjectOf(context), ref.table);
  const prepared = ref.kind === 'column' ? columnAt(context, ref) : undefined;
  return { expression: many ? { kind: 'aggregate', fn: isAdditive(prepared) ? 'sum' : 'max', of: column } : column, descending };
}
