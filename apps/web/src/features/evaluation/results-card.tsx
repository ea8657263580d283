import { type Dialect, type EvaluationResult, type Verdict, verdict } from '@majed-vanna/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { Drawer } from '../../components/ui/drawer.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatDuration } from '../../lib/format-quantity.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { ResultDetails } from './result-details.tsx';
import { VerdictChip } from './verdict-chip.tsx';

interface ResultsCardProps {
  readonly results: readonly EvaluationResult[];
  readonly dialect: Dialect;
  readonly verdict: Verdict | null;
  onVerdict(verdict: Verdict | null): void;
}

/** Every case of an evaluation, by verdict. */
export function ResultsCard({ results, dialect, verdict: chosen, onVerdict }: ResultsCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useTableView();
  const [open, setOpen] = useState<EvaluationResult | null>(null);
  const shown = useMemo(() => (chosen ? results.filter((result) => result.verdict === chosen) : results), [results, chosen]);
  const columns = useMemo(
    (): readonly DataColumn<EvaluationResult>[] => [
      {
        id: 'question',
        header: t('evaluation.question'),
        value: ({ question }) => question,
        cell: (result) => (
          <button
            type="button"
            dir="auto"
            aria-label={t('evaluation.details', { question: result.question })}
            onClick={() => setOpen(result)}
            className="text-start break-words hover:underline"
          >
            {result.question}
          </button>
        ),
      },
      {
        id: 'verdict',
        header: t('evaluation.verdict'),
        value: (result) => t(`evaluation.verdictOf.${result.verdict}`),
        cell: (result) => <VerdictChip verdict={result.verdict} />,
      },
      {
        id: 'time',
        header: t('evaluation.time'),
        align: 'end',
        wide: true,
        value: ({ ms }) => ms,
        cell: ({ ms }) => <span className="whitespace-nowrap">{formatDuration(ms, language)}</span>,
      },
    ],
    [t, language],
  );
  const options = [
    { value: '', label: t('evaluation.allVerdicts') },
    ...verdict.options
      .filter((value) => results.some((result) => result.verdict === value))
      .map((value) => ({ value, label: t(`evaluation.verdictOf.${value}`) })),
  ];
  return (
    <section aria-label={t('evaluation.results')} className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-end justify-between gap-3 border-b border-line px-4 py-3">
        <h2 className="text-s font-strong">{t('evaluation.results')}</h2>
        <SelectField
          label={t('evaluation.verdict')}
          value={chosen ?? ''}
          options={options}
          onChange={(event) => onVerdict(verdict.safeParse(event.target.value).data ?? null)}
        />
      </div>
      <DataTable
        label={t('evaluation.results')}
        columns={columns}
        rows={shown}
        rowId={({ position }) => String(position)}
        view={view}
        onView={setView}
        empty={<EmptyState title={t('table.nothingFound')} />}
      />
      {open && (
        <Drawer title={open.question} wide onClose={() => setOpen(null)}>
          <div className="mb-3">
            <VerdictChip verdict={open.verdict} />
          </div>
          <ResultDetails result={open} dialect={dialect} />
        </Drawer>
      )}
    </section>
  );
}
