import type { DataSourceId } from '@majed-vanna/contract';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { SearchField } from '../../components/ui/search-field.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { FoundRow } from './found-row.tsx';

const MAX_FOUND = 30;

/** What a question would find of the published layer, by which way and how well. */
export function SearchTryout({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const [view, onView] = useTableView();
  const query = view.find.trim();
  const found = trpc.semantics.search.useQuery(
    { dataSourceId, query, limit: MAX_FOUND },
    { enabled: query !== '', placeholderData: keepPreviousData },
  );
  const failure = shownFailure(found.error);
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="border-b border-line px-4 py-3">
        <p className="mb-2 text-s text-ink-2">{t('semantics.searchText')}</p>
        <SearchField label={t('semantics.searchLabel')} value={view.find} onChange={(find) => onView({ ...view, find, page: 1 })} />
      </div>
      {failure !== null && <ErrorNotice error={failure} onRetry={() => void found.refetch()} className="m-4" />}
      {query === '' && <EmptyState title={t('semantics.searchEmpty')} />}
      {query !== '' && found.isPending && failure === null && (
        <Loading>
          <Skeleton className="m-4 h-48" />
        </Loading>
      )}
      {query !== '' && found.data?.items.length === 0 && <EmptyState title={t('table.nothingFound')} text={t('semantics.searchNothing')} />}
      {query !== '' && found.data && found.data.items.length > 0 && (
        <ol className={`divide-y divide-line ${found.isPlaceholderData ? 'opacity-60' : ''}`}>
          {found.data.items.map((item) => (
            <FoundRow key={`${item.kind} ${item.key}`} dataSourceId={dataSourceId} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}
