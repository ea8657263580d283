import { AppError } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limit.ts';

function limiterAt(maxRequests: number) {
  const clock = { ms: 0 };
  const limiter = createRateLimiter({ maxRequests, windowMs: 60_000, nowMs: () => clock.ms });
  return { clock, take: (caller: string, calls = 1) => limiter.take(caller, calls) };
}

test('a batch costs as many as it holds calls', () => {
  const { take } = limiterAt(10);
  take('a', 9);
  expect(() => take('a', 2)).toThrow(AppError);
});

test('callers do not use up each other’s allowance', () => {
  const { take } = limiterAt(1);
  take('a');
  expect(() => take('b')).not.toThrow();
});

test('the refusal says how long to wait, and after that it is over', () => {
  const { take, clock } = limiterAt(1);
  take('a');
  clock.ms = 20_500;
  expect(() => take('a')).toThrow(
    expect.objectContaining({ code: 'rate_limited', details: { reason: 'too_many_requests', retryAfterSeconds: 40 } }),
  );
  clock.ms = 60_000;
  expect(() => take('a')).not.toThrow();
});
