import type { EChartsCoreOption } from 'echarts/core';
import { toNumber } from '../../lib/compare-cells.ts';
import { formatAxis, formatFigure } from '../../lib/format-cell.ts';
import { bins } from './bins.ts';
import type { ChartData } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';

/** How often values of one column fall into each range; a count per value, when there is one, is its weight. */
export function histogramOptions(data: ChartData, { theme, language, rtl }: ChartLook): EChartsCoreOption {
  const groups = bins(data.x.map(toNumber), data.series[0]?.values);
  const range = (from: number, to: number) => `${formatAxis(from, 'number', language)} – ${formatAxis(to, 'number', language)}`;
  return {
    grid: { left: 4, right: 8, top: 14, bottom: 22, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: groups.map((bin) => range(bin.from, bin.to)),
      inverse: rtl,
      name: data.xColumn?.label ?? '',
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: theme.ink3, fontSize: 12 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.lineStrong } },
      axisLabel: { color: theme.ink2, fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      position: rtl ? 'right' : 'left',
      splitLine: { lineStyle: { color: theme.line } },
      axisLabel: { color: theme.ink3, fontSize: 11 },
    },
    series: [
      {
        type: 'bar',
        data: groups.map((bin) => bin.count),
        barCategoryGap: '6%',
        itemStyle: { borderRadius: [3, 3, 0, 0] },
        tooltip: {
          valueFormatter: (figure: unknown) => (typeof figure === 'number' ? formatFigure(figure, 'number', null, language) : '–'),
        },
      },
    ],
  };
}
