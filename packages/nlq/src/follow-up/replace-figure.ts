import { countMetrics, filteredBy } from '../assemble/count-metric.ts';
import { isAggregate, same } from '../assemble/expression.ts';
import { metricFilters } from '../assemble/metric-filters.ts';
import type { JoinGraph } from '../join/join-graph.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanExpression, PlanSelect, PlanSource, QueryPlan } from '../plan.ts';
import { conditionsOf, isWhole, joined } from './edit-plan.ts';
import { reachColumn } from './extend-plan.ts';
import { overRowsOf } from './over-rows.ts';

/** "and gross margin?": another figure broken down and restricted alike; null where the rows that it is of do not allow it. */
export function withMetric(plan: QueryPlan, name: string, prepared: PreparedModel, graph: JoinGraph): QueryPlan | null {
  const metric = prepared.model.metrics.find((known) => known.name === name);
  const table = metric === undefined ? undefined : prepared.tableIndex(metric.table);
  const rows = table === undefined ? null : overRowsOf(plan, table, prepared, graph);
  return rows === null || !isDatedAlike(rows, metric?.dateColumn ?? null)
    ? null
    : withFigure(rows, { expression: { kind: 'metric', source: rows.from.id, name }, name }, prepared);
}

/** "what about customers?": how many of them there are among the same rows. */
export function withCount(plan: QueryPlan, table: number, prepared: PreparedModel, graph: JoinGraph): QueryPlan | null {
  const defined = countMetrics(prepared, table).find((metric) => !filteredBy(metric).some((column) => speaksOf(plan, column)));
  const told = defined === undefined ? null : withMetric(plan, defined.name, prepared, graph);
  if (told !== null) return told;
  const key = prepared.tables[table]?.columns.find((column) => column.key === 'primary');
  const reached = key === undefined ? null : reachColumn(plan, prepared, graph, table, key.index);
  const counts = prepared.tables[table]?.table;
  if (reached === null || counts === undefined || standsAlone(plan, table, prepared, graph)) return null;
  const { schema, name } = counts;
  const expression: PlanExpression = { kind: 'count', distinct: true, of: reached.column };
  return withFigure(reached.plan, { expression, name: 'count', counts: { schema, table: name } }, prepared);
}

const speaksOf = ({ where, groupBy }: QueryPlan, name: string) =>
  JSON.stringify([where, groupBy]).toLowerCase().includes(`"column":"${name}"`);

/**
 * Things that the groups of the plan tell apart on their own: employees by region are those who work there, and among the rows of
 * the plan are only those who sold.
 */
function standsAlone({ from, joins, groupBy }: QueryPlan, table: number, prepared: PreparedModel, graph: JoinGraph): boolean {
  const indexOf = ({ schema, table: name }: PlanSource) => prepared.tableIndex(`${schema}.${name}`) ?? prepared.tableIndex(name);
  if (prepared.tables[table]?.named !== true || indexOf(from) === table) return false;
  const sources = [from, ...joins.map(({ source }) => source)];
  return groupBy.every((key) => {
    const column = key.kind === 'grain' ? key.of : key;
    const source = column.kind === 'column' ? sources.find(({ id }) => id === column.source) : undefined;
    const to = source === undefined ? undefined : indexOf(source);
    return to === undefined || to === table || graph.paths(table, to)[0]?.every(({ toMany }) => !toMany) === true;
  });
}

/**
 * "how many are corporate?": the count stays a count, and rows that were listed are counted. A metric that leaves some of them out by
 * one of the columns `said` gives way to a count of all.
 */
export function withCountOfRows(plan: QueryPlan, said: readonly string[], prepared: PreparedModel): QueryPlan | null {
  if (!isWhole(plan) || plan.limit !== null || plan.having !== null) return null;
  const figures = plan.select.filter(({ expression }) => isAggregate(expression));
  const [figure] = figures;
  if (figures.length > 1) return null;
  if (figure === undefined) return plan.groupBy.length > 0 ? null : countingRows(plan, prepared);
  const { expression } = figure;
  if (expression.kind === 'count') return plan;
  const metric = expression.kind === 'metric' ? prepared.model.metrics.find(({ name }) => name === expression.name) : undefined;
  const table = metric === undefined ? undefined : prepared.tableIndex(metric.table);
  const counts = table === undefined ? undefined : prepared.tables[table]?.table;
  if (metric === undefined || counts === undefined || !/^\s*count\s*\(/i.test(metric.expression)) return null;
  if (!said.some((column) => metric.filter?.toLowerCase().includes(`{${column.toLowerCase()}}`))) return plan;
  const all: PlanSelect = { expression: ALL_ROWS, name: 'count', counts: { schema: counts.schema, table: counts.name } };
  return /^\s*count\s*\(\s*\*\s*\)\s*$/i.test(metric.expression) ? withFigure(plan, all, prepared) : null;
}

const ALL_ROWS: PlanExpression = { kind: 'count', distinct: false, of: null };

function countingRows(plan: QueryPlan, prepared: PreparedModel): QueryPlan | null {
  const { id, schema, table } = plan.from;
  const rows = prepared.tableIndex(`${schema}.${table}`) ?? prepared.tableIndex(table);
  const key = rows === undefined ? undefined : prepared.tables[rows]?.columns.find((column) => column.key === 'primary');
  if (key === undefined) return null;
  const expression: PlanExpression =
    plan.joins.length === 0 ? ALL_ROWS : { kind: 'count', distinct: true, of: { kind: 'column', source: id, column: key.column.name } };
  return { ...plan, distinct: false, select: [{ expression, name: 'count', counts: { schema, table } }], orderBy: [] };
}

function withFigure(plan: QueryPlan, next: PlanSelect, prepared: PreparedModel): QueryPlan | null {
  const figures = plan.select.filter(({ expression }) => isAggregate(expression));
  const [figure] = figures;
  const kind = figure?.expression.kind;
  if (figure === undefined || figures.length > 1 || !isWhole(plan) || plan.having !== null) return null;
  if ((kind !== 'metric' && kind !== 'count') || same(figure.expression, next.expression)) return null;
  const { counts: _counts, ...shown } = next;
  const order = next.counts === undefined ? shown.expression : next.expression;
  return {
    ...plan,
    select: plan.select.map((item) => (item === figure ? next : item)),
    orderBy: plan.orderBy.map((one) =>
      same(one.expression, figure.expression)
        ? { expression: order, descending: one.descending, ...(next.counts ? { counts: next.counts } : {}) }
        : one,
    ),
    where: joined([
      ...conditionsOf(plan.where).filter(({ kind }) => kind !== 'metricFilter'),
      ...metricFilters([next.expression], prepared),
    ]),
  };
}

/** Returns have a date of their own: "in 2025" would be said of another one. */
function isDatedAlike({ from, joins, where, select }: QueryPlan, dateColumn: string | null): boolean {
  const dates = [
    ...conditionsOf(where).flatMap((item) => (item.kind === 'period' && item.left.kind === 'column' ? [item.left] : [])),
    ...select.flatMap(({ expression }) => (expression.kind === 'grain' && expression.of.kind === 'column' ? [expression.of] : [])),
  ];
  const tableOf = (id: string) => [from, ...joins.map(({ source }) => source)].find((source) => source.id === id)?.table ?? from.table;
  const named = dateColumn?.toLowerCase();
  return dates.every(
    ({ source, column }) =>
      named === undefined ||
      `.${named}`.endsWith(`.${tableOf(source)}.${column}`.toLowerCase()) ||
      (named === column.toLowerCase() && source === from.id),
  );
}
