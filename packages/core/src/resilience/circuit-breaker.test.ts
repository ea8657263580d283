import type { BreakerState } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { type BreakerSettings, type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';

class Mistake extends Error {}
const DOWN = new Error('no answer');

function breakerOf(settings: Partial<BreakerSettings> = {}) {
  const clock = createFakeClock();
  const changes: BreakerState[] = [];
  const breaker = createCircuitBreaker({
    subject: { kind: 'database', id: 'src_1', name: 'Shop', isFailure: (error) => !(error instanceof Mistake) },
    settings: { failureThreshold: 3, timeoutMs: 30_000, successThreshold: 2, ...settings },
    clock,
    onChange: (state) => void changes.push(state),
  });
  return { breaker, clock, changes };
}

const works = (breaker: CircuitBreaker) => breaker.run(async () => 'answer');
const breaks = (breaker: CircuitBreaker, error: Error = DOWN) => expect(breaker.run(() => Promise.reject(error))).rejects.toBe(error);
const refused = (seconds: number) => ({ code: 'unavailable', details: { breaker: 'database', retryAfterSeconds: seconds } });
/** Runs that must not happen. */
const never = () => Promise.reject(new Error('was called'));

async function opened() {
  const parts = breakerOf();
  for (let i = 0; i < 3; i++) await breaks(parts.breaker);
  return parts;
}

test('opens at the third failure in a row; then calls are refused untried, with the seconds left to wait', async () => {
  const { breaker, clock, changes } = breakerOf();
  await breaks(breaker);
  await breaks(breaker);
  expect(breaker.status()).toMatchObject({ state: 'closed', failures: 2, nextAttemptAt: null });
  clock.advance({ seconds: 5 });
  await breaks(breaker);
  expect(breaker.status()).toEqual({
    key: 'database:src_1',
    kind: 'database',
    name: 'Shop',
    state: 'open',
    failures: 3,
    failureThreshold: 3,
    successes: 0,
    successThreshold: 2,
    lastFailureAt: '2026-01-01T09:00:05.000Z',
    nextAttemptAt: '2026-01-01T09:00:35.000Z',
  });
  await expect(breaker.run(never)).rejects.toMatchObject(refused(30));
  clock.advance({ seconds: 29.5 });
  await expect(breaker.run(never)).rejects.toMatchObject(refused(1));
  expect(changes).toEqual(['open']);
});

test('a success in between starts the count anew', async () => {
  const { breaker } = breakerOf();
  await breaks(breaker);
  await breaks(breaker);
  await works(breaker);
  await breaks(breaker);
  expect(breaker.status()).toMatchObject({ state: 'closed', failures: 1, successes: 0 });
});

test('after the wait it tries: two successes close it', async () => {
  const { breaker, clock, changes } = await opened();
  clock.advance({ seconds: 30 });
  await works(breaker);
  expect(breaker.status()).toMatchObject({ state: 'half_open', successes: 1, nextAttemptAt: null });
  await works(breaker);
  expect(breaker.status()).toMatchObject({ state: 'closed', failures: 0, successes: 2 });
  expect(changes).toEqual(['open', 'half_open', 'closed']);
});

test.each([0, 1])('a failure after %i good probes opens it for the whole wait again', async (good) => {
  const { breaker, clock, changes } = await opened();
  clock.advance({ seconds: 30 });
  for (let i = 0; i < good; i++) await works(breaker);
  await breaks(breaker);
  await expect(breaker.run(never)).rejects.toMatchObject(refused(30));
  clock.advance({ seconds: 30 });
  await works(breaker);
  await works(breaker);
  expect(changes).toEqual(['open', 'half_open', 'open', 'half_open', 'closed']);
});

test('half-open lets one probe through and refuses everyone else at once', async () => {
  const { breaker, clock } = await opened();
  clock.advance({ seconds: 31 });
  const probe = await breaker.admit();
  await Promise.all(Array.from({ length: 20 }, () => expect(breaker.run(never)).rejects.toMatchObject(refused(1))));
  await probe.succeeded();
  await works(breaker);
  expect(breaker.status().state).toBe('closed');
});

test.each([
  ['that a caller gave up', (probe: Awaited<ReturnType<CircuitBreaker['admit']>>) => probe.abandoned()],
  ['that ended in a caller’s mistake', (probe: Awaited<ReturnType<CircuitBreaker['admit']>>) => probe.failed(new Mistake())],
])('a probe %s says nothing: the next caller takes its place', async (_name, end) => {
  const { breaker, clock, changes } = await opened();
  clock.advance({ seconds: 31 });
  await end(await breaker.admit());
  expect(breaker.status()).toMatchObject({ state: 'half_open', successes: 0 });
  const next = await breaker.admit();
  await expect(breaker.run(never)).rejects.toMatchObject(refused(1));
  await next.succeeded();
  expect(breaker.status()).toMatchObject({ state: 'half_open', successes: 1 });
  await works(breaker);
  expect(changes).toEqual(['open', 'half_open', 'closed']);
});

test('mistakes of callers never count, however many', async () => {
  const { breaker, changes } = breakerOf();
  await breaks(breaker);
  await breaks(breaker);
  for (let i = 0; i < 50; i++) await breaks(breaker, new Mistake());
  await (await breaker.admit()).abandoned();
  expect(breaker.status()).toMatchObject({ state: 'closed', failures: 2, successes: 0 });
  await breaks(breaker);
  expect(changes).toEqual(['open']);
});

test('a stream that breaks off after it began counts as a failure too', async () => {
  const { breaker } = breakerOf({ failureThreshold: 2 });
  for (let i = 0; i < 2; i++) {
    const stream = await breaker.admit();
    await stream.answering();
    await stream.failed(DOWN);
    await stream.abandoned();
  }
  await expect(breaker.run(never)).rejects.toMatchObject({ code: 'unavailable' });
});

test('failures of many calls at once open it once', async () => {
  const { breaker, changes } = breakerOf();
  await Promise.all(Array.from({ length: 10 }, () => breaks(breaker)));
  expect(breaker.status().state).toBe('open');
  expect(changes).toEqual(['open']);
});

test('a call from before it opened neither closes nor counts as a probe', async () => {
  const { breaker, clock } = breakerOf();
  const slow = await breaker.admit();
  for (let i = 0; i < 3; i++) await breaks(breaker);
  clock.advance({ seconds: 31 });
  const probe = await breaker.admit();
  await slow.succeeded();
  expect(breaker.status()).toMatchObject({ state: 'half_open', successes: 0, failures: 3 });
  await probe.succeeded();
  await works(breaker);
  expect(breaker.status().state).toBe('closed');
});

test('a reset closes and forgets; what was under way before reports to nobody', async () => {
  const { breaker, changes } = await opened();
  const { breaker: other } = breakerOf();
  other.reset();
  expect(other.status().state).toBe('closed');
  breaker.reset();
  expect(breaker.status()).toMatchObject({ state: 'closed', failures: 0, successes: 0, lastFailureAt: null, nextAttemptAt: null });
  const before = [await breaker.admit(), await breaker.admit()];
  breaker.reset();
  await before[0]?.failed(DOWN);
  await before[1]?.succeeded();
  expect(breaker.status()).toMatchObject({ failures: 0, successes: 0, lastFailureAt: null });
  await works(breaker);
  expect(changes).toEqual(['open']);
});

test('a probe that answers makes room at once; when it breaks off later, the breaker opens again', async () => {
  const { breaker, clock, changes } = await opened();
  clock.advance({ seconds: 31 });
  const stream = await breaker.admit();
  await stream.answering();
  await stream.failed(DOWN);
  await expect(breaker.run(never)).rejects.toMatchObject(refused(30));
  expect(changes).toEqual(['open', 'half_open', 'open']);
});

test('a stream that breaks off while the next probe is out waits for nobody', async () => {
  const { breaker, clock } = await opened();
  clock.advance({ seconds: 31 });
  const stream = await breaker.admit();
  await stream.answering();
  const probe = await breaker.admit();
  await stream.failed(DOWN);
  await expect(breaker.run(never)).rejects.toMatchObject(refused(1));
  await probe.failed(DOWN);
  await expect(breaker.run(never)).rejects.toMatchObject(refused(30));
});

test('a reset forgets a probe that had answered already and breaks off later', async () => {
  const { breaker, clock } = await opened();
  clock.advance({ seconds: 31 });
  const stream = await breaker.admit();
  await stream.answering();
  breaker.reset();
  await stream.failed(DOWN);
  expect(breaker.status()).toMatchObject({ state: 'closed', failures: 0 });
});

test('one success closes it where one is enough', async () => {
  const { breaker, clock } = breakerOf({ failureThreshold: 1, successThreshold: 1 });
  await breaks(breaker);
  clock.advance({ minutes: 1 });
  await works(breaker);
  expect(breaker.status().state).toBe('closed');
});
