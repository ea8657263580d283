import type { ModelQuotas } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/ui/card.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { ROLES } from '../../lib/roles.ts';
import { trpc } from '../../lib/trpc.ts';
import { CurrencyField } from './currency-field.tsx';
import { TokensField } from './tokens-field.tsx';
import { UserQuotas } from './user-quotas.tsx';

/** How much people may use a day, and in which money it is counted. */
export function QuotasCard({ quotas }: { readonly quotas: ModelQuotas }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const change = trpc.models.setRoleQuota.useMutation({
    onSuccess() {
      void queries.models.quotas.invalidate();
      toasts.add({ title: t('models.saved'), type: 'ok' });
    },
  });
  return (
    <Card title={t('models.quotasTitle')}>
      <div className="grid gap-4 px-4 py-4">
        <p className="text-s text-ink-2">{t('models.quotasText')}</p>
        {change.error && <ErrorNotice error={change.error} />}
        <div className="grid gap-4 sm:grid-cols-2">
          {ROLES.map((role) => (
            <TokensField
              // What was saved starts the field anew.
              key={`${role} ${quotas.roles[role]}`}
              label={t('models.tokensOf', { role: t(`shell.role.${role}`) })}
              tokens={quotas.roles[role]}
              busy={change.isPending && change.variables?.role === role}
              onSave={(tokens) => change.mutate({ role, tokens })}
            />
          ))}
        </div>
        <UserQuotas users={quotas.users} />
        <CurrencyField key={quotas.currency} currency={quotas.currency} />
      </div>
    </Card>
  );
}
