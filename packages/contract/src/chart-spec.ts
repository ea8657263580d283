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
  'table',
]);
export type ChartType = z.infer<typeof chartType>;

export const numberFormat = z.enum(['number', 'integer', 'percent', 'currency', 'compact']);
export type NumberFormat = z.infer<typeof numberFormat>;

/** A chart in terms of the result's columns; compiled to drawing options by the client, never executed. */
export const chartSpec = z.object({
  type: chartType,
  title: z.string().max(200),
  /** Result column on the category or horizontal axis; null for `kpi` and `table`. */
  x: z.string().nullable(),
  y: z.array(z.string()).max(8),
  /** Result column whose values split `y` into series. */
  series: z.string().nullable(),
  sort: z.enum(['none', 'x_asc', 'x_desc', 'y_asc', 'y_desc']),
  format: numberFormat,
  /** Other types the same columns can be drawn as, for the type switch. */
  alternatives: z.array(chartType),
});
export type ChartSpec = z.infer<typeof chartSpec>;
