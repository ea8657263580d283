import { describe, expect, it } from 'vitest';
import { createPageCache, type Page } from './page-cache.ts';

const rowsFrom = (offset: number, count: number) => Array.from({ length: count }, (_, i) => [offset + i]);

function cacheOver(size: number, options: { total?: number | null; maxPages?: number; fail?: (offset: number) => boolean } = {}) {
  const asked: number[] = [];
  const kept = rowsFrom(0, Math.min(size, 10));
  const cache = createPageCache({
    kept,
    keptComplete: size <= 10,
    total: options.total === undefined ? size : options.total,
    pageSize: 10,
    maxPages: options.maxPages ?? 3,
    load: async (offset, limit): Promise<Page> => {
      asked.push(offset);
      if (options.fail?.(offset)) throw new Error('the database is away');
      const count = Math.max(0, Math.min(limit, size - offset));
      return { rows: rowsFrom(offset, count), complete: offset + count >= size };
    },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { cache, asked, settled };
}

describe('rows of a long result', () => {
  it('has the kept rows without asking', () => {
    const { cache, asked } = cacheOver(100);
    cache.look(0, 9);
    expect(cache.row(9)).toEqual([9]);
    expect(asked).toEqual([]);
  });

  it('loads what is looked at, each page once', async () => {
    const { cache, asked, settled } = cacheOver(100);
    cache.look(35, 44);
    cache.look(36, 45);
    expect(cache.row(40)).toBeUndefined();
    await settled();
    expect(cache.row(40)).toEqual([40]);
    expect(asked).toEqual([30, 40]);
  });

  it('forgets the page that was looked at longest ago', async () => {
    const { cache, asked, settled } = cacheOver(100, { maxPages: 2 });
    for (const first of [20, 30, 20, 50]) {
      cache.look(first, first + 5);
      await settled();
    }
    expect(cache.heldPages()).toBe(2);
    expect(cache.row(20)).toEqual([20]);
    expect(cache.row(30)).toBeUndefined();
    cache.look(30, 35);
    await settled();
    expect(asked).toEqual([20, 30, 50, 30]);
  });

  it('never holds more than its pages, however far one scrolls', async () => {
    const { cache, settled } = cacheOver(10_000, { maxPages: 5 });
    for (let first = 0; first < 10_000; first += 170) cache.look(first, first + 20);
    await settled();
    expect(cache.heldPages()).toBeLessThanOrEqual(5);
  });

  it('finds the end by scrolling when nobody counted', async () => {
    const { cache, settled } = cacheOver(23, { total: null });
    expect([cache.count(), cache.isCountKnown()]).toEqual([20, false]);
    cache.look(10, 19);
    await settled();
    expect([cache.count(), cache.isCountKnown()]).toEqual([30, false]);
    cache.look(20, 29);
    await settled();
    expect([cache.count(), cache.isCountKnown()]).toEqual([23, true]);
  });

  it('asks for nothing when all rows came with the answer', () => {
    const { cache, asked } = cacheOver(4);
    cache.look(0, 3);
    expect([cache.count(), asked]).toEqual([4, []]);
  });

  it('tells of a page that failed and asks again when told to', async () => {
    let away = true;
    const { cache, settled } = cacheOver(100, { fail: () => away });
    cache.look(50, 55);
    await settled();
    expect(cache.failure()).toEqual(new Error('the database is away'));
    away = false;
    cache.retry();
    cache.look(50, 55);
    await settled();
    expect([cache.failure(), cache.row(52)]).toEqual([null, [52]]);
  });

  it('tells its listeners when rows arrive', async () => {
    const { cache, settled } = cacheOver(100);
    const before = cache.version();
    cache.look(20, 25);
    await settled();
    expect(cache.version()).toBeGreaterThan(before);
  });
});
