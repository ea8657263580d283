import type { ChartSpec, Language } from '@majed-vanna/contract';
import type { ChartData } from './chart-data.ts';
import type { ChartTheme } from './chart-theme.ts';
import { labelWriter } from './period-label.ts';

/** What the legend says: the measure's label, or the value that splits it. */
export function seriesNames(spec: ChartSpec, data: ChartData, language: Language): string[] {
  if (spec.series === null) return data.series.map((series) => series.name);
  const keys = data.series.map((series) => series.key);
  const dated = keys.every((key) => typeof key === 'string' && /^\d{4}-\d\d-\d\d/.test(key));
  const write = dated
    ? labelWriter({ name: spec.series, label: spec.series, kind: 'date', format: null, currency: null }, keys, language)
    : null;
  return data.series.map((series) => write?.(series.key) ?? series.name);
}

/** Two periods side by side: the earlier one is only there to compare with, and is grey. */
export function seriesColors(names: readonly string[], theme: ChartTheme): string[] {
  const years = names.map(yearIn);
  const [first, second] = years;
  if (names.length === 2 && first && second && first !== second) {
    const [current = '', comparison = ''] = [theme.series[0], theme.comparison];
    return first < second ? [comparison, current] : [current, comparison];
  }
  return names.map((_, i) => theme.series[i % theme.series.length] ?? theme.ink2);
}

function yearIn(name: string): number | null {
  const match = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(name);
  return match ? Number(match[1]) : null;
}
