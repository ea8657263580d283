import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorNotice } from '../../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../../components/ui/skeleton.tsx';
import { errorCodeOf } from '../../../lib/api-error.ts';
import { trpc } from '../../../lib/trpc.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { usePageTitle } from '../../use-page-title.ts';
import { SemanticsTabs } from './semantics-tabs.tsx';
import { SourceChooser } from './source-chooser.tsx';
import { useSource } from './use-source.ts';

/** For administrators: what the data means. The frame of its pages. */
export function SemanticsFrame() {
  const { t } = useTranslation();
  usePageTitle(t('semantics.title'));
  const source = useSource();
  const { data, error, refetch } = trpc.dataSources.list.useQuery(undefined, { staleTime: 300_000 });
  const shown = error && errorCodeOf(error) !== 'not_signed_in' ? error : null;
  return (
    <>
      <PageHeader title={t('semantics.title')}>{source && <SourceChooser source={source} />}</PageHeader>
      {source && <SemanticsTabs dataSourceId={source.id} />}
      <main id="main" className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <div className="mx-auto max-w-[1120px]">
          {shown && <ErrorNotice error={shown} onRetry={() => void refetch()} />}
          {!data && !shown && (
            <Loading>
              <Skeleton className="h-64" />
            </Loading>
          )}
          {data?.length === 0 && <EmptyState title={t('semantics.noSource')} text={t('semantics.noSourceText')} />}
          {source && <Outlet key={source.id} />}
        </div>
      </main>
    </>
  );
}
