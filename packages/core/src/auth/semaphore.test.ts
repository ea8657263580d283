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
