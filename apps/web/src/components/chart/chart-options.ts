import type { ChartSpec, Language } from '@majed-vanna/contract';
import type { EChartsCoreOption } from 'echarts/core';
import { formatAxis, formatFigure } from '../../lib/format-cell.ts';
import type { ChartData } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';
import { heatmapOptions } from './heatmap-options.ts';
import { histogramOptions } from './histogram-options.ts';
import { labelWriter } from './period-label.ts';
import { pieOptions } from './pie-options.ts';
import { scatterOptions } from './scatter-options.ts';
import { seriesColors, seriesNames } from './series-names.ts';

/** More bars than this, or longer names, lie better than they stand. */
const MAX_STANDING_BARS = 14;
const MAX_STANDING_LABEL = 14;
/** Room for the figures of the other axis. */
const AXIS_PX = 60;
const MIN_LABEL_PX = 36;
/** About the width of a letter of a label. */
const LETTER_PX = 7;
const SLANTED_PX = 90;
/** A longer legend is paged, and its first page must come first. */
const MAX_LEGEND_TURNED = 6;

/** Compiles a spec and its figures into drawing options; nothing of the spec reaches ECharts unread. */
export function chartOptions(spec: ChartSpec, data: ChartData, look: ChartLook): EChartsCoreOption {
  return { ...commonOptions(look), ...bodyOptions(spec, data, look) };
}

/** Whether the bars lie: their names then have room, and the chart grows in height. */
export function barsLie(spec: ChartSpec, data: ChartData, language: Language): boolean {
  if (spec.type !== 'bar' || data.series.length > 1 || isTime(data)) return false;
  const write = labelWriter(data.xColumn, data.x, language);
  const longest = Math.max(0, ...data.x.map((value) => write(value).length));
  return data.x.length > MAX_STANDING_BARS || (data.x.length > 4 && longest > MAX_STANDING_LABEL);
}

/** Height in CSS pixels. */
export function chartHeight(spec: ChartSpec, data: ChartData, language: Language): number {
  return barsLie(spec, data, language)
    ? Math.min(1_200, Math.max(292, 48 + data.x.length * 26))
    : spec.type === 'heatmap'
      ? Math.min(900, Math.max(292, 90 + data.series.length * 26))
      : 292;
}

function bodyOptions(spec: ChartSpec, data: ChartData, look: ChartLook): EChartsCoreOption {
  switch (spec.type) {
    case 'pie':
      return pieOptions(data, look);
    case 'scatter':
      return scatterOptions(data, look);
    case 'histogram':
      return histogramOptions(data, look);
    case 'heatmap':
      return heatmapOptions(spec, data, look);
    default:
      return axisOptions(spec, data, look);
  }
}

function commonOptions({ theme, animate, rtl, description }: ChartLook): EChartsCoreOption {
  return {
    animation: animate,
    animationDuration: 150,
    animationDurationUpdate: 150,
    color: [...theme.series],
    textStyle: { fontFamily: theme.fontFamily, color: theme.ink2 },
    // Left to itself ECharts would describe the chart in English and write that over the element's own label.
    aria: { enabled: true, label: { description } },
    legend: { show: false },
    tooltip: {
      // HTML tooltips write style attributes, which the CSP forbids.
      renderMode: 'richText',
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      borderWidth: 1,
      padding: [8, 10],
      textStyle: { color: theme.ink, fontSize: 12, fontFamily: theme.fontFamily, align: rtl ? 'right' : 'left' },
    },
  };
}

function axisOptions(spec: ChartSpec, data: ChartData, look: ChartLook): EChartsCoreOption {
  const { theme, language, rtl } = look;
  const lie = barsLie(spec, data, language);
  const write = labelWriter(data.xColumn, data.x, language);
  const names = seriesNames(spec, data, language);
  const colors = seriesColors(names, theme);
  const line = spec.type === 'line' || spec.type === 'area';
  const stacked = spec.type === 'stacked_bar' || (spec.type === 'area' && data.series.length > 1);
  const legend = names.length > 1;
  const wide = Math.max(6, Math.min(18, Math.floor(520 / Math.max(1, data.x.length * (stacked ? 1 : names.length)))));
  const category = {
    type: 'category',
    data: data.x.map(write),
    inverse: lie ? true : rtl,
    position: lie && rtl ? 'right' : undefined,
    boundaryGap: !line,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.lineStrong } },
    axisLabel: { color: theme.ink2, fontSize: 12, ...categoryLabels(lie, data.x.map(write), look.width) },
  };
  const value = {
    type: 'value',
    inverse: lie ? rtl : false,
    position: lie ? undefined : rtl ? 'right' : 'left',
    splitNumber: 5,
    splitLine: { lineStyle: { color: theme.line } },
    axisLabel: { color: theme.ink3, fontSize: 11, formatter: (tick: number) => formatAxis(tick, spec.format, language) },
  };
  return {
    grid: { left: 4, right: 8, top: legend ? 40 : 14, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: legendOptions(legend, names, look),
    xAxis: lie ? value : category,
    yAxis: lie ? category : value,
    tooltip: {
      ...tooltipBase(look),
      trigger: 'axis',
      axisPointer: {
        type: line ? 'line' : 'shadow',
        lineStyle: { color: theme.lineStrong },
        shadowStyle: { color: theme.ink, opacity: 0.05 },
      },
    },
    series: data.series.map((series, i) => ({
      name: names[i],
      type: line ? 'line' : 'bar',
      data: series.values,
      color: colors[i],
      ...(stacked ? { stack: 'all' } : {}),
      ...(line
        ? lineLook(spec, data, stacked)
        : {
            barWidth: lie ? 14 : wide,
            barGap: '20%',
            itemStyle: { borderRadius: corners(lie, rtl, stacked, i === data.series.length - 1) },
          }),
      tooltip: {
        valueFormatter: (figure: unknown) =>
          typeof figure === 'number' ? formatFigure(figure, series.column.format ?? spec.format, series.column.currency, language) : '–',
      },
    })),
  };
}

/** A few names are all written, broken between words or else slanted; of many, as many as there is room for. */
function categoryLabels(lie: boolean, names: readonly string[], width: number) {
  if (lie) return { interval: 0, width: Math.min(150, Math.floor(width / 3)), overflow: 'truncate' };
  const room = Math.floor((width - AXIS_PX) / Math.max(1, names.length)) - 6;
  const longest = Math.max(...names.flatMap((name) => name.split(' ')).map((word) => word.length));
  // A label with a width takes all of it: at the ends of a line's axis the plot would give way to empty room.
  if (names.length <= MAX_STANDING_BARS && names.every((name) => name.length * LETTER_PX <= room)) return { interval: 0 };
  if (names.length <= MAX_STANDING_BARS && room >= MIN_LABEL_PX)
    return longest * LETTER_PX <= room
      ? { interval: 0, width: room, overflow: 'break', lineHeight: 14 }
      : { interval: 0, rotate: 40, width: SLANTED_PX, overflow: 'truncate' };
  return { interval: 'auto', hideOverlap: true };
}

function lineLook(spec: ChartSpec, data: ChartData, stacked: boolean) {
  return {
    showSymbol: data.x.length <= 24,
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { width: 2 },
    connectNulls: false,
    ...(spec.type === 'area' ? { areaStyle: { opacity: stacked ? 0.55 : 0.14 } } : {}),
  };
}

/** Only the end away from the axis is round. */
function corners(lie: boolean, rtl: boolean, stacked: boolean, last: boolean): number[] {
  if (stacked && !last) return [0, 0, 0, 0];
  if (!lie) return [3, 3, 0, 0];
  return rtl ? [3, 0, 0, 3] : [0, 3, 3, 0];
}

function legendOptions(show: boolean, names: readonly string[], { theme, rtl }: ChartLook) {
  return {
    show,
    type: 'scroll',
    // ECharts lays the legend out from left to right, whatever the language.
    data: rtl && names.length <= MAX_LEGEND_TURNED ? [...names].reverse() : names,
    top: 2,
    [rtl ? 'right' : 'left']: 4,
    align: rtl ? 'right' : 'left',
    icon: 'roundRect',
    itemWidth: 10,
    itemHeight: 10,
    itemGap: 12,
    textStyle: { color: theme.ink2, fontSize: 12 },
    pageTextStyle: { color: theme.ink3 },
    pageIconColor: theme.ink2,
    pageIconInactiveColor: theme.line,
  };
}

function tooltipBase(look: ChartLook) {
  // The parts are merged one level deep, so the shared look is repeated here.
  return commonOptions(look).tooltip as object;
}

function isTime(data: ChartData): boolean {
  return data.xColumn?.kind === 'date' || data.xColumn?.kind === 'timestamp';
}
