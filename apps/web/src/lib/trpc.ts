import type { AppRouter } from '@majed-vanna/server/router';
import { createTRPCClient, httpLink, httpSubscriptionLink, retryLink, splitLink, type TRPCLink } from '@trpc/client';
import { createTRPCReact } from '@trpc/react-query';
import { observable } from '@trpc/server/observable';
import { errorCodeOf, restAskedFor } from './api-error.ts';
import { session } from './current-session.ts';
import { restFor } from './rate-limit-wait.ts';

const URL = '/api/trpc';

export const trpc = createTRPCReact<AppRouter>();

/** Queries are tried again when the server takes requests once more; until then the page says so. */
const tellOfRest: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        ...observer,
        error(error) {
          const rest = op.type === 'query' ? restAskedFor(error) : null;
          if (rest !== null) restFor(rest);
          observer.error(error);
        },
      }),
    );

/** A token that the server no longer takes is renewed once; anything else is for the caller. */
const links: TRPCLink<AppRouter>[] = [
  tellOfRest,
  retryLink({
    retry({ error, attempts }) {
      if (attempts > 1 || errorCodeOf(error) !== 'not_signed_in' || session.get().status !== 'signed_in') return false;
      session.dropAccessToken();
      return true;
    },
  }),
  splitLink({
    condition: (operation) => operation.type === 'subscription',
    // An EventSource cannot send headers.
    true: httpSubscriptionLink({ url: URL, connectionParams: async () => ({ token: (await session.accessToken()) ?? '' }) }),
    // Not batched: a batch is as slow as its slowest member, and the history must not wait for suggestions.
    false: httpLink({
      url: URL,
      async headers() {
        const token = await session.accessToken();
        return token ? { authorization: `Bearer ${token}` } : {};
      },
    }),
  }),
];

export const trpcReactClient = trpc.createClient({ links });
/** For what lives outside React: run streams and one-time tickets. */
export const api = createTRPCClient<AppRouter>({ links });
