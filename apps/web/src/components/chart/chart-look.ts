import type { Language } from '@majed-vanna/contract';
import type { ChartTheme } from './chart-theme.ts';

/** Everything about the page that a chart's options depend on. */
export interface ChartLook {
  readonly theme: ChartTheme;
  readonly language: Language;
  readonly rtl: boolean;
  /** Width of the chart in px. */
  readonly width: number;
  readonly animate: boolean;
  /** What the chart is called for those who cannot see it. */
  readonly description: string;
}
