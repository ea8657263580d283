import type { Cell, ChartSpec, Language, ResultColumn } from '@majed-vanna/contract';
import { compareCells, toNumber } from '../../lib/compare-cells.ts';
import { labelWriter } from './period-label.ts';

/** One figure and what it is held against. */
export interface ComparedFigure {
  readonly label: string;
  readonly column: ResultColumn;
  readonly value: number;
  readonly against: 'period' | 'target';
  /** What the other figure is: a period, or the name of its column. */
  readonly otherLabel: string;
  readonly other: number;
  readonly difference: number;
  /** In parts of the other; null when that is zero. */
  readonly change: number | null;
  /** Whether that is good news; null where nobody knows. */
  readonly good: boolean | null;
}

/** Reads the comparison of a `kpi` off its result; null when there is none, or a figure is missing. */
export function comparedFigure(
  spec: ChartSpec,
  columns: readonly ResultColumn[],
  rows: readonly (readonly Cell[])[],
  language: Language,
): ComparedFigure | null {
  const { comparison, x } = spec;
  const at = (name: string | null | undefined) => columns.findIndex((column) => column.name === name);
  const [valueAt, otherAt, xAt] = [at(spec.y[0]), at(comparison?.column), at(x)];
  const column = columns[valueAt];
  const otherColumn = columns[otherAt];
  if (!comparison || !column || !otherColumn) return null;
  const ordered = xAt === -1 ? rows : [...rows].sort((a, b) => compareCells(a[xAt] ?? null, b[xAt] ?? null));
  const [now, before] = xAt === -1 ? [ordered[0], ordered[0]] : [ordered.at(-1), ordered.at(-2)];
  const [value, other] = [toNumber(now?.[valueAt]), toNumber(before?.[otherAt])];
  if (value === null || other === null) return null;
  const xColumn = columns[xAt] ?? null;
  const write = labelWriter(xColumn, xAt === -1 ? [] : rows.map((row) => row[xAt] ?? null), language);
  const difference = value - other;
  return {
    label: xColumn ? `${column.label} · ${write(now?.[xAt] ?? null)}` : column.label,
    column,
    value,
    against: comparison.against,
    otherLabel: xColumn ? write(before?.[xAt] ?? null) : otherColumn.label,
    other,
    difference,
    change: other === 0 ? null : difference / Math.abs(other),
    good: comparison.better === null || difference === 0 ? null : difference > 0 === (comparison.better === 'higher'),
  };
}
