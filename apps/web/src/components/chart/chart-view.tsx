import type { ChartSpec } from '@majed-vanna/contract';
import type { ECharts } from 'echarts/core';
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTheme } from '../../lib/theme.ts';
import type { ChartData } from './chart-data.ts';
import { chartHeight, chartOptions } from './chart-options.ts';
import { readChartTheme } from './chart-theme.ts';
import { init } from './echarts.ts';

/** What the page may ask of a chart on screen. */
export interface ChartHandle {
  /** The chart as a PNG data URL, on the background of the theme. */
  picture(): string;
}

const WIDTH_STEP_PX = 20;
const FIRST_WIDTH_PX = 540;

interface ChartViewProps {
  readonly spec: ChartSpec;
  readonly data: ChartData;
  readonly handle: RefObject<ChartHandle | null>;
}

export function ChartView({ spec, data, handle }: ChartViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const [width, setWidth] = useState(FIRST_WIDTH_PX);
  const label = t('answer.chartLabel', { title: spec.title });
  const height = chartHeight(spec, data, language);

  // ECharts draws outside React: it is created with the element and disposed with it.
  useEffect(() => {
    if (!host.current) return;
    const made = init(host.current, null, { renderer: 'canvas' });
    chart.current = made;
    const observer = new ResizeObserver(([entry]) => {
      made.resize();
      // In steps, so that dragging a window does not draw anew for every pixel.
      if (entry) setWidth(Math.floor(entry.contentRect.width / WIDTH_STEP_PX) * WIDTH_STEP_PX);
    });
    observer.observe(host.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  // ECharts, again: it is told what to draw. The theme is read from the page, so a new one means new options.
  useEffect(() => {
    const look = {
      theme: readChartTheme(),
      language,
      rtl: language === 'ar',
      width,
      animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      description: label,
    };
    chart.current?.resize();
    chart.current?.setOption(chartOptions(spec, data, look), { notMerge: true });
  }, [spec, data, language, theme, height, width, label]);

  useImperativeHandle(handle, () => ({
    picture: () => chart.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: readChartTheme().surface }) ?? '',
  }));

  // With an RTL container ECharts anchors its text on the wrong side; the options mirror the chart instead.
  return <div ref={host} dir="ltr" role="img" aria-label={label} style={{ height }} className="w-full" />;
}
