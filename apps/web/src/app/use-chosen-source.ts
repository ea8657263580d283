import type { DataSourceSummary } from '@majed-vanna/contract';
import { trpc } from '../lib/trpc.ts';

/** The sources, and the one that the address names, else the default one; null while they are loaded or where there is none. */
export function useChosenSource(named: string | undefined) {
  const sources = trpc.dataSources.list.useQuery(undefined, { staleTime: 300_000 });
  const { data = [] } = sources;
  const source: DataSourceSummary | null =
    data.find(({ id }) => id === named) ?? data.find(({ isDefault }) => isDefault) ?? data[0] ?? null;
  return { sources, source };
}
