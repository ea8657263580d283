import type { EChartsCoreOption } from 'echarts/core';
import { toNumber } from '../../lib/compare-cells.ts';
import { formatAxis, formatFigure } from '../../lib/format-cell.ts';
import type { ChartData } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';

/** Two amounts per row; a third column may colour the points. */
export function scatterOptions(data: ChartData, { theme, language, rtl }: ChartLook): EChartsCoreOption {
  const axis = (name: string, horizontal: boolean) => ({
    type: 'value',
    scale: true,
    name,
    nameLocation: 'middle',
    nameGap: horizontal ? 26 : 44,
    nameTextStyle: { color: theme.ink3, fontSize: 12 },
    inverse: horizontal && rtl,
    position: horizontal ? 'bottom' : rtl ? 'right' : 'left',
    splitLine: { lineStyle: { color: theme.line } },
    axisLine: { show: false },
    axisLabel: { color: theme.ink3, fontSize: 11, formatter: (tick: number) => formatAxis(tick, 'number', language) },
  });
  const several = data.series.length > 1;
  return {
    grid: { left: rtl ? 16 : 56, right: rtl ? 56 : 16, top: several ? 40 : 14, bottom: 44 },
    legend: {
      show: several,
      type: 'scroll',
      top: 2,
      [rtl ? 'right' : 'left']: 4,
      align: rtl ? 'right' : 'left',
      icon: 'circle',
      itemWidth: 9,
      itemHeight: 9,
      textStyle: { color: theme.ink2, fontSize: 12 },
    },
    xAxis: axis(data.xColumn?.label ?? '', true),
    yAxis: axis(data.series[0]?.column.label ?? '', false),
    series: data.series.map((series) => ({
      name: series.name,
      type: 'scatter',
      symbolSize: 7,
      itemStyle: { opacity: 0.72 },
      data: data.x.flatMap((x, i) => {
        const point = [toNumber(x), series.values[i] ?? null];
        return point.includes(null) ? [] : [point];
      }),
      tooltip: {
        formatter: ({ value }: { value?: unknown }) =>
          Array.isArray(value) ? value.map((figure) => formatFigure(Number(figure), 'number', null, language)).join(' · ') : '',
      },
    })),
  };
}
