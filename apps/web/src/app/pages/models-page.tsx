import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { DataShownCard } from '../../features/models/data-shown-card.tsx';
import { ModelsCard } from '../../features/models/models-card.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { usePageTitle } from '../use-page-title.ts';

/** For administrators: which language model is asked, and what of the data it sees. */
export function ModelsPage() {
  const { t } = useTranslation();
  usePageTitle(t('models.title'));
  const profiles = trpc.models.list.useQuery({});
  const sources = trpc.dataSources.list.useQuery();
  const error = profiles.error ?? sources.error;
  // A session that ended shows its own dialog.
  const shown = error && errorCodeOf(error) !== 'not_signed_in' ? error : null;
  return (
    <>
      <PageHeader title={t('models.title')} />
      <main id="main" className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <div className="mx-auto grid max-w-[760px] gap-3.5">
          <p className="text-s text-ink-2">{t('models.intro')}</p>
          {shown && <ErrorNotice error={shown} />}
          {profiles.data && <ModelsCard profiles={profiles.data} />}
          {sources.data && <DataShownCard sources={sources.data} />}
          {!profiles.data && !shown && (
            <Loading>
              <Skeleton className="h-32" />
            </Loading>
          )}
        </div>
      </main>
    </>
  );
}
