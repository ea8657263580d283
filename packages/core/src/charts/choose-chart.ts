import type { Cell, ChartSpec, ChartType, NumberFormat } from '@majed-vanna/contract';
import { type ChartColumn, type ChartField, chartFields } from './chart-field.ts';
import { MAX_CHART_POINTS } from './chart-limits.ts';
import { chartWish } from './chart-wish.ts';
import { type Drawing, drawingsFor } from './drawings.ts';

export interface ChartRequest {
  readonly columns: readonly ChartColumn[];
  /** The rows that are kept; types and cardinalities are read off them. */
  readonly rows: readonly (readonly Cell[])[];
  /** Words such as "pie" or "over time" are obeyed when the columns allow it. */
  readonly question: string;
  readonly title: string;
  /** The statement orders its rows itself. */
  readonly ordered: boolean;
  /** False when `rows` are only the first of more: sums, shares and shapes of a part would mislead. */
  readonly complete?: boolean;
}

export const MAX_TITLE_LENGTH = 200;

/** The chart for a result: the same columns, rows and question always give the same one. */
export function chooseChart(request: ChartRequest): ChartSpec {
  const fields = chartFields(request.columns, request.rows);
  const wish = chartWish(request.question);
  const drawings =
    request.rows.length === 0 || request.rows.length > MAX_CHART_POINTS
      ? []
      : drawingsFor(fields, request.rows, wish).filter(({ type }) => request.complete !== false || type === 'scatter');
  const chosen =
    drawings.find((drawing) => drawing.type === wish.type && !barsOfNumbers(drawing, drawings)) ??
    drawings.find((drawing) => looksLike(drawing.type, wish.type) && !barsOfNumbers(drawing, drawings)) ??
    drawings[0];
  const drawing: Drawing = wish.type === 'table' || !chosen ? TABLE : chosen;
  return specOf(drawing, drawings, fields, request);
}

/** The spec of one drawing; the others that use the same columns become its alternatives. */
export function specOf(drawing: Drawing, drawings: readonly Drawing[], fields: readonly ChartField[], request: ChartRequest): ChartSpec {
  const alike = drawings.filter((other) => sameColumns(other, drawing));
  const comparison = drawing.comparison ?? alike.find((other) => other.comparison)?.comparison;
  const pivots = drawing.type === 'pivot' || alike.some(({ type }) => type === 'pivot');
  return {
    type: drawing.type,
    title: request.title.slice(0, MAX_TITLE_LENGTH),
    x: drawing.x,
    y: [...drawing.y],
    series: drawing.series,
    sort: sortOf(drawing, fields, request.ordered),
    format: formatOf(drawing, fields),
    alternatives: alternativesTo(drawing, alike),
    ...(comparison ? { comparison } : {}),
    ...(pivots ? { totals: fields.some(({ name, additive }) => additive && name === drawing.y[0]) } : {}),
  };
}

const TABLE: Drawing = { type: 'table', x: null, y: [], series: null };

/** Bars over many different numbers mean a histogram: one bar per value shows nothing. */
function barsOfNumbers(drawing: Drawing, drawings: readonly Drawing[]): boolean {
  return drawing.type === 'bar' && drawings[0]?.type === 'histogram';
}

/** "Bars" are also had by grouped and stacked ones, a line by an area. */
export function looksLike(type: ChartType, wished: ChartType | null): boolean {
  if (wished === 'bar' || wished === 'grouped_bar' || wished === 'stacked_bar')
    return type === 'bar' || type === 'grouped_bar' || type === 'stacked_bar';
  return wished === 'area' && type === 'line';
}

/**
 * Time runs forward; categories keep the statement's order, or go from large to small. A statement that orders by the
 * years which stand side by side says nothing about the groups they stand in.
 */
function sortOf(drawing: Drawing, fields: readonly ChartField[], ordered: boolean): ChartSpec['sort'] {
  const x = fields.find((field) => field.name === drawing.x);
  if (x?.nature === 'time' || drawing.type === 'histogram') return 'x_asc';
  const besideTime = fields.some((field) => field.name === drawing.series && field.nature === 'time');
  if (
    (ordered && !besideTime) ||
    drawing.type === 'kpi' ||
    drawing.type === 'table' ||
    (drawing.type === 'pivot' && ordered) ||
    drawing.type === 'scatter' ||
    drawing.type === 'heatmap'
  )
    return 'none';
  return x?.nature === 'amount' ? 'x_asc' : 'y_desc';
}

function formatOf(drawing: Drawing, fields: readonly ChartField[]): NumberFormat {
  return fields.find((field) => field.name === drawing.y[0])?.format ?? 'number';
}

function alternativesTo(chosen: Drawing, alike: readonly Drawing[]): ChartType[] {
  const types = new Set<ChartType>(alike.map((drawing) => drawing.type));
  types.add('table');
  types.delete(chosen.type);
  return [...types];
}

/** The client switches the type alone, so that an alternative must use the same columns in the same places. */
function sameColumns(a: Drawing, b: Drawing): boolean {
  return a.x === b.x && a.series === b.series && a.y.join('\0') === b.y.join('\0');
}
