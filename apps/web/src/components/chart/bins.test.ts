import { describe, expect, it } from 'vitest';
import { bins } from './bins.ts';

describe('the bars of a histogram', () => {
  it('have a round width and count every value once', () => {
    const values = Array.from({ length: 100 }, (_, i) => i / 10);
    const bars = bins(values);
    expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(100);
    expect(bars[0]).toEqual({ from: 0, to: 2, count: 20 });
  });

  it('count a value as often as its weight says', () => {
    expect(bins([1, 2, 3], [10, 0, 5]).reduce((sum, bar) => sum + bar.count, 0)).toBe(15);
  });

  it('leave out what is no number, and manage a single value', () => {
    expect(bins([null, 4, 4])).toEqual([{ from: 4, to: 4, count: 2 }]);
    expect(bins([null])).toEqual([]);
  });

  it('hold negative values', () => {
    const bars = bins([-10, -5, 0, 5, 10]);
    expect(bars[0]?.from).toBeLessThanOrEqual(-10);
    expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(5);
  });
});
