import { expect, test } from 'vitest';
import { createFakeClock } from '../testing/index.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

function setUp() {
  const clock = createFakeClock();
  return { clock, throttle: createSignInThrottle(clock) };
}

const limited = (retryAfterSeconds: number) =>
  expect.objectContaining({ code: 'rate_limited', details: { reason: 'too_many_attempts', retryAfterSeconds } });

test('five failures are free, then the delay doubles, up to fifteen minutes', () => {
  const { clock, throttle } = setUp();
  for (let i = 0; i < 4; i++) throttle.begin('layla', '10.0.0.1');
  const delays: number[] = [];
  for (let i = 0; i < 12; i++) {
    throttle.begin('layla', '10.0.0.1');
    try {
      throttle.begin('layla', '10.0.0.1');
    } catch (error) {
      // Thrown by the line above.
      delays.push((error as { details: { retryAfterSeconds: number } }).details.retryAfterSeconds);
    }
    clock.advance({ seconds: delays.at(-1) ?? 0 });
  }
  expect(delays).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
});

test('many attempts at the same time do not slip through together', () => {
  const { throttle } = setUp();
  const results = Array.from({ length: 50 }, () => {
    try {
      throttle.begin('layla', '10.0.0.1');
      return true;
    } catch {
      return false;
    }
  });
  expect(results.filter(Boolean)).toHaveLength(5);
});

test('a success clears the name; case does not make another name', () => {
  const { throttle } = setUp();
  for (let i = 0; i < 4; i++) throttle.begin('Layla', '10.0.0.1');
  throttle.begin('LAYLA', '10.0.0.1').succeeded();
  for (let i = 0; i < 5; i++) throttle.begin('layla', '10.0.0.1');
  expect(() => throttle.begin('layla', '10.0.0.1')).toThrow(limited(2));
});

test('one address cannot try many names, and its own success does not change that', () => {
  const { throttle } = setUp();
  for (let i = 0; i < 30; i++) {
    throttle.begin(`name-${i}`, '10.0.0.1');
    if (i < 29) throttle.begin('own', '10.0.0.1').succeeded();
  }
  expect(() => throttle.begin('one more', '10.0.0.1')).toThrow(limited(2));
  throttle.begin('one more', '10.0.0.2');
});

test('failures are forgotten after an hour', () => {
  const { clock, throttle } = setUp();
  for (let i = 0; i < 5; i++) throttle.begin('layla', '10.0.0.1');
  clock.advance({ minutes: 61 });
  for (let i = 0; i < 4; i++) throttle.begin('layla', '10.0.0.1');
  throttle.begin('layla', '10.0.0.1');
});
