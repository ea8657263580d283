import type { DataSourceId } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { StaleRow } from './stale-row.tsx';

/** What is left out because the data is not as it was. */
export function StaleCard({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const stale = trpc.semanticLayer.stale.useQuery({ dataSourceId });
  const waiting = trpc.semanticLayer.changes.useQuery({ dataSourceId });
  if (!stale.data || stale.data.length === 0) return null;
  const leaving = new Set(
    waiting.data?.changes.flatMap(({ difference: { kind, key, after } }) => (after === null ? [`${kind} ${key}`] : [])),
  );
  return (
    <section className="card min-w-0 overflow-clip">
      <h2 className="border-b border-line px-4 py-3 text-s font-strong">{t('semantics.staleTitle', { count: stale.data.length })}</h2>
      <ul className="max-h-[50vh] divide-y divide-line overflow-y-auto">
        {stale.data.map((entry) => {
          const id = `${entry.kind} ${entry.key}`;
          return <StaleRow key={id} dataSourceId={dataSourceId} entry={entry} leaving={leaving.has(id)} />;
        })}
      </ul>
    </section>
  );
}
