import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { MemoryFigures } from '../../features/memory/memory-figures.tsx';
import { OwnersCard } from '../../features/memory/owners-card.tsx';
import { RetentionCard } from '../../features/memory/retention-card.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { usePageTitle } from '../use-page-title.ts';

/** For administrators: how long conversations are kept, how much they take, and whose they are. */
export function MemoryPage() {
  const { t } = useTranslation();
  usePageTitle(t('memory.title'));
  const overview = trpc.memory.overview.useQuery();
  const shown = overview.error && errorCodeOf(overview.error) !== 'not_signed_in' ? overview.error : null;
  return (
    <>
      <PageHeader title={t('memory.title')} />
      <main id="main" className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <div className="mx-auto grid max-w-[1000px] gap-3.5">
          <p className="text-s text-ink-2">{t('memory.intro')}</p>
          {shown && <ErrorNotice error={shown} onRetry={() => overview.refetch()} />}
          {overview.isPending && !shown && (
            <Loading>
              <Skeleton className="h-[106px]" />
              <Skeleton className="mt-3.5 h-64" />
            </Loading>
          )}
          {overview.data && (
            <>
              <MemoryFigures overview={overview.data} />
              <RetentionCard key={String(overview.data.retention.days)} retention={overview.data.retention} />
              <OwnersCard owners={overview.data.owners} />
            </>
          )}
        </div>
      </main>
    </>
  );
}
