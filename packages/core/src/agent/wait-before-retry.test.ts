import { expect, test } from 'vitest';
import { waitBeforeRetry } from './wait-before-retry.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');

test.each<[number, string | null, number | null]>([
  [429, null, 1_000],
  [500, null, 1_000],
  [429, '0', 0],
  [503, '2', 2_000],
  [429, 'Sun, 01 Mar 2026 12:00:03 GMT', 3_000],
  [429, 'Sun, 01 Mar 2026 11:00:00 GMT', 0],
  [429, 'soon', 1_000],
  [429, '30', null],
  [503, '3600', null],
  [429, 'Sun, 01 Mar 2026 13:00:00 GMT', null],
  [400, '1', null],
  [401, null, null],
  [413, null, null],
])('after %s with Retry-After %s it is sent again in %s ms', (status, retryAfter, ms) => {
  const headers = new Headers(retryAfter === null ? {} : { 'retry-after': retryAfter });
  expect(waitBeforeRetry({ status, headers }, NOW)).toBe(ms);
});
