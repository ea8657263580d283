import { expect, test } from 'vitest';
import { createSemaphore } from './semaphore.ts';

test('never more than the limit run at a time, and all run in the order of asking', async () => {
  const { run } = createSemaphore(2);
  const begun: number[] = [];
  const finish: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const all = Promise.all(
    [0, 1, 2, 3, 4].map((n) =>
      run(async () => {
        begun.push(n);
        most = Math.max(most, ++running);
        await new Promise<void>((resolve) => finish.push(resolve));
        running--;
      }),
    ),
  );
  for (let n = 0; n < 5; n++) {
    await new Promise((resolve) => setImmediate(resolve));
    finish[n]?.();
  }
  await all;
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('work that fails gives its place back', async () => {
  const { run } = createSemaphore(1);
  await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await run(async () => 'next')).toBe('next');
});

test('whoever gives up waiting leaves the others in their order', async () => {
  const { acquire } = createSemaphore(1);
  const order: string[] = [];
  const release = await acquire();
  const impatient = new AbortController();
  const first = acquire(impatient.signal);
  const second = acquire().then((done) => {
    order.push('second');
    done();
  });
  const third = acquire().then(() => order.push('third'));
  impatient.abort(new Error('no longer wanted'));
  await expect(first).rejects.toThrow('no longer wanted');
  release();
  await Promise.all([second, third]);
  expect(order).toEqual(['second', 'third']);
});

test('giving up in the moment of being called takes nobody else’s place away', async () => {
  const { acquire } = createSemaphore(1);
  const release = await acquire();
  const called = new AbortController();
  const first = acquire(called.signal);
  const second = acquire();
  release();
  called.abort();
  (await first)();
  (await second)();
  expect(await acquire()).toBeTypeOf('function');
});

test('a place given back twice is free once', async () => {
  const { acquire } = createSemaphore(1);
  const release = await acquire();
  release();
  release();
  await acquire();
  const gaveUp = AbortSignal.abort(new Error('too late'));
  await expect(acquire(gaveUp)).rejects.toThrow('too late');
  const waiting = new AbortController();
  const full = acquire(waiting.signal);
  waiting.abort(new Error('full'));
  await expect(full).rejects.toThrow('full');
});
