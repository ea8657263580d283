import type { DataSourceId, LayerVersionSummary } from '@majed-vanna/contract';
import { keepPreviousData } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { shownFailure } from '../../lib/api-error.ts';
import { formatMinute } from '../../lib/format-minute.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { VersionDrawer } from './version-drawer.tsx';

const PAGE_SIZE = 25;

/** Every publication, newest first. */
export function VersionsList({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, onView] = useTableView();
  const [open, setOpen] = useState<number | null>(null);
  const versions = trpc.semanticLayer.versions.useQuery(
    { dataSourceId, page: view.page, pageSize: PAGE_SIZE },
    { placeholderData: keepPreviousData },
  );
  const columns = useMemo<readonly DataColumn<LayerVersionSummary>[]>(
    () => [
      {
        id: 'number',
        header: t('semantics.column.version'),
        cell: ({ number, note }) => (
          <>
            <span className="block font-label">{t('semantics.version', { number: formatCount(number, language) })}</span>
            <span className="block max-w-[60ch] break-words text-ink-2">
              <bdi>{note || t('semantics.noNote')}</bdi>
            </span>
          </>
        ),
      },
      {
        id: 'changes',
        header: t('semantics.tab.changes'),
        align: 'end',
        wide: true,
        cell: ({ changeCount }) => formatCount(changeCount, language),
      },
      {
        id: 'by',
        header: t('semantics.column.by'),
        wide: true,
        cell: ({ publishedBy: { id, name } }) => <bdi>{id === 'system' ? t('semantics.system') : (name ?? t('semantics.personGone'))}</bdi>,
      },
      { id: 'at', header: t('semantics.column.at'), wide: true, cell: ({ publishedAt }) => formatMinute(publishedAt, language) },
      {
        id: 'actions',
        header: t('semantics.column.actions'),
        quiet: true,
        align: 'end',
        cell: ({ number }) => (
          <Button aria-label={t('semantics.lookAt', { number })} onClick={() => setOpen(number)}>
            {t('semantics.look')}
          </Button>
        ),
      },
    ],
    [t, language],
  );
  return (
    <section className="card min-w-0 overflow-clip">
      <DataTable
        label={t('semantics.tab.versions')}
        columns={columns}
        rows={versions.data?.items}
        rowId={({ id }) => id}
        view={view}
        onView={onView}
        pageSize={PAGE_SIZE}
        total={versions.data?.total}
        error={shownFailure(versions.error)}
        onRetry={() => void versions.refetch()}
        stale={versions.isPlaceholderData}
        empty={<EmptyState title={t('semantics.noVersions')} text={t('semantics.noVersionsText')} />}
      />
      {open !== null && <VersionDrawer dataSourceId={dataSourceId} number={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
