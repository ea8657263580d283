import { asksMedian } from '../parse/frame.ts';
import type { PlanCondition, PlanExpression, QueryPlan } from '../plan.ts';
import { sqlDialect } from '../render/dialects.ts';
import { beginStatement } from './begin-statement.ts';
import { type AssembleContext, and, emptyPlan, Unassemblable } from './context.ts';
import { defaultOrder } from './default-order.ts';
import { doubtsOf } from './doubtful.ts';
import { same } from './expression.ts';
import { guardFanOut } from './fan-out.ts';
import { withGrowth } from './grow.ts';
import { hollowParts } from './hollow.ts';
import { doubtLeftOut, metricFilters } from './metric-filters.ts';
import { onceEach } from './once-each.ts';
import { orderRows } from './order-rows.ts';
import { addGroups, type Item, nameOutputs, type OutputMeaning } from './output-items.ts';
import { pickBySuperlatives } from './pick-by-superlatives.ts';
import { pruneJoins } from './prune.ts';
import { pickInEachGroup } from './rank-within.ts';
import { restrictRows } from './restrict-rows.ts';
import { withRunning } from './running.ts';
import { partOfAll, shareOut } from './share.ts';
import { showRanking } from './show-order.ts';
import type { Statement } from './statement.ts';

export interface Assembled {
  readonly plan: QueryPlan;
  readonly outputs: readonly OutputMeaning[];
  readonly ties: number;
}

/** Turns a frame and what its mentions stand for into a plan. @throws Unassemblable | NotJoinable */
export function assemble(context: AssembleContext): Assembled {
  const { frame, prepared } = context;
  if (asksMedian(frame) && !sqlDialect(prepared.model.dialect).hasMedian) throw new Unassemblable('no median here');
  const statement = beginStatement(context);
  const { onRows, part, bounds } = restrictRows(statement);
  pickBySuperlatives(statement);
  orderRows(statement);
  if (statement.ranks) pickInEachGroup(statement);
  showRanking(statement);
  keepDistinct(statement);
  const { scope, subject, measures, items, where } = statement;
  const filters = filtersOf(statement, bounds);
  doubtLeftOut(context, filters);
  where.push(...filters);
  listOnceEach(statement);
  const { from, joins, ties } = scope.build(subject);
  const lists = measures.length === 0 || frame.projections.some(({ kind }) => kind === 'entity');
  context.doubts.push(...doubtsOf(context, scope, subject, { items, lists, onRows, where: [...where, ...part] }));
  if (part.length > 0) tellPartOfAll(statement, part);
  const shown = asTold(statement, part.length > 0);
  const { groupBy, having, orderBy, limit, distinct, passed, limitPer } = statement;
  const plan = pruneJoins(
    emptyPlan({
      from,
      joins,
      distinct,
      select: nameOutputs(shown, context),
      where: and(where),
      groupBy,
      having: and(having),
      orderBy: orderBy.map((order) => ({ ...order, expression: toldAs(order.expression, items, shown) })),
      limit,
      ...passed,
      ...limitPer,
    }),
    prepared,
  );
  context.doubts.push(...hollowParts(plan, prepared));
  return { plan, outputs: shown.map((item) => item.meaning), ties };
}

/** What is not shown can order groups, but not different rows. */
function keepDistinct(statement: Statement): void {
  const { items, groupBy, orderBy } = statement;
  if (orderBy.some((order) => !items.some((item) => same(item.expression, order.expression)))) statement.distinct &&= groupBy.length === 0;
}

/** The rows that the figures shown, ordered by and bounded are defined over. */
function filtersOf({ context, items, orderBy }: Statement, bounds: readonly PlanCondition[]): PlanCondition[] {
  const bounded = bounds.flatMap((bound) =>
    'left' in bound ? [bound.left] : bound.kind === 'not' && 'left' in bound.item ? [bound.item.left] : [],
  );
  return metricFilters([...[...items, ...orderBy].map(({ expression }) => expression), ...bounded], context.prepared);
}

function listOnceEach({ context, scope, subject, measures, items, groupBy, orderBy, distinct }: Statement): void {
  if (measures.length === 0 && groupBy.length === 0 && !distinct) groupBy.push(...onceEach(context, scope, subject, { items, orderBy }));
}

/** One fraction, of each group, in place of what was counted. @throws Unassemblable */
function tellPartOfAll(statement: Statement, part: readonly PlanCondition[]): void {
  const { context, scope, subject, items, groups, groupBy } = statement;
  items.splice(0, items.length, partOfAll(context, scope, subject, { items, groups, part }));
  addGroups(items, groups, groupBy, true, false);
  statement.orderBy = defaultOrder(items, groupBy);
  statement.limit = null;
}

/** The figures as they were asked for: shared out, added up over time, or with how they grew. @throws Unassemblable | CountedTwice */
function asTold({ context, scope, superlatives, items, groupBy, limit }: Statement, partOfWhole: boolean): readonly Item[] {
  const { share, growth, running } = context.frame;
  const guarded = guardFanOut(context, scope, items);
  const shared = share && !partOfWhole ? shareOut(context, guarded, groupBy.length > 0) : guarded;
  if ((growth !== null || running) && (share || limit !== null || superlatives.length > 0))
    throw new Unassemblable('the first few by growth or by a running total');
  const added = running ? withRunning(context, shared, groupBy) : shared;
  return growth === null ? added : withGrowth(added, groupBy, growth.back);
}

/** An order by something shown goes by it as it is shown. */
function toldAs(expression: PlanExpression, items: readonly Item[], shown: readonly Item[]): PlanExpression {
  return shown[items.findIndex((item) => same(item.expression, expression))]?.expression ?? expression;
}
