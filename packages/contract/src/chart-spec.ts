import { z } from 'zod';

export const chartType = z.enum([
  'bar',
  'grouped_bar',
  'stacked_bar',
  'line',
  'area',
  'pie',
  'scatter',
  'histogram',
  'heatmap',
  'kpi',
  'pivot',
  'table',
]);
export type ChartType = z.infer<typeof chartType>;

export const numberFormat = z.enum(['number', 'integer', 'percent', 'currency', 'compact']);
export type NumberFormat = z.infer<typeof numberFormat>;

/** What the one figure of a `kpi` is held against; whether it rose or fell follows from the values. */
export const kpiComparison = z.object({
  against: z.enum(['period', 'target']),
  /** Result column with the value to compare with; the measure itself when the rows are periods of `x` and the last two are compared. */
  column: z.string(),
  /** Which way is good news; null where nobody knows, and the change is not coloured. */
  better: z.enum(['higher', 'lower']).nullable(),
});
export type KpiComparison = z.infer<typeof kpiComparison>;

/** A chart in terms of the result's columns; compiled to drawing options by the client, never executed. */
export const chartSpec = z.object({
  type: chartType,
  title: z.string().max(200),
  /** Result column on the category or horizontal axis, or down the side of a `pivot`; null for `kpi` and `table`. */
  x: z.string().nullable(),
  y: z.array(z.string()).max(8),
  /** Result column whose values split `y` into series, or stand across a `pivot`. */
  series: z.string().nullable(),
  sort: z.enum(['none', 'x_asc', 'x_desc', 'y_asc', 'y_desc']),
  format: numberFormat,
  /** Other types the same columns can be drawn as, for the type switch. */
  alternatives: z.array(chartType),
  /** For a `kpi` with one measure. */
  comparison: kpiComparison.nullable().optional(),
  /** Whether the figures of a `pivot` may be added up: sums and counts may, averages may not. */
  totals: z.boolean().optional(),
});
export type ChartSpec = z.infer<typeof chartSpec>;
