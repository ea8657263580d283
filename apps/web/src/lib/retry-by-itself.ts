import type { QueryClient } from '@tanstack/react-query';

/** So often a query may fail, each time after all its retries, before a person has to want it once more. */
const FAILURES = 3;

/** Whether what failed so is asked for again without a person: only what is read, and not without end. */
export function mayRetryByItself(client: QueryClient, error: unknown): boolean {
  const failed = client
    .getQueryCache()
    .getAll()
    .find(({ state }) => state.error === error);
  return failed !== undefined && failed.state.errorUpdateCount <= FAILURES;
}
