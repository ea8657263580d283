import type { DataSourceId, Dialect, LayerState, LayerThing } from '@majed-vanna/contract';
import { keepPreviousData } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { DatabaseName } from '../../components/ui/database-name.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { SearchField } from '../../components/ui/search-field.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import type { EntryKind } from './entry-kinds.ts';
import { EntrySummary } from './entry-summary.tsx';
import { bodyOf, type ThingOf } from './layer-body.ts';
import { StateFilter } from './state-filter.tsx';
import { ThingBadges, ThingReasons } from './thing-badges.tsx';

const PAGE_SIZE = 50;

interface EntriesListProps {
  readonly dataSourceId: DataSourceId;
  readonly dialect: Dialect;
  readonly kind: EntryKind;
  readonly state: LayerState | undefined;
  onState(state: LayerState | undefined): void;
}

/** Metrics, dimensions, joins or terms of a source. */
export function EntriesList({ dataSourceId, dialect, kind, state, onState }: EntriesListProps) {
  const { t } = useTranslation();
  const [view, onView] = useTableView();
  const [open, setOpen] = useState<ThingOf<EntryKind> | 'new' | null>(null);
  const columns = useColumns(dataSourceId, kind, setOpen);
  const entries = trpc.semanticLayer.entries.useQuery(
    { dataSourceId, kind, page: view.page, pageSize: PAGE_SIZE, ...(view.find ? { find: view.find } : {}), ...(state ? { state } : {}) },
    { placeholderData: keepPreviousData },
  );
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-center gap-2.5 border-b border-line px-4 py-2.5">
        <SearchField
          label={t(`semantics.find.${kind}`)}
          value={view.find}
          onChange={(find) => onView({ ...view, find, page: 1 })}
          className="min-w-0 flex-1 basis-56"
        />
        <StateFilter value={state} onChange={onState} />
        <Button look="primary" icon="plus" onClick={() => setOpen('new')}>
          {t(`semantics.add.${kind}`)}
        </Button>
      </div>
      <DataTable
        label={t(`semantics.listOf.${kind}`)}
        columns={columns}
        rows={ownEntries(entries.data?.items)}
        rowId={(thing) => thing.key}
        view={view}
        onView={onView}
        pageSize={PAGE_SIZE}
        total={entries.data?.total}
        error={shownFailure(entries.error)}
        onRetry={() => void entries.refetch()}
        stale={entries.isPlaceholderData}
        empty={
          <EmptyState
            title={t(state ? 'semantics.noneOfState' : `semantics.none.${kind}`)}
            {...(state ? {} : { text: t(`semantics.about.${kind}`) })}
          />
        }
      />
      {open !== null && (
        <EntryDrawer
          dataSourceId={dataSourceId}
          dialect={dialect}
          kind={kind}
          thing={open === 'new' ? null : open}
          table={null}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function useColumns(
  dataSourceId: DataSourceId,
  kind: EntryKind,
  onEdit: (thing: ThingOf<EntryKind>) => void,
): readonly DataColumn<ThingOf<EntryKind>>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t(`semantics.listOf.${kind}`),
        cell: (thing) => (
          <>
            <EntrySummary thing={thing} />
            <ThingReasons thing={thing} />
            <span className="mt-1 block md:hidden">
              <ThingBadges thing={thing} />
            </span>
          </>
        ),
      },
      ...(kind === 'join'
        ? []
        : [
            {
              id: 'table',
              header: t('semantics.column.table'),
              wide: true,
              cell: (thing: ThingOf<EntryKind>) => <DatabaseName name={tableOf(thing) ?? '–'} className="text-xs text-ink-2" />,
            },
          ]),
      { id: 'state', header: t('semantics.column.state'), wide: true, cell: (thing) => <ThingBadges thing={thing} /> },
      {
        id: 'actions',
        header: t('semantics.column.actions'),
        quiet: true,
        align: 'end',
        cell: (thing) => (
          <span className="inline-flex flex-wrap justify-end gap-2">
            <ConfirmButton dataSourceId={dataSourceId} thing={thing} />
            <Button aria-label={t('semantics.editOf', { name: thing.key })} onClick={() => onEdit(thing)}>
              {t('semantics.edit')}
            </Button>
          </span>
        ),
      },
    ],
    [t, dataSourceId, kind, onEdit],
  );
}

/** Lists of tables and columns have pages of their own. */
function ownEntries(things: readonly LayerThing[] | undefined): ThingOf<EntryKind>[] | undefined {
  return things?.flatMap((thing) => (thing.kind === 'table' || thing.kind === 'column' ? [] : [thing]));
}

function tableOf(thing: ThingOf<EntryKind>): string | null {
  switch (thing.kind) {
    case 'metric':
      return bodyOf<'metric'>(thing)?.table ?? null;
    case 'dimension':
      return bodyOf<'dimension'>(thing)?.table ?? null;
    case 'glossary':
      return bodyOf<'glossary'>(thing)?.condition?.table ?? null;
    case 'join':
      return bodyOf<'join'>(thing)?.from.table ?? null;
  }
}
