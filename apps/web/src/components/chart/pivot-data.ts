import type { Cell, ChartSpec, Language, ResultColumn } from '@majed-vanna/contract';
import { compareCells } from '../../lib/compare-cells.ts';
import type { ChartData } from './chart-data.ts';
import { labelWriter } from './period-label.ts';

export interface PivotRow {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly total: number | null;
}

/** A measure over two dimensions, laid out as a table. */
export interface Pivot {
  readonly rowName: string;
  readonly columnName: string;
  readonly measure: ResultColumn;
  readonly columns: readonly string[];
  readonly rows: readonly PivotRow[];
  /** Null when the figures may not be added up. */
  readonly totals: readonly (number | null)[] | null;
  readonly total: number | null;
}

/** Columns of time run forward; others keep the order of the result. Null when the result has no second dimension. */
export function pivotOf(spec: ChartSpec, data: ChartData, columns: readonly ResultColumn[], language: Language): Pivot | null {
  const across = columns.find((column) => column.name === spec.series);
  const measure = data.series[0]?.column;
  if (!across || !measure || !data.xColumn) return null;
  const keys = data.series.map((series) => series.key);
  const order = keys.map((_, i) => i);
  if (ordersItself(across, keys)) order.sort((a, b) => compareCells(keys[a] ?? null, keys[b] ?? null));
  const writeColumn = labelWriter(across, keys, language);
  const writeRow = labelWriter(data.xColumn, data.x, language);
  const adds = spec.totals === true;
  const rows = data.x.map((x, position) => {
    const values = order.map((i) => data.series[i]?.values[position] ?? null);
    return { label: writeRow(x), values, total: adds ? sum(values) : null };
  });
  return {
    rowName: data.xColumn.label,
    columnName: across.label,
    measure,
    columns: order.map((i) => writeColumn(keys[i] ?? null)),
    rows,
    totals: adds ? order.map((_, i) => sum(rows.map((row) => row.values[i] ?? null))) : null,
    total: adds ? sum(rows.map((row) => row.total)) : null,
  };
}

/** Nothing at all stays nothing; a gap among figures counts as none. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

function ordersItself({ kind }: ResultColumn, keys: readonly Cell[]): boolean {
  return kind === 'date' || kind === 'timestamp' || keys.every((key) => typeof key === 'number' || key === null);
}
