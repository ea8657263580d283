import type { DataSourceSummary } from '@majed-vanna/contract';
import { useSearch } from '@tanstack/react-router';
import { trpc } from '../../../lib/trpc.ts';

/** The source that the address names, else the default one; null while it is loaded or where there is none. */
export function useSource(): DataSourceSummary | null {
  const { dataSourceId } = useSearch({ from: '/app/admin/semantics' });
  const { data } = trpc.dataSources.list.useQuery(undefined, { staleTime: 300_000 });
  return data?.find(({ id }) => id === dataSourceId) ?? data?.find(({ isDefault }) => isDefault) ?? data?.[0] ?? null;
}
