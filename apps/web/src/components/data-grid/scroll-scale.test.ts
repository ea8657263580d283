import { describe, expect, it } from 'vitest';
import { scrollScale } from './scroll-scale.ts';

describe('the scroll bar of many rows', () => {
  it('is one to one while the browser can hold the height', () => {
    const scale = scrollScale(36_000, 400, 1_000_000);
    expect([scale.height, scale.toRows(1_234), scale.toBar(1_234)]).toEqual([36_000, 1_234, 1_234]);
  });

  it('reaches the last row and the first when the height is capped', () => {
    const rowsHeight = 36_000_000;
    const scale = scrollScale(rowsHeight, 400, 1_000_000);
    expect(scale.height).toBe(1_000_000);
    expect(scale.toRows(1_000_000 - 400)).toBeCloseTo(rowsHeight - 400, 5);
    expect(scale.toRows(0)).toBe(0);
  });

  it('maps there and back', () => {
    const scale = scrollScale(36_000_000, 400, 1_000_000);
    expect(scale.toRows(scale.toBar(17_654_321))).toBeCloseTo(17_654_321, 5);
  });

  it('stays below the lowest limit of any browser for a million rows', () => {
    expect(scrollScale(1_000_000 * 36, 430).height).toBeLessThan(17_800_000);
  });
});
