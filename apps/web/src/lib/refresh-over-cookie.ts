import type { SignedIn } from '@majed-vanna/contract';
import type { AppRouter } from '@majed-vanna/server/router';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';

// Its own client without the session's links: a refresh must never wait for a refresh.
const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] });

/** `refused`: the cookie is absent, spent or revoked. `unreachable`: nobody can tell. */
export async function refreshOverCookie(): Promise<SignedIn | 'refused' | 'unreachable'> {
  try {
    return await client.auth.refresh.mutate();
  } catch (error) {
    return error instanceof TRPCClientError && error.data && error.data.httpStatus < 500 && error.data.httpStatus !== 429
      ? 'refused'
      : 'unreachable';
  }
}
