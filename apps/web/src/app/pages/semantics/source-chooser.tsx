import type { DataSourceSummary } from '@majed-vanna/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../lib/trpc.ts';

/** Which source's meaning is looked at. Its name alone where there is only one. */
export function SourceChooser({ source }: { readonly source: DataSourceSummary }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data = [source] } = trpc.dataSources.list.useQuery(undefined, { staleTime: 300_000 });
  if (data.length < 2)
    return (
      <bdi className="min-w-0 truncate text-s text-ink-3" title={source.name}>
        {source.name}
      </bdi>
    );
  return (
    <select
      aria-label={t('semantics.source')}
      value={source.id}
      onChange={(event) => void navigate({ to: '/admin/semantics/tables', search: { dataSourceId: event.target.value } })}
      className="h-[34px] max-w-[46vw] min-w-0 rounded-sm border border-line-strong bg-surface px-2.5 text-s"
    >
      {data.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
