/** The colours of the page as ECharts can read them: it knows neither CSS variables nor OKLCH. */
export interface ChartTheme {
  readonly series: readonly string[];
  /** For the period that is only there to compare with. */
  readonly comparison: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly surface: string;
  readonly heat: readonly [string, string];
  readonly fontFamily: string;
}

export function readChartTheme(): ChartTheme {
  const styles = getComputedStyle(document.documentElement);
  const color = (name: string) => toRgb(styles.getPropertyValue(name).trim());
  return {
    series: ['--c1', '--c2', '--c3', '--c4', '--c5', '--c6'].map(color),
    comparison: color('--line-strong'),
    ink: color('--ink'),
    ink2: color('--ink-2'),
    ink3: color('--ink-3'),
    line: color('--line'),
    lineStrong: color('--line-strong'),
    surface: color('--surface'),
    heat: [color('--heat-low'), color('--c1')],
    fontFamily: 'Inter, "Noto Sans Arabic", system-ui, sans-serif',
  };
}

function toRgb(css: string): string {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return css;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${r},${g},${b})`;
}
