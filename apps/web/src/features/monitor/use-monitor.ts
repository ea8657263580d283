import { trpc } from '../../lib/trpc.ts';

const REFRESH_MS = 5_000;

/** How the server is, asked again every few seconds while the page is seen. */
export function useMonitor() {
  const health = trpc.system.health.useQuery(undefined, { refetchInterval: REFRESH_MS, staleTime: 0 });
  const breakers = trpc.system.breakers.useQuery(undefined, { refetchInterval: REFRESH_MS, staleTime: 0 });
  return {
    report: health.data,
    breakers: breakers.data,
    /** Milliseconds since 1970; 0 before the first answer. */
    updatedAt: Math.min(health.dataUpdatedAt, breakers.dataUpdatedAt),
    error: health.error ?? breakers.error,
    isPending: health.isPending || breakers.isPending,
    refetch: () => Promise.all([health.refetch(), breakers.refetch()]),
  };
}
