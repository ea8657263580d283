import { tableKey } from '../../layer/schema-index.ts';
import type { DbtCollector } from './dbt-collector.ts';
import { type DbtFile, type DbtMetric, dbtMetric, listed } from './dbt-shapes.ts';
import { columnOf, markColumns } from './mark-columns.ts';
import type { ModelledTable } from './read-semantic-models.ts';

/** A figure over the rows of one table. */
interface Figure {
  readonly on: ModelledTable;
  readonly expression: string;
  readonly filters: readonly string[];
  readonly dateColumn: string | null;
}

/** Says why a metric cannot be taken over. */
class NotExpressible extends Error {}

const DEEPEST = 20;

/** Metrics that are a figure of one table: simple ones, and ratios and formulas of such. */
export function readMetrics(file: DbtFile, modelled: readonly ModelledTable[], into: DbtCollector): void {
  const metrics = new Map<string, DbtMetric>();
  for (const [position, given] of listed(file.metrics).entries()) {
    const parsed = dbtMetric.safeParse(given);
    if (parsed.success) metrics.set(parsed.data.name, parsed.data);
    else into.leaveOut(`metrics[${position}]`, 'It does not have the shape of a metric.');
  }
  for (const metric of metrics.values()) {
    const path = `metrics.${metric.name}`;
    try {
      const { on, expression, filters, dateColumn } = figureOf(metric, 0);
      const body = {
        words: { en: [metric.label ?? metric.name.replaceAll('_', ' ')] },
        description: metric.description ?? null,
        table: tableKey(on.table),
        expression,
        filter: filters.length > 0 ? filters.map((filter) => (filters.length > 1 ? `(${filter})` : filter)).join(' AND ') : null,
        dateColumn,
        format: null,
        currency: null,
      };
      into.add(path, { kind: 'metric', key: metric.name, body });
    } catch (error) {
      if (!(error instanceof NotExpressible)) throw error;
      into.leaveOut(path, error.message);
    }
  }

  function figureOf(metric: DbtMetric, depth: number): Figure {
    if (depth > DEEPEST) throw new NotExpressible('It is made of itself.');
    const { measure, numerator, denominator, expr, metrics: inputs } = metric.type_params ?? {};
    switch (metric.type) {
      case 'simple': {
        if (!measure) throw new NotExpressible('It names no measure.');
        const figure = figureOfMeasure(measure.name);
        return filtered(figure, [...(filterOf(measure) ?? []), ...(metric.filter ?? [])]);
      }
      case 'ratio': {
        if (!numerator || !denominator) throw new NotExpressible('It names no numerator and denominator.');
        const [above, below] = [inputFigure(numerator, depth), inputFigure(denominator, depth)];
        const parts = together([above, below]);
        return filtered(
          { ...parts.common, expression: `1.0 * ${parts.expressions[0]} / NULLIF(${parts.expressions[1]}, 0)` },
          metric.filter ?? [],
        );
      }
      case 'derived': {
        if (!expr || !inputs?.length) throw new NotExpressible('It has no formula.');
        const parts = together(inputs.map((input) => inputFigure(input, depth)));
        const named = new Map(inputs.map((input, i) => [('alias' in input && input.alias) || input.name, parts.expressions[i] ?? '']));
        const formula = expr.replace(/[A-Za-z_][A-Za-z0-9_]*/g, (word) => (named.has(word) ? `(${named.get(word)})` : word));
        return filtered({ ...parts.common, expression: formula }, metric.filter ?? []);
      }
      default:
        throw new NotExpressible(`Metrics of the type ${metric.type} have no counterpart.`);
    }
  }

  function inputFigure(
    input: { name: string; filter?: string[] | null | undefined; offset_window?: unknown; offset_to_grain?: unknown },
    depth: number,
  ): Figure {
    const metric = metrics.get(input.name);
    if (!metric) throw new NotExpressible(`There is no metric ${input.name}.`);
    if (input.offset_window || input.offset_to_grain) throw new NotExpressible('It compares with another time.');
    return filtered(figureOf(metric, depth + 1), input.filter ?? []);
  }

  function figureOfMeasure(name: string): Figure {
    for (const on of modelled) {
      const measure = on.model.measures?.find((candidate) => candidate.name === name);
      if (!measure) continue;
      if (measure.non_additive_dimension) throw new NotExpressible('Its measure may not be added up along a dimension.');
      const value = markColumns(measure.expr ?? measure.name, on.table);
      if (value === null) throw new NotExpressible('Its measure is a template of dbt.');
      const expression = aggregate(measure.agg, value, measure.agg_params?.percentile ?? null);
      return {
        on,
        expression,
        filters: [],
        dateColumn: dateColumnOf(on, measure.agg_time_dimension ?? on.model.defaults?.agg_time_dimension),
      };
    }
    throw new NotExpressible(`There is no measure ${name} of a table in this data source.`);
  }
}

/** Figures of one table with one filter; where filters differ, each figure keeps its own. */
function together(figures: readonly Figure[]): { common: Omit<Figure, 'expression'>; expressions: string[] } {
  const [first] = figures;
  if (!first) throw new NotExpressible('It has no parts.');
  if (figures.some(({ on }) => on.table !== first.on.table)) throw new NotExpressible('Its parts are figures of several tables.');
  const same = figures.every(({ filters }) => filters.join() === first.filters.join());
  if (same) return { common: first, expressions: figures.map(({ expression }) => expression) };
  if (figures.some(({ expression }) => !/^[A-Z_]+\([^()]*\)$/.test(expression)))
    throw new NotExpressible('Its parts are formulas with filters of their own.');
  const expressions = figures.map(({ expression, filters }) =>
    filters.length > 0 ? `${expression} FILTER (WHERE ${filters.join(' AND ')})` : expression,
  );
  return { common: { ...first, filters: [] }, expressions };
}

/** Dimensions in filters are written `{{ Dimension('order__is_food') }}`. */
function filtered(figure: Figure, templates: readonly string[]): Figure {
  const added = templates.map((template) => {
    const filled = template.replace(/\{\{\s*(?:Time)?Dimension\(\s*'([^']+)'[^)]*\)\s*\}\}/g, (_all, name: string) => {
      const [entity, dimension] = name.split('__');
      const { model } = figure.on;
      const own = model.primary_entity ?? model.entities?.find(({ type }) => type === 'primary')?.name;
      const found = entity === own ? model.dimensions?.find((candidate) => candidate.name === dimension) : undefined;
      if (!found) throw new NotExpressible(`Its filter ${name} is about another table.`);
      return `(${found.expr ?? found.name})`;
    });
    const marked = markColumns(filled, figure.on.table);
    if (marked === null) throw new NotExpressible('Its filter is a template of dbt.');
    return marked.replaceAll(/\((\{[^{}]+\})\)/g, '$1').trim();
  });
  return { ...figure, filters: [...new Set([...figure.filters, ...added])] };
}

function aggregate(agg: string, value: string, percentile: number | null): string {
  switch (agg.toLowerCase()) {
    case 'sum':
      return value.trim() === '1' ? 'COUNT(*)' : `SUM(${value})`;
    case 'average':
      return `AVG(${value})`;
    case 'min':
    case 'max':
    case 'median':
      return `${agg.toUpperCase()}(${value})`;
    case 'count':
      return value.trim() === '1' ? 'COUNT(*)' : `COUNT(${value})`;
    case 'count_distinct':
      return `COUNT(DISTINCT ${value})`;
    case 'sum_boolean':
      return `SUM(CASE WHEN ${value} THEN 1 ELSE 0 END)`;
    case 'percentile':
      if (percentile !== null) return `QUANTILE_CONT(${value}, ${percentile})`;
  }
  throw new NotExpressible(`The aggregation ${agg} has no counterpart.`);
}

function dateColumnOf({ model, table }: ModelledTable, name: string | null | undefined): string | null {
  const dimension = model.dimensions?.find((candidate) => candidate.name === name);
  return dimension ? columnOf(dimension.expr ?? dimension.name, table) : null;
}

const filterOf = (input: { name: string } | { name: string; filter?: string[] | null | undefined }) =>
  'filter' in input ? input.filter : null;
