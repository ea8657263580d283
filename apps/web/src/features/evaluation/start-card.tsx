import type { DataSourceId, EvaluationEngine, GoldenSetSummary } from '@majed-vanna/contract';
import { evaluationEngine } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useSetName } from './use-set-name.ts';

interface StartCardProps {
  readonly dataSourceId: DataSourceId;
  readonly sets: readonly GoldenSetSummary[];
  readonly withChanges: boolean;
  onWithChanges(withChanges: boolean): void;
}

/** What to evaluate, and of which state. */
export function StartCard({ dataSourceId, sets, withChanges, onWithChanges }: StartCardProps) {
  const { t } = useTranslation();
  const setName = useSetName();
  const queries = trpc.useUtils();
  const [chosen, setChosen] = useState<string | null>(null);
  const [engine, setEngine] = useState<EvaluationEngine>('current');
  const start = trpc.evaluation.start.useMutation({ onSuccess: () => queries.evaluation.runs.invalidate({ dataSourceId }) });
  // At first the largest: it says most.
  const largest = sets.reduce<GoldenSetSummary | null>((best, set) => (best === null || set.cases > best.cases ? set : best), null);
  const set = sets.find(({ id }) => keyOf(id) === chosen) ?? largest;
  const options = sets.map(({ id, name, cases }) => ({
    value: keyOf(id),
    label: t('evaluation.setOption', { name: setName({ setId: id, setName: name }), count: cases }),
  }));
  return (
    <form
      className="card min-w-0 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (set) start.mutate({ dataSourceId, setId: set.id, engine, withChanges });
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('evaluation.set')}
          value={keyOf(set?.id ?? null)}
          options={options}
          onChange={(event) => setChosen(event.target.value)}
          className="min-w-0 flex-1 basis-56"
        />
        <SelectField
          label={t('evaluation.engine')}
          value={engine}
          options={evaluationEngine.options.map((value) => ({ value, label: t(`evaluation.engineOf.${value}`) }))}
          onChange={(event) => setEngine(evaluationEngine.parse(event.target.value))}
          className="min-w-0 flex-1 basis-48"
        />
        <Button type="submit" look="primary" busy={start.isPending} disabled={!set || set.cases === 0} className="h-10">
          {t('evaluation.start')}
        </Button>
      </div>
      <label className="mt-3 flex items-start gap-2.5 text-s">
        <input
          type="checkbox"
          checked={withChanges}
          onChange={(event) => onWithChanges(event.target.checked)}
          className="mt-[3px] size-4 shrink-0 accent-teal"
        />
        <span>
          {t('evaluation.withChanges')}
          <span className="block text-xs text-ink-3">{t('evaluation.withChangesHint')}</span>
        </span>
      </label>
      {start.error && <ErrorNotice error={start.error} className="mt-3" />}
    </form>
  );
}

const keyOf = (id: GoldenSetSummary['id']): string => id ?? 'verified';
