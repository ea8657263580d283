import { QueryClient } from '@tanstack/react-query';
import { errorCodeOf } from './api-error.ts';

/** Only what may heal by itself is tried again. */
const HEALS = new Set(['network', 'unavailable', 'rate_limited']);

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && HEALS.has(errorCodeOf(error)) },
      mutations: { retry: false },
    },
  });
}
