import type { DataSourceId } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/ui/state-badge.tsx';
import { trpc } from '../../lib/trpc.ts';

/** What is left out because the data is not as it was. */
export function StaleCard({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const stale = trpc.semanticLayer.stale.useQuery({ dataSourceId });
  if (!stale.data || stale.data.length === 0) return null;
  return (
    <section className="card min-w-0 overflow-clip">
      <h2 className="border-b border-line px-4 py-3 text-s font-strong">{t('semantics.staleTitle', { count: stale.data.length })}</h2>
      <ul className="max-h-[50vh] divide-y divide-line overflow-y-auto">
        {stale.data.map(({ kind, key, stale: { reason, subject, detail } }) => (
          <li key={`${kind} ${key}`} className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3 text-s">
            <div className="min-w-0 flex-1 basis-64">
              <span className="text-xs text-ink-3">{t(`semantics.kind.${kind}`)}</span>{' '}
              <bdi dir="ltr" className="font-mono text-xs break-all">
                {key}
              </bdi>
              <p className="break-words text-ink-2">
                {t(`semantics.staleReason.${reason}`, { subject })} {detail && <bdi dir="ltr">{detail}</bdi>}
              </p>
            </div>
            <StateBadge state="stale" />
          </li>
        ))}
      </ul>
    </section>
  );
}
