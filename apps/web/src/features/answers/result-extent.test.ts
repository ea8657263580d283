import { describe, expect, it } from 'vitest';
import { resultExtent } from './result-extent.ts';
import type { RunView } from './run-view.ts';

const extent = (held: number, returned: number, truncated: boolean, maxRows = 1_000_000) =>
  resultExtent({
    rows: Array.from({ length: held }, () => [1]),
    // Only what is read here; the rest of a receipt says nothing about the extent.
    receipt: {
      rows: { returned, truncated },
      injections: { rowFilters: [], masks: [], rowCap: { maxRows, action: 'added' } },
    } as unknown as NonNullable<RunView['receipt']>,
  });

describe('how far a result goes', () => {
  it.each([
    ['all rows are at hand', 5, 5, false, { complete: true, total: 5, cap: null }],
    ['more rows can be read', 1_000, 88_106, false, { complete: false, total: 88_106, cap: null }],
    ['fewer rows were kept because they are long', 400, 900, false, { complete: false, total: 900, cap: null }],
    ['the result was cut at the limit', 1_000, 1_000_000, true, { complete: false, total: 1_000_000, cap: 1_000_000 }],
    ['the database could not count', 1_000, 1_000, true, { complete: false, total: null, cap: null }],
    ['nothing was found', 0, 0, false, { complete: true, total: 0, cap: null }],
  ])('%s', (_name, held, returned, truncated, expected) => {
    expect(extent(held, returned, truncated)).toEqual(expected);
  });

  it('reads nothing behind the rows at hand before the receipt is there', () => {
    expect(resultExtent({ rows: [[1], [2]], receipt: null })).toEqual({ complete: true, total: 2, cap: null });
  });
});
