import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ErrorNotice } from './error-notice.tsx';

const tooMany = () => {
  const data = { appCode: 'rate_limited', requestId: 'r', details: { retryAfterSeconds: 60 } };
  return TRPCClientError.from({ error: { message: 'Too many requests.', code: -32029, data } });
};

const shown = (client: QueryClient, error: unknown) =>
  renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <ErrorNotice error={error} onRetry={() => undefined} />
    </QueryClientProvider>,
  );

const COUNTS_DOWN = 'role="timer"';

test('a query that is refused for too many requests is asked again by itself three times, then by a button', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const refuse = () => client.fetchQuery({ queryKey: ['models'], queryFn: () => Promise.reject(tooMany()) });
  const again: boolean[] = [];
  for (let time = 0; time < 5; time++) {
    const error = await refuse().catch((thrown: unknown) => thrown);
    const notice = shown(client, error);
    expect(notice).toContain('<button');
    again.push(notice.includes(COUNTS_DOWN));
  }
  expect(again).toEqual([true, true, true, false, false]);
});

test('what is no query is never repeated by itself', () => {
  const notice = shown(new QueryClient(), tooMany());
  expect(notice).not.toContain(COUNTS_DOWN);
  expect(notice).toContain('<button');
});
