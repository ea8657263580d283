import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { forgetStartedTurns } from '../../features/answers/started-turns.ts';
import { MyDataCard } from '../../features/my-data/my-data-card.tsx';
import { MyDataFigures } from '../../features/my-data/my-data-figures.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { usePageTitle } from '../use-page-title.ts';

/** For everybody: what is remembered of oneself. */
export function MyDataPage() {
  const { t } = useTranslation();
  usePageTitle(t('myData.title'));
  const data = trpc.myData.get.useQuery();
  const shown = data.error && errorCodeOf(data.error) !== 'not_signed_in' ? data.error : null;
  return (
    <>
      <PageHeader title={t('myData.title')} />
      <main id="main" className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <div className="mx-auto grid max-w-[760px] gap-3.5">
          <p className="text-s text-ink-2">{t('myData.intro')}</p>
          {shown && <ErrorNotice error={shown} onRetry={() => data.refetch()} />}
          {data.isPending && !shown && (
            <Loading>
              <Skeleton className="h-[106px]" />
              <Skeleton className="mt-3.5 h-44" />
            </Loading>
          )}
          {data.data && (
            <>
              <MyDataFigures data={data.data} />
              <MyDataCard data={data.data} onErased={forgetStartedTurns} />
            </>
          )}
        </div>
      </main>
    </>
  );
}
