import { type DataSourceSummary, evaluationRunId, goldenSetId, verdict } from '@majed-vanna/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { AccuracyChart } from '../../features/evaluation/accuracy-chart.tsx';
import { CasesCard } from '../../features/evaluation/cases-card.tsx';
import { ProgressCard } from '../../features/evaluation/progress-card.tsx';
import { RunView } from '../../features/evaluation/run-view.tsx';
import { RunsCard } from '../../features/evaluation/runs-card.tsx';
import { StartCard } from '../../features/evaluation/start-card.tsx';
import { isOpen, useRuns } from '../../features/evaluation/use-runs.ts';
import { trpc } from '../../lib/trpc.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { SourceSelect } from '../shell/source-select.tsx';
import { useChosenSource } from '../use-chosen-source.ts';

const ROUTE = '/app/admin/evaluation';

/** For administrators: how good the answers are, and what a change of the layer does to them. */
export function EvaluationPage() {
  const { t } = useTranslation();
  const { sources, source } = useChosenSource(useSearch({ from: ROUTE }).dataSourceId);
  const navigate = useNavigate();
  return (
    <PageFrame
      title={t('evaluation.title')}
      awaited={sources}
      aside={
        source && (
          <SourceSelect
            sources={sources.data ?? []}
            chosen={source}
            onChoose={(dataSourceId) => void navigate({ to: '/admin/evaluation', search: { dataSourceId } })}
          />
        )
      }
      tabs={source && <Views source={source} />}
      width="max-w-[1120px]"
    >
      {sources.data?.length === 0 && <EmptyState title={t('evaluation.noSource')} text={t('evaluation.noSourceText')} />}
      {source && <Content key={source.id} source={source} />}
    </PageFrame>
  );
}

function Views({ source }: { readonly source: DataSourceSummary }) {
  const { t } = useTranslation();
  const { view } = useSearch({ from: ROUTE });
  const look = (active: boolean) =>
    `block py-2.5 whitespace-nowrap outline-offset-[-2px] hover:text-ink ${active ? 'text-ink shadow-[inset_0_-2px_var(--teal)]' : ''}`;
  return (
    <nav aria-label={t('evaluation.title')} className="shrink-0 border-b border-line px-3 md:px-6">
      <ul className="flex gap-5 text-s font-label text-ink-3">
        <li>
          <Link
            to="/admin/evaluation"
            search={{ dataSourceId: source.id }}
            {...(view ? {} : { 'aria-current': 'page' as const })}
            className={look(!view)}
          >
            {t('evaluation.runs')}
          </Link>
        </li>
        <li>
          <Link
            to="/admin/evaluation"
            search={{ dataSourceId: source.id, view: 'cases' }}
            {...(view ? { 'aria-current': 'page' as const } : {})}
            className={look(view === 'cases')}
          >
            {t('evaluation.cases')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function Content({ source }: { readonly source: DataSourceSummary }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { withChanges = false, view, setId, run, against, verdict: chosen } = useSearch({ from: ROUTE });
  const dataSourceId = source.id;
  const sets = trpc.evaluation.sets.useQuery({ dataSourceId });
  const runs = useRuns(dataSourceId);
  const onOpen = useCallback(
    (id: string) => void navigate({ to: '/admin/evaluation', search: { dataSourceId, run: id } }),
    [navigate, dataSourceId],
  );
  const failed = sets.error ?? runs.error;
  if (failed) return <ErrorNotice error={failed} onRetry={() => void Promise.all([sets.refetch(), runs.refetch()])} />;
  if (!sets.data)
    return (
      <Loading>
        <Skeleton className="h-64" />
      </Loading>
    );
  const opened = evaluationRunId.safeParse(run).data;
  if (view === 'cases') {
    const named = goldenSetId.safeParse(setId).data;
    const first = sets.data.find(({ id }) => id !== null)?.id ?? null;
    return (
      <CasesCard
        source={source}
        sets={sets.data}
        setId={setId === 'verified' ? null : (named ?? first)}
        onSet={(id) => void navigate({ to: '/admin/evaluation', search: { dataSourceId, view, setId: id ?? 'verified' } })}
      />
    );
  }
  if (opened)
    return (
      <RunView
        key={opened}
        source={source}
        id={opened}
        against={evaluationRunId.safeParse(against).data ?? null}
        verdict={verdict.safeParse(chosen).data ?? null}
        onAgainst={(id) =>
          void navigate({ to: '/admin/evaluation', search: ({ against: _, ...rest }) => ({ ...rest, ...(id ? { against: id } : {}) }) })
        }
        onVerdict={(next) =>
          void navigate({
            to: '/admin/evaluation',
            search: ({ verdict: _, page: __, ...rest }) => ({ ...rest, ...(next ? { verdict: next } : {}) }),
          })
        }
        onBack={() => void navigate({ to: '/admin/evaluation', search: { dataSourceId } })}
      />
    );
  return (
    <div className="grid gap-3.5">
      <p className="text-s text-ink-2">{t('evaluation.intro')}</p>
      <StartCard
        dataSourceId={dataSourceId}
        sets={sets.data}
        withChanges={withChanges}
        onWithChanges={(next) =>
          void navigate({ to: '/admin/evaluation', search: { dataSourceId, ...(next ? { withChanges: true } : {}) }, replace: true })
        }
      />
      {runs.data?.filter(isOpen).map((open) => (
        <ProgressCard key={open.id} run={open} />
      ))}
      <AccuracyChart runs={runs.data ?? NONE} />
      <RunsCard runs={runs.data} onOpen={onOpen} />
    </div>
  );
}

const NONE: readonly never[] = [];
