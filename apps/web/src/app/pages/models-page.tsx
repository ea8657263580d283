import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { DataShownCard } from '../../features/models/data-shown-card.tsx';
import { ModelsCard } from '../../features/models/models-card.tsx';
import { QuotasCard } from '../../features/models/quotas-card.tsx';
import { RoleModelsCard } from '../../features/models/role-models-card.tsx';
import { UsageCard } from '../../features/models/usage-card.tsx';
import { trpc } from '../../lib/trpc.ts';
import { PageFrame } from '../shell/page-frame.tsx';

/** For administrators: which language model is asked by whom, what it may cost, and what of the data it sees. */
export function ModelsPage() {
  const { t } = useTranslation();
  const profiles = trpc.models.list.useQuery({});
  const sources = trpc.dataSources.list.useQuery();
  const roles = trpc.models.roles.useQuery();
  const quotas = trpc.models.quotas.useQuery();
  const { by = 'user', period = 'today' } = useSearch({ from: '/app/admin/models' });
  const navigate = useNavigate();
  const awaited = {
    error: profiles.error ?? sources.error ?? roles.error ?? quotas.error,
    isPending: profiles.isPending,
    refetch: () => Promise.all([profiles, sources, roles, quotas].filter(({ error }) => error).map(({ refetch }) => refetch())),
  };
  const skeleton = <Skeleton className="h-32" />;
  return (
    <PageFrame title={t('models.title')} intro={t('models.intro')} awaited={awaited} skeleton={skeleton} width="max-w-[760px]">
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
    </PageFrame>
  );
}
