import type { ChartSpec, ChartType } from '@majed-vanna/contract';
import { lazy, type RefObject, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chartData, MAX_POINTS } from '../../components/chart/chart-data.ts';
import type { ChartHandle } from '../../components/chart/chart-view.tsx';
import { comparedFigure } from '../../components/chart/kpi-comparison.ts';
import { KpiComparisonView } from '../../components/chart/kpi-comparison-view.tsx';
import { KpiView } from '../../components/chart/kpi-view.tsx';
import { PivotView } from '../../components/chart/pivot-view.tsx';
import { ContainFailure } from '../../components/ui/contain-failure.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import type { RunView } from './run-view.ts';
import { fitsBeside, SideTable } from './side-table.tsx';

const ChartView = lazy(() => import('../../components/chart/chart-view.tsx').then((module) => ({ default: module.ChartView })));

interface ChartPanelProps {
  readonly view: RunView;
  readonly spec: ChartSpec;
  readonly type: ChartType;
  readonly handle: RefObject<ChartHandle | null>;
}

/** The chart, and beside it the figures when they are few. */
export function ChartPanel({ view, spec, type, handle }: ChartPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const drawn = useMemo(() => ({ ...spec, type }), [spec, type]);
  const columns = view.columns ?? [];
  const data = useMemo(() => chartData(drawn, view.columns ?? [], view.rows), [drawn, view.columns, view.rows]);
  const compared = type === 'kpi' ? comparedFigure(drawn, columns, view.rows, language) : null;
  if (!data || (data.series.length === 0 && type !== 'histogram')) return <NotDrawn />;
  if (type === 'kpi') return compared ? <KpiComparisonView figure={compared} /> : <KpiView data={data} />;
  if (type === 'pivot') return <PivotView spec={drawn} data={data} columns={columns} />;
  const beside = fitsBeside(columns, view.rows, language);
  return (
    <div className="@container">
      <div className={beside ? 'grid grid-cols-1 @2xl:grid-cols-[minmax(0,1fr)_minmax(260px,max-content)]' : ''}>
        <div className="min-w-0 ps-4 pe-3 pt-3.5 pb-2">
          <ContainFailure key={type} fallback={<NotDrawn />}>
            <Suspense fallback={<ChartSkeleton />}>
              <ChartView spec={drawn} data={data} handle={handle} />
            </Suspense>
          </ContainFailure>
          {data.cut && <p className="pt-1 text-xs text-ink-3">{t('answer.chartCut', { points: formatCount(MAX_POINTS, language) })}</p>}
        </div>
        {beside && <SideTable columns={columns} rows={view.rows} />}
      </div>
    </div>
  );
}

function NotDrawn() {
  const { t } = useTranslation();
  return <p className="px-5 py-8 text-s text-ink-2">{t('answer.chartFailed')}</p>;
}

function ChartSkeleton() {
  return (
    <Loading>
      <div className="flex h-[292px] items-end gap-6 px-6 pb-6">
        {['h-1/2', 'h-4/5', 'h-2/3', 'h-1/3', 'h-3/5'].map((height) => (
          <Skeleton key={height} className={`w-8 ${height}`} />
        ))}
      </div>
    </Loading>
  );
}
