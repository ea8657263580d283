import { expect, test } from 'vitest';
import { AppError, ERRORS } from './errors.ts';

test('an error keeps its cause to itself and shows its details', () => {
  const cause = new Error('password of db.internal is wrong');
  const error = new AppError('unavailable', 'The data source does not answer.', { cause, details: { retryAfterSeconds: 5 } });
  expect(error).toMatchObject({
    code: 'unavailable',
    message: 'The data source does not answer.',
    details: { retryAfterSeconds: 5 },
    cause,
  });
  expect(JSON.stringify(error)).not.toContain('db.internal');
});

test('codes of one tRPC status have one HTTP status', () => {
  const statuses = Map.groupBy(Object.values(ERRORS), ({ trpc }) => trpc);
  for (const [trpc, entries] of statuses) expect([trpc, new Set(entries.map(({ http }) => http)).size]).toEqual([trpc, 1]);
});
