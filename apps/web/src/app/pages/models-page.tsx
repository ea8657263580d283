import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { DataShownCard } from '../../features/models/data-shown-card.tsx';
import { ModelsCard } from '../../features/models/models-card.tsx';
import { QuotasCard } from '../../features/models/quotas-card.tsx';
import { RoleModelsCard } from '../../features/models/role-models-card.tsx';
import { UsageCard } from '../../features/models/usage-card.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { usePageTitle } from '../use-page-title.ts';

/** For administrators: which language model is asked by whom, what it may cost, and what of the data it sees. */
export function ModelsPage() {
  const { t } = useTranslation();
  usePageTitle(t('models.title'));
  const profiles = trpc.models.list.useQuery({});
  const sources = trpc.dataSources.list.useQuery();
  const roles = trpc.models.roles.useQuery();
  const quotas = trpc.models.quotas.useQuery();
  const { by = 'user', period = 'today' } = useSearch({ from: '/app/admin/models' });
  const navigate = useNavigate();
  const error = profiles.error ?? sources.error ?? roles.error ?? quotas.error;
  // A session that ended shows its own dialog.
  const shown = error && errorCodeOf(error) !== 'not_signed_in' ? error : null;
  return (
    <>
      <PageHeader title={t('models.title')} />
      <main id="main" className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <div className="mx-auto grid max-w-[760px] gap-3.5">
          <p className="text-s text-ink-2">{t('models.intro')}</p>
          {shown && <ErrorNotice error={shown} />}
          {profiles.data && quotas.data && <ModelsCard profiles={profiles.data} currency={quotas.data.currency} />}
          {profiles.data && roles.data && profiles.data.length > 0 && <RoleModelsCard profiles={profiles.data} roles={roles.data} />}
          {quotas.data && (
            <UsageCard
              by={by}
              period={period}
              currency={quotas.data.currency}
              onView={(next) => void navigate({ to: '.', search: (kept) => ({ ...kept, ...next }), replace: true })}
            />
          )}
          {quotas.data && <QuotasCard quotas={quotas.data} />}
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
