import type { EChartsCoreOption } from 'echarts/core';
import { formatFigure } from '../../lib/format-cell.ts';
import type { ChartData } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';
import { labelWriter } from './period-label.ts';

const NARROW_PX = 480;

/** Parts of a whole, as a ring with names beside it. */
export function pieOptions(data: ChartData, { theme, language, rtl, width }: ChartLook): EChartsCoreOption {
  const write = labelWriter(data.xColumn, data.x, language);
  const series = data.series[0];
  const parts = data.x.map((x, i) => ({ name: write(x), value: series?.values[i] ?? 0 }));
  // Where names and ring do not fit beside each other, the names stand above.
  const narrow = width < NARROW_PX;
  return {
    legend: {
      show: true,
      type: 'scroll',
      orient: narrow ? 'horizontal' : 'vertical',
      top: narrow ? 2 : 'middle',
      [rtl ? 'right' : 'left']: 8,
      // ECharts lays a line out from left to right, whatever the language.
      ...(narrow && rtl ? { data: parts.map(({ name }) => name).reverse() } : {}),
      align: rtl ? 'right' : 'left',
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: theme.ink2, fontSize: 12, width: narrow ? 110 : 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'pie',
        radius: narrow ? ['36%', '56%'] : ['46%', '74%'],
        center: [narrow ? '50%' : rtl ? '36%' : '64%', narrow ? '57%' : '50%'],
        // A label that finds no place is left out: the tooltip and the table have its figure.
        labelLayout: { hideOverlap: true },
        data: parts,
        startAngle: 90,
        clockwise: !rtl,
        itemStyle: { borderColor: theme.surface, borderWidth: 2 },
        label: {
          color: theme.ink2,
          fontSize: 12,
          formatter: ({ percent }: { percent?: number }) => formatFigure((percent ?? 0) / 100, 'percent', null, language),
        },
        labelLine: { lineStyle: { color: theme.lineStrong }, length: 8, length2: 8 },
        tooltip: {
          valueFormatter: (figure: unknown) =>
            typeof figure === 'number'
              ? formatFigure(figure, series?.column.format ?? 'number', series?.column.currency ?? null, language)
              : '–',
        },
      },
    ],
  };
}
