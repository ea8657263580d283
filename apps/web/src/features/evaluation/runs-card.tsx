import type { EvaluationRun, EvaluationRunId } from '@majed-vanna/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/ui/card.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount, formatDuration } from '../../lib/format-quantity.ts';
import { formatShare } from '../../lib/format-share.ts';
import { formatMoment } from '../../lib/moments.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { RunStateChip } from './run-state-chip.tsx';
import { isPartial } from './use-runs.ts';
import { useSetName } from './use-set-name.ts';

interface RunsCardProps {
  readonly runs: readonly EvaluationRun[] | undefined;
  onOpen(id: EvaluationRunId): void;
}

/** What was evaluated, the newest first. */
export function RunsCard({ runs, onOpen }: RunsCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const setName = useSetName();
  const [view, setView] = useTableView();
  const columns = useMemo((): readonly DataColumn<EvaluationRun>[] => {
    const share = (id: 'accuracy' | 'precision' | 'coverage', wide = false): DataColumn<EvaluationRun> => ({
      id,
      header: t(`evaluation.${id}`),
      align: 'end',
      wide,
      value: (run) => (isPartial(run) ? null : (run.scores?.[id] ?? null)),
      cell: (run) =>
        isPartial(run) ? (
          <span className="num text-xs text-ink-3">
            {t('evaluation.partialOf', { done: formatCount(run.done, language), total: formatCount(run.total, language) })}
          </span>
        ) : (
          formatShare(run.scores?.[id] ?? null, language)
        ),
    });
    return [
      {
        id: 'set',
        header: t('evaluation.set'),
        value: setName,
        cell: (run) => (
          <span className="flex flex-wrap items-center gap-1.5">
            <button type="button" onClick={() => onOpen(run.id)} className="text-start font-label text-teal-ink hover:underline">
              <bdi>{setName(run)}</bdi>
            </button>
            {run.state !== 'finished' && (
              <span className="md:hidden">
                <RunStateChip state={run.state} />
              </span>
            )}
          </span>
        ),
      },
      {
        id: 'startedAt',
        header: t('evaluation.startedAt'),
        value: ({ startedAt }) => startedAt,
        cell: ({ startedAt }) => <span className="num whitespace-nowrap">{formatMoment(startedAt, language)}</span>,
      },
      {
        id: 'engine',
        header: t('evaluation.engine'),
        wide: true,
        value: ({ engine, model }) => model ?? engine,
        cell: ({ engine, model, withChanges }) => (
          <span className="flex flex-wrap items-center gap-1.5">
            <bdi>{model ?? t(`evaluation.engineOf.${engine}`)}</bdi>
            {withChanges && <Chip tone="warn">{t('evaluation.pending')}</Chip>}
          </span>
        ),
      },
      {
        id: 'state',
        header: t('evaluation.state'),
        wide: true,
        value: ({ state }) => state,
        cell: ({ state }) => <RunStateChip state={state} />,
      },
      share('accuracy'),
      share('precision', true),
      share('coverage', true),
      {
        id: 'latency',
        header: t('evaluation.latency'),
        align: 'end',
        wide: true,
        value: ({ scores }) => scores?.medianMs ?? null,
        cell: ({ scores }) => (scores?.medianMs == null ? '–' : formatDuration(scores.medianMs, language)),
      },
    ];
  }, [t, language, setName, onOpen]);
  return (
    <Card title={t('evaluation.history')}>
      <DataTable
        label={t('evaluation.history')}
        columns={columns}
        rows={runs}
        rowId={({ id }) => id}
        view={view}
        onView={setView}
        empty={<EmptyState title={t('evaluation.none')} text={t('evaluation.noneText')} />}
      />
    </Card>
  );
}
