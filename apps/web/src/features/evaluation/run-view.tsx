import { type DataSourceSummary, type EvaluationRunId, evaluationRunId, type Verdict } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { formatMoment } from '../../lib/moments.ts';
import { trpc } from '../../lib/trpc.ts';
import { DifferencesCard } from './differences-card.tsx';
import { ProgressCard } from './progress-card.tsx';
import { ResultsCard } from './results-card.tsx';
import { RunStateChip } from './run-state-chip.tsx';
import { ScoreFigures } from './score-figures.tsx';
import { isOpen, isPartial, useRuns } from './use-runs.ts';
import { useSetName } from './use-set-name.ts';

interface RunViewProps {
  readonly source: DataSourceSummary;
  readonly id: EvaluationRunId;
  readonly against: EvaluationRunId | null;
  readonly verdict: Verdict | null;
  onAgainst(id: EvaluationRunId | null): void;
  onVerdict(verdict: Verdict | null): void;
  onBack(): void;
}

const POLL_MS = 1_000;

/** One evaluation: its figures, what changed since another one, every case. */
export function RunView({ source, id, against, verdict, onAgainst, onVerdict, onBack }: RunViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const setName = useSetName();
  const queries = trpc.useUtils();
  const [removing, setRemoving] = useState(false);
  const { data, error, refetch } = trpc.evaluation.run.useQuery(
    { id },
    { refetchInterval: ({ state }) => (state.data && isOpen(state.data.run) ? POLL_MS : false), staleTime: 0 },
  );
  const others = useRuns(source.id).data?.filter((run) => run.id !== id && !isOpen(run)) ?? [];
  const remove = trpc.evaluation.remove.useMutation({
    onSuccess: async () => {
      await queries.evaluation.runs.invalidate({ dataSourceId: source.id });
      onBack();
    },
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Loading>
        <Skeleton className="h-64" />
      </Loading>
    );
  const { run, results, baselineId } = data;
  const compared = against ?? baselineId;
  const options = [
    ...(compared === null ? [{ value: '', label: t('evaluation.compareNone') }] : []),
    ...others.map((other) => ({ value: other.id, label: `${setName(other)}, ${formatMoment(other.startedAt, language)}` })),
  ];
  return (
    <div className="grid gap-3.5">
      <div className="flex flex-wrap items-end gap-3">
        <Button onClick={onBack}>{t('evaluation.back')}</Button>
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-l font-title">
            <bdi>{setName(run)}</bdi>
          </h2>
          <p className="num flex flex-wrap items-center gap-x-3 gap-y-1 text-s text-ink-2">
            <span>{formatMoment(run.startedAt, language)}</span>
            <bdi>{run.model ?? t(`evaluation.engineOf.${run.engine}`)}</bdi>
            <span>{t('evaluation.layerVersion', { version: run.semanticVersion })}</span>
            {run.withChanges && <Chip tone="warn">{t('evaluation.pending')}</Chip>}
            {run.state !== 'finished' && <RunStateChip state={run.state} />}
          </p>
        </div>
        {others.length > 0 && !isOpen(run) && (
          <SelectField
            label={t('evaluation.compare')}
            value={compared ?? ''}
            options={options}
            onChange={(event) => onAgainst(evaluationRunId.safeParse(event.target.value).data ?? null)}
          />
        )}
        {!isOpen(run) && (
          <Button icon="trash" onClick={() => setRemoving(true)}>
            {t('evaluation.remove')}
          </Button>
        )}
      </div>
      {isOpen(run) && <ProgressCard run={run} />}
      {isPartial(run) && (
        <Notice tone="warn">
          {t('evaluation.partialText', { done: formatCount(run.done, language), total: formatCount(run.total, language) })}
        </Notice>
      )}
      <ScoreFigures run={run} />
      {compared && !isOpen(run) && <DifferencesCard run={run} against={compared} dialect={source.dialect} />}
      <ResultsCard results={results} dialect={source.dialect} verdict={verdict} onVerdict={onVerdict} />
      <ConfirmDialog
        open={removing}
        title={t('evaluation.removeRun')}
        text={t('evaluation.removeRunText')}
        confirm={t('evaluation.remove')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ id })}
        onClose={() => setRemoving(false)}
      />
    </div>
  );
}
