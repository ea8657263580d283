import { QueryClient } from '@tanstack/react-query';
import { errorCodeOf, restAskedFor } from './api-error.ts';

/** Only what may heal by itself is tried again: so often. */
const RETRIES: Readonly<Record<string, number>> = { network: 2, unavailable: 2, rate_limited: 5 };
/** So that not all that waited comes back at the same moment. */
const SPREAD_MS = 400;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < (RETRIES[errorCodeOf(error)] ?? 0),
        retryDelay: (failures, error) => retryDelayMs(failures, error),
      },
      mutations: { retry: false },
    },
  });
}

/** As long as the server asks for, or else one second, then two. */
export function retryDelayMs(failures: number, error: unknown): number {
  const rest = restAskedFor(error);
  return rest === null ? 1_000 * 2 ** failures : rest + Math.random() * SPREAD_MS;
}
