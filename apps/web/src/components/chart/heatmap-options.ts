import type { ChartSpec } from '@majed-vanna/contract';
import type { EChartsCoreOption } from 'echarts/core';
import { formatFigure } from '../../lib/format-cell.ts';
import type { ChartData } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';
import { labelWriter } from './period-label.ts';
import { seriesNames } from './series-names.ts';

/** A measure over two dimensions, one colour, deeper where there is more. */
export function heatmapOptions(spec: ChartSpec, data: ChartData, look: ChartLook): EChartsCoreOption {
  const { theme, language, rtl } = look;
  const write = labelWriter(data.xColumn, data.x, language);
  const cells = data.series.flatMap((series, row) =>
    series.values.flatMap((value, column) => (value === null ? [] : [[column, row, value]])),
  );
  const values = cells.map((cell) => cell[2] ?? 0);
  const axis = {
    type: 'category',
    splitArea: { show: false },
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { color: theme.ink2, fontSize: 11, hideOverlap: true, width: 120, overflow: 'truncate' },
  };
  const measure = data.series[0]?.column;
  return {
    grid: { left: 4, right: 8, top: 8, bottom: 40, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { ...axis, data: data.x.map(write), inverse: rtl },
    yAxis: { ...axis, data: seriesNames(spec, data, language), inverse: true, position: rtl ? 'right' : 'left' },
    visualMap: {
      min: Math.min(0, ...values),
      max: Math.max(...values, 0),
      calculable: false,
      orient: 'horizontal',
      [rtl ? 'right' : 'left']: 'center',
      bottom: 0,
      itemHeight: 160,
      itemWidth: 10,
      inRange: { color: theme.heat },
      textStyle: { color: theme.ink3, fontSize: 11 },
      formatter: (value: unknown) => formatFigure(Number(value), measure?.format ?? 'number', measure?.currency ?? null, language),
    },
    series: [
      {
        type: 'heatmap',
        data: cells,
        itemStyle: { borderColor: theme.surface, borderWidth: 1, borderRadius: 2 },
        tooltip: {
          formatter: ({ value }: { value?: unknown }) =>
            Array.isArray(value) ? formatFigure(Number(value[2]), measure?.format ?? 'number', measure?.currency ?? null, language) : '',
        },
      },
    ],
  };
}
