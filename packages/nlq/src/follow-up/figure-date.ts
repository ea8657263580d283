import { isAggregate } from '../assemble/expression.ts';
import { columnOfName, type PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanCondition, PlanExpression, PlanSelect, QueryPlan } from '../plan.ts';
import type { Parts } from '../read-question.ts';

interface Place {
  readonly table: number;
  readonly column: number;
}

/**
 * The date that the figures of a plan go by, or its rows where it has none, by positions in the model: the one a metric names,
 * else the only one of the rows themselves, else the only one they lead to. Null where there is none or several could be meant.
 */
export function dateOfFigures(plan: QueryPlan, { prepared, graph }: Pick<Parts, 'prepared' | 'graph'>): Place | null {
  const [figure = null] = figuresOf(plan);
  const inner = figure === null ? null : innermost(figure.expression);
  if (inner?.kind === 'metric') {
    const metric = prepared.model.metrics.find(({ name }) => name === inner.name);
    if (metric?.dateColumn != null) return columnOfName(prepared, metric.dateColumn, metric.table);
  }
  const rows = rowsOfFigures(plan, prepared);
  return rows === undefined ? null : (onlyDate(rows) ?? (datesOf(rows).length > 0 ? null : leadingDate(rows)));

  function datesOf(table: number): Place[] {
    const { columns = [] } = prepared.tables[table] ?? {};
    return columns.filter(({ type, yearLike }) => type === 'date' || yearLike).map(({ index }) => ({ table, column: index }));
  }

  function onlyDate(table: number): Place | null {
    const [only = null, ...others] = datesOf(table);
    return others.length === 0 ? only : null;
  }

  /** Of the tables next in line that hold what happened; else of those that hold things, which have a date of their own making. */
  function leadingDate(rows: number): Place | null {
    const led = prepared.tables
      .map(({ index, named }) => ({ index, named, path: graph.paths(rows, index)[0] }))
      .filter(({ index, path }) => path?.every(({ toMany }) => !toMany) === true && path.length > 0 && datesOf(index).length > 0);
    const events = led.some(({ named }) => !named) ? led.filter(({ named }) => !named) : led;
    const steps = Math.min(...events.map(({ path }) => path?.length ?? 0));
    const [next, ...others] = events.filter(({ path }) => path?.length === steps);
    return next === undefined || others.length > 0 ? null : onlyDate(next.index);
  }
}

/** The table whose rows the first figure of a plan is of, else whose rows it lists, by its position in the model. */
export function rowsOfFigures(plan: QueryPlan, prepared: PreparedModel): number | undefined {
  const [figure = null] = figuresOf(plan);
  return rowsOf(plan, figure === null ? null : innermost(figure.expression), figure?.counts, prepared);
}

/** What is shown and worked out, else what the rows are compared or ranked by. */
function figuresOf({ select, having, orderBy }: QueryPlan): readonly Omit<PlanSelect, 'name'>[] {
  const shown = select.filter(({ expression }) => isAggregate(expression));
  if (shown.length > 0) return shown;
  const compared = having === null ? [] : comparedIn(having);
  return [...compared.map((expression) => ({ expression })), ...orderBy].filter(({ expression }) => isAggregate(expression));
}

function comparedIn(condition: PlanCondition): readonly PlanExpression[] {
  if ('items' in condition) return condition.items.flatMap(comparedIn);
  if (condition.kind === 'not') return comparedIn(condition.item);
  return 'left' in condition ? [condition.left] : [];
}

/** "share of sales" is of sales. */
function innermost(expression: PlanExpression): PlanExpression {
  switch (expression.kind) {
    case 'share':
    case 'filtered':
    case 'earlier':
    case 'growth':
    case 'running':
      return innermost(expression.of);
    case 'arithmetic':
      return innermost(isAggregate(expression.left) ? expression.left : expression.right);
    default:
      return expression;
  }
}

/** The table whose rows a figure is of. */
function rowsOf(plan: QueryPlan, figure: PlanExpression | null, counts: PlanSelect['counts'], prepared: PreparedModel) {
  const tableOf = (source: { readonly schema: string; readonly table: string }) =>
    prepared.tableIndex(`${source.schema}.${source.table}`) ?? prepared.tableIndex(source.table);
  if (counts !== undefined) return tableOf({ schema: counts.schema, table: counts.table });
  const of = figure?.kind === 'aggregate' || figure?.kind === 'count' ? figure.of : figure;
  const id = of !== null && 'source' in of ? of.source : null;
  const sources = [plan.from, ...plan.joins.map(({ source }) => source)];
  return tableOf(sources.find((source) => source.id === id) ?? plan.from);
}
