import { type DataSourceSummary, type EvaluationSetRef, type GoldenCase, type GoldenSetSummary, goldenCaseId } from '@majed-vanna/contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/ui/button.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { CaseDrawer } from './case-drawer.tsx';
import { CaseFiles } from './case-files.tsx';
import { SampleSetButton } from './sample-set-button.tsx';
import { SetDialog } from './set-dialog.tsx';

interface CasesCardProps {
  readonly source: DataSourceSummary;
  readonly sets: readonly GoldenSetSummary[];
  readonly setId: EvaluationSetRef;
  onSet(setId: EvaluationSetRef): void;
}

/** The golden questions of one set. */
export function CasesCard({ source, sets, setId, onSet }: CasesCardProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [view, setView] = useTableView();
  const [edited, setEdited] = useState<GoldenCase | 'new' | null>(null);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { data, error, refetch } = trpc.evaluation.cases.useQuery({ dataSourceId: source.id, setId });
  const refresh = () => Promise.all([queries.evaluation.cases.invalidate(), queries.evaluation.sets.invalidate()]);
  const { mutate: removeCase } = trpc.evaluation.removeCase.useMutation({ onSuccess: refresh, onError: setFailure });
  const removeSet = trpc.evaluation.removeSet.useMutation({
    onSuccess: async () => {
      setRemoving(false);
      onSet(null);
      await refresh();
    },
  });
  const columns = useMemo((): readonly DataColumn<GoldenCase>[] => {
    const all: DataColumn<GoldenCase>[] = [
      {
        id: 'question',
        header: t('evaluation.question'),
        value: ({ question }) => question,
        cell: ({ question }) => (
          <span dir="auto" className="block break-words">
            {question}
          </span>
        ),
      },
      {
        id: 'expected',
        header: t('evaluation.expected'),
        value: ({ expected }) => t(`evaluation.expectedOf.${expected}`),
        cell: ({ expected }) => <span className="whitespace-nowrap">{t(`evaluation.expectedOf.${expected}`)}</span>,
      },
      {
        id: 'actions',
        header: t('evaluation.editCase'),
        quiet: true,
        align: 'end',
        cell: (one) => (
          <span className="inline-flex">
            <IconButton icon="edit" label={`${t('evaluation.editCase')}: ${one.question}`} onClick={() => setEdited(one)} />
            <IconButton
              icon="trash"
              label={`${t('evaluation.remove')}: ${one.question}`}
              onClick={() => {
                const id = goldenCaseId.safeParse(one.id).data;
                if (setId && id) removeCase({ setId, id });
              }}
            />
          </span>
        ),
      },
    ];
    // Verified questions are looked after by their reviewers.
    return setId === null ? all.slice(0, 2) : all;
  }, [t, setId, removeCase]);
  const set = sets.find(({ id }) => id === setId);
  const options = sets.map(({ id, name, cases }) => ({
    value: id ?? 'verified',
    label: t('evaluation.setOption', { name: id === null ? t('evaluation.verifiedSet') : name, count: cases }),
  }));
  return (
    <section aria-label={t('evaluation.cases')} className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-end gap-2.5 border-b border-line px-4 py-3">
        <SelectField
          label={t('evaluation.set')}
          value={setId ?? 'verified'}
          options={options}
          onChange={(event) => onSet(sets.find(({ id }) => (id ?? 'verified') === event.target.value)?.id ?? null)}
          className="min-w-0 flex-1 basis-56"
        />
        <Button icon="plus" onClick={() => setNaming('new')}>
          {t('evaluation.newSet')}
        </Button>
        <SampleSetButton source={source} sets={sets} onAdded={onSet} onError={setFailure} />
        {setId !== null && (
          <>
            <Button onClick={() => setNaming('rename')}>{t('evaluation.rename')}</Button>
            <Button icon="trash" onClick={() => setRemoving(true)}>
              {t('evaluation.removeSet')}
            </Button>
          </>
        )}
        <CaseFiles dataSourceId={source.id} setId={setId} onError={setFailure} />
        {setId !== null && (
          <Button look="primary" icon="plus" onClick={() => setEdited('new')}>
            {t('evaluation.addCase')}
          </Button>
        )}
      </div>
      {typeof failure === 'object' && failure !== null && <ErrorNotice error={failure} className="m-4" />}
      <DataTable
        label={t('evaluation.cases')}
        columns={columns}
        rows={data}
        rowId={({ id }) => id}
        view={view}
        onView={setView}
        error={error}
        onRetry={() => void refetch()}
        empty={
          setId === null ? (
            <EmptyState title={t('evaluation.noVerified')} text={t('evaluation.noVerifiedText')} />
          ) : (
            <EmptyState title={t('evaluation.noCases')} text={t('evaluation.noCasesText')} />
          )
        }
      />
      {edited && setId !== null && (
        <CaseDrawer setId={setId} dialect={source.dialect} edited={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {naming && (
        <SetDialog
          dataSourceId={source.id}
          set={naming === 'rename' && setId !== null && set ? { id: setId, name: set.name } : null}
          onDone={onSet}
          onClose={() => setNaming(null)}
        />
      )}
      <ConfirmDialog
        open={removing}
        title={t('evaluation.removeSet')}
        text={t('evaluation.removeSetText', { name: set?.name ?? '' })}
        confirm={t('evaluation.remove')}
        busy={removeSet.isPending}
        error={removeSet.error}
        onConfirm={() => setId && removeSet.mutate({ id: setId })}
        onClose={() => setRemoving(false)}
      />
    </section>
  );
}
