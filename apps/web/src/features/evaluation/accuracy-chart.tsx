import type { ChartSpec, EvaluationRun, ResultColumn } from '@majed-vanna/contract';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { chartData } from '../../components/chart/chart-data.ts';
import type { ChartHandle } from '../../components/chart/chart-view.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatMoment } from '../../lib/moments.ts';
import { useSetName } from './use-set-name.ts';

const ChartView = lazy(() => import('../../components/chart/chart-view.tsx').then((module) => ({ default: module.ChartView })));

/** Strict accuracy of finished evaluations, one line per set. */
export function AccuracyChart({ runs }: { readonly runs: readonly EvaluationRun[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const setName = useSetName();
  const handle = useRef<ChartHandle>(null);
  const title = t('evaluation.accuracyOverTime');
  const { spec, data } = useMemo(() => {
    const scored = runs.filter(({ state, scores }) => state === 'finished' && scores?.accuracy !== null).toReversed();
    const rows = scored.map((run) => [formatMoment(run.startedAt, language), setName(run), run.scores?.accuracy ?? null]);
    const spec: ChartSpec = {
      type: 'line',
      title,
      x: 'at',
      y: ['accuracy'],
      series: 'set',
      sort: 'none',
      format: 'percent',
      alternatives: [],
    };
    return {
      spec,
      data:
        rows.length > 1 ? chartData(spec, columnsOf(t('evaluation.startedAt'), t('evaluation.set'), t('evaluation.accuracy')), rows) : null,
    };
  }, [runs, language, setName, t, title]);
  if (!data) return null;
  return (
    <section aria-label={title} className="card min-w-0 px-4 py-3.5">
      <h2 className="text-s font-strong">{title}</h2>
      <Suspense fallback={<Skeleton className="h-56" />}>
        <ChartView spec={spec} data={data} handle={handle} />
      </Suspense>
    </section>
  );
}

function columnsOf(at: string, set: string, accuracy: string): ResultColumn[] {
  const column = (name: string, label: string, kind: ResultColumn['kind'], format: ResultColumn['format'] = null): ResultColumn => ({
    name,
    label,
    kind,
    format,
    currency: null,
  });
  return [column('at', at, 'text'), column('set', set, 'text'), column('accuracy', accuracy, 'decimal', 'percent')];
}
