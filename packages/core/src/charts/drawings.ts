import type { Cell, ChartType, KpiComparison } from '@majed-vanna/contract';
import type { ChartField } from './chart-field.ts';
import { MAX_BARS, MAX_KPIS, MAX_PIE_SLICES, MAX_PIVOT_COLUMNS, MAX_PIVOT_ROWS, MAX_SERIES } from './chart-limits.ts';
import type { ChartWish } from './chart-wish.ts';
import { comparedKpi } from './compared-kpi.ts';

/** A type of chart with the columns it would draw. */
export interface Drawing {
  readonly type: ChartType;
  readonly x: string | null;
  readonly y: readonly string[];
  readonly series: string | null;
  /** Of a figure that is held against another. */
  readonly comparison?: KpiComparison;
}

const MAX_BARS_OF_ROWS = 30;
const MIN_HISTOGRAM_VALUES = 9;
const MAX_MEASURES = 8;

/** Every sensible way to draw these columns, the best first; empty when only a table will do. */
export function drawingsFor(fields: readonly ChartField[], rows: readonly (readonly Cell[])[], wish: ChartWish): Drawing[] {
  const measures = fields.filter((field) => field.aggregated && field.nature === 'amount');
  const keys = fields.filter((field) => !field.aggregated);
  if (rows.length === 1 && fields.every((field) => field.nature === 'amount') && fields.length <= MAX_KPIS)
    return [comparedKpi(fields, rows[0] ?? []) ?? drawing('kpi', null, fields)];
  if (measures.length === 0) return drawingsOfRows(fields, rows, wish);
  // One bar compares nothing.
  if (rows.length === 1) return [];
  const [first, second] = keys;
  if (!first || measures.length > MAX_MEASURES) return [];
  if (!second) return drawingsOfGroups(first, measures, rows.length, wish);
  return keys.length === 2 ? drawingsOfCross(first, second, measures) : [];
}

function drawingsOfGroups(key: ChartField, measures: readonly ChartField[], rowCount: number, wish: ChartWish): Drawing[] {
  const shown = alike(measures);
  const [only] = shown;
  if (key.nature === 'time' && rowCount > 2) return drawings(['line', 'area', 'bar'], key, shown);
  if (key.nature === 'time') {
    const held: Drawing[] = only && shown.length === 1 ? [{ ...drawing('kpi', key, [only]), comparison: periods(only) }] : [];
    return wish.compares ? [...held, ...drawings(['bar', 'line'], key, shown)] : [...drawings(['bar', 'line'], key, shown), ...held];
  }
  if (key.nature === 'amount' && shown.length === 1 && key.distinct >= MIN_HISTOGRAM_VALUES)
    return drawings(['histogram', 'bar', 'scatter'], key, shown);
  if (key.distinct > MAX_BARS) return [];
  if (shown.length > 1) return drawings(['grouped_bar', 'stacked_bar', 'line'], key, shown);
  const sliceable = only !== undefined && !only.negative && key.distinct <= MAX_PIE_SLICES && key.distinct > 1;
  if (!sliceable) return drawings(['bar'], key, shown);
  return drawings(wish.shares ? ['pie', 'bar'] : ['bar', 'pie'], key, shown);
}

function drawingsOfCross(first: ChartField, second: ChartField, measures: readonly ChartField[]): Drawing[] {
  const [measure] = measures;
  if (!measure) return [];
  const [x, series] =
    second.nature === 'time' || (first.nature !== 'time' && second.distinct > first.distinct) ? [second, first] : [first, second];
  // Two moments stand beside each other per group; a line needs more.
  if (x.nature === 'time' && x.distinct <= 2 && series.nature === 'category' && series.distinct <= MAX_BARS)
    return drawings(['grouped_bar', 'stacked_bar', ...(series.distinct <= MAX_BARS ? (['pivot'] as const) : [])], series, [measure], x);
  const pivots = series.distinct <= MAX_PIVOT_COLUMNS && x.distinct <= MAX_PIVOT_ROWS ? drawings(['pivot'], x, [measure], series) : [];
  const grids = [...(x.distinct <= MAX_BARS && series.distinct <= MAX_BARS ? drawings(['heatmap'], x, [measure], series) : []), ...pivots];
  if (series.distinct > MAX_SERIES) return grids;
  if (x.nature === 'time') return [...drawings(['line', 'area', 'stacked_bar', 'grouped_bar'], x, [measure], series), ...grids];
  if (x.distinct > MAX_BARS) return grids;
  const crowded = series.distinct > 4 && !measure.negative;
  return [...drawings(crowded ? ['stacked_bar', 'grouped_bar'] : ['grouped_bar', 'stacked_bar'], x, [measure], series), ...grids];
}

/** Rows as they are in the table, nothing aggregated. */
function drawingsOfRows(fields: readonly ChartField[], rows: readonly (readonly Cell[])[], wish: ChartWish): Drawing[] {
  const amounts = fields.filter((field) => field.nature === 'amount');
  const times = fields.filter((field) => field.nature === 'time');
  const names = fields.filter((field) => field.nature === 'category');
  const [a, b] = amounts;
  const [name] = names;
  if (a && b && amounts.length === 2 && times.length === 0 && names.length <= 1) {
    const colour = name && name.distinct <= MAX_SERIES ? name : undefined;
    return name && !colour && wish.type !== 'scatter' ? [] : [drawing('scatter', a, [b], colour)];
  }
  if (!a || amounts.length > 1) return [];
  const [time] = times;
  if (fields.length === 1) return rows.length >= MIN_HISTOGRAM_VALUES ? [drawing('histogram', a, [])] : [];
  if (fields.length !== 2) return [];
  if (time && time.distinct === rows.length) return drawings(['line', 'area', 'bar'], time, [a]);
  return name && name.distinct === rows.length && rows.length <= MAX_BARS_OF_ROWS ? drawings(['bar'], name, [a]) : [];
}

function periods({ name }: ChartField): KpiComparison {
  return { against: 'period', column: name, better: null };
}

/** Amounts share an axis only when they are written alike: money beside a count says nothing. */
function alike(measures: readonly ChartField[]): ChartField[] {
  return measures.filter((measure) => measure.format === measures[0]?.format);
}

function drawings(types: readonly ChartType[], x: ChartField, y: readonly ChartField[], series?: ChartField): Drawing[] {
  return types.map((type) => drawing(type, x, y, series));
}

function drawing(type: ChartType, x: ChartField | null, y: readonly ChartField[], series?: ChartField): Drawing {
  return { type, x: x?.name ?? null, y: y.map((field) => field.name), series: series?.name ?? null };
}
