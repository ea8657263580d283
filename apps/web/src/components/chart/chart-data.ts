import type { Cell, ChartSpec, ResultColumn } from '@majed-vanna/contract';
import { compareCells, toNumber } from '../../lib/compare-cells.ts';
import { labelOf } from '../../lib/format-cell.ts';

/** A chart's figures, free of how they are drawn. `x` holds raw cells: labels are made where the language is known. */
export interface ChartData {
  readonly x: readonly Cell[];
  readonly xColumn: ResultColumn | null;
  readonly series: readonly ChartSeries[];
  /** True when points were left out. */
  readonly cut: boolean;
}

export interface ChartSeries {
  readonly name: string;
  /** The raw value that splits the measure into series; null when the series is a measure of its own. */
  readonly key: Cell;
  readonly column: ResultColumn;
  readonly values: readonly (number | null)[];
}

export const MAX_POINTS = 5_000;

/** Lays the rows out as one value per series and position; null when a named column is missing. */
export function chartData(spec: ChartSpec, columns: readonly ResultColumn[], rows: readonly (readonly Cell[])[]): ChartData | null {
  const xIndex = spec.x === null ? -1 : columns.findIndex((column) => column.name === spec.x);
  const yIndexes = spec.y.map((name) => columns.findIndex((column) => column.name === name));
  const splitIndex = spec.series === null ? -1 : columns.findIndex((column) => column.name === spec.series);
  if (yIndexes.includes(-1) || (spec.x !== null && xIndex === -1) || (spec.series !== null && splitIndex === -1)) return null;
  const laidOut =
    splitIndex === -1
      ? perMeasure(columns, rows, xIndex, yIndexes)
      : perValue(columns, rows, { x: xIndex, y: yIndexes[0] ?? -1, split: splitIndex }, spec);
  return laidOut && limit(sortPositions(laidOut, spec.sort), spec.type === 'scatter' ? 1 : laidOut.series.length);
}

function perMeasure(
  columns: readonly ResultColumn[],
  rows: readonly (readonly Cell[])[],
  xIndex: number,
  yIndexes: readonly number[],
): ChartData {
  const series = yIndexes.flatMap((index) => {
    const column = columns[index];
    return column ? [{ name: column.label, key: null, column, values: rows.map((row) => toNumber(row[index])) }] : [];
  });
  return { x: rows.map((row) => row[xIndex] ?? null), xColumn: columns[xIndex] ?? null, series, cut: false };
}

/** Rows that share position and series, as those of two people of one name, are added up where figures may be; else they stand apart. */
function perValue(
  columns: readonly ResultColumn[],
  rows: readonly (readonly Cell[])[],
  at: { readonly x: number; readonly y: number; readonly split: number },
  { type, totals }: ChartSpec,
): ChartData | null {
  const column = columns[at.y];
  const split = columns[at.split];
  if (!column || !split) return null;
  // Bars of one position stand together; points of a scatter are never merged.
  const everyRow = type === 'scatter';
  const positions = new Map<Cell, number[]>();
  const xs: Cell[] = [];
  const values = new Map<Cell, Map<number, number | null>>();
  for (const row of rows) {
    const x = row[at.x] ?? null;
    const key = row[at.split] ?? null;
    const value = toNumber(row[at.y]);
    const line = values.get(key) ?? new Map<number, number | null>();
    const places = positions.get(x) ?? [];
    let position = everyRow ? undefined : totals === true ? places[0] : places.find((place) => !line.has(place));
    if (position === undefined) {
      position = xs.length;
      xs.push(x);
      places.push(position);
      positions.set(x, places);
    }
    line.set(position, added(line.get(position) ?? null, value));
    values.set(key, line);
  }
  const series = [...values].map(([key, line]) => ({
    name: key === null ? '–' : (labelOf(key, split) ?? String(key)),
    key,
    column,
    values: xs.map((_, i) => line.get(i) ?? null),
  }));
  return { x: xs, xColumn: columns[at.x] ?? null, series, cut: false };
}

function added(before: number | null, value: number | null): number | null {
  return before === null ? value : before + (value ?? 0);
}

function sortPositions(data: ChartData, sort: ChartSpec['sort']): ChartData {
  if (sort === 'none') return data;
  const total = (position: number) => data.series.reduce((sum, series) => sum + (series.values[position] ?? 0), 0);
  const sign = sort.endsWith('_desc') ? -1 : 1;
  const compare = sort.startsWith('x')
    ? (a: number, b: number) => sign * compareCells(data.x[a] ?? null, data.x[b] ?? null)
    : (a: number, b: number) => sign * (total(a) - total(b));
  const order = data.x.map((_, i) => i).sort(compare);
  return reorder(data, order);
}

function limit(data: ChartData, seriesCount: number): ChartData {
  const perSeries = Math.max(1, Math.floor(MAX_POINTS / Math.max(1, seriesCount)));
  if (data.x.length <= perSeries) return data;
  return {
    ...reorder(
      data,
      data.x.slice(0, perSeries).map((_, i) => i),
    ),
    cut: true,
  };
}

function reorder(data: ChartData, order: readonly number[]): ChartData {
  return {
    ...data,
    x: order.map((i) => data.x[i] ?? null),
    series: data.series.map((series) => ({ ...series, values: order.map((i) => series.values[i] ?? null) })),
  };
}
