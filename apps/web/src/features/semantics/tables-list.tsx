import type { DataSourceId, LayerState, LayerTableRow } from '@majed-vanna/contract';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { DatabaseName } from '../../components/ui/database-name.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { SearchField } from '../../components/ui/search-field.tsx';
import { StateBadge } from '../../components/ui/state-badge.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { shownFailure } from '../../lib/api-error.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { StateFilter } from './state-filter.tsx';
import { WordsLine } from './words-line.tsx';

const PAGE_SIZE = 50;

interface TablesListProps {
  readonly dataSourceId: DataSourceId;
  readonly state: LayerState | undefined;
  onState(state: LayerState | undefined): void;
}

/** Every table of the source, and those that only entries still name. */
export function TablesList({ dataSourceId, state, onState }: TablesListProps) {
  const { t } = useTranslation();
  const [view, onView] = useTableView();
  const columns = useColumns(dataSourceId);
  const tables = trpc.semanticLayer.tables.useQuery(
    { dataSourceId, page: view.page, pageSize: PAGE_SIZE, ...(view.find ? { find: view.find } : {}), ...(state ? { state } : {}) },
    { placeholderData: keepPreviousData },
  );
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-center gap-2.5 border-b border-line px-4 py-2.5">
        <SearchField
          label={t('semantics.findTables')}
          value={view.find}
          onChange={(find) => onView({ ...view, find, page: 1 })}
          className="min-w-0 flex-1 basis-56"
        />
        <StateFilter value={state} counts={tables.data?.counts} onChange={onState} />
      </div>
      <DataTable
        label={t('semantics.tab.tables')}
        columns={columns}
        rows={tables.data?.items}
        rowId={(row) => row.key}
        view={view}
        onView={onView}
        pageSize={PAGE_SIZE}
        total={tables.data?.total}
        error={shownFailure(tables.error)}
        onRetry={() => void tables.refetch()}
        stale={tables.isPlaceholderData}
        empty={<EmptyState title={t(state ? 'semantics.noTablesOfState' : 'semantics.noTables')} />}
      />
    </section>
  );
}

function useColumns(dataSourceId: DataSourceId): readonly DataColumn<LayerTableRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('semantics.column.table'),
        cell: (row) => (
          <>
            <Link
              to="/admin/semantics/tables/table"
              search={{ dataSourceId, key: row.key }}
              className="block rounded-sm hover:text-teal-ink"
            >
              <WordsLine words={row.words} fallback={row.name} />
            </Link>
            <DatabaseName name={row.key} className="text-xs text-ink-3 md:hidden" />
          </>
        ),
      },
      {
        id: 'key',
        header: t('semantics.column.inDatabase'),
        wide: true,
        cell: (row) => <DatabaseName name={row.key} className="text-xs text-ink-2" />,
      },
      {
        id: 'rows',
        header: t('semantics.column.rows'),
        wide: true,
        align: 'end',
        cell: (row) => (row.rowEstimate === null ? '–' : formatCount(row.rowEstimate, language)),
      },
      {
        id: 'described',
        header: t('semantics.column.described'),
        wide: true,
        align: 'end',
        cell: (row) =>
          t('semantics.describedOf', {
            described: formatCount(row.describedColumns, language),
            all: formatCount(row.columnCount, language),
          }),
      },
      {
        id: 'state',
        header: t('semantics.column.state'),
        cell: (row) => (
          <span className="flex flex-wrap gap-1.5">
            {(!row.exists || row.stale > 0) && <StateBadge state="stale" />}
            {row.pending > 0 && <StateBadge state="pending" />}
            {row.exists && row.pending === 0 && <StateBadge state={row.origin} />}
          </span>
        ),
      },
    ],
    [t, language, dataSourceId],
  );
}
