import { describe, expect, it } from 'vitest';
import { ordersRows, type Rows, sameResult } from './nlq-compare.ts';

const free = { ordered: false, relaxed: false };
const gold: Rows = [
  ['a', 1],
  ['b', 2],
];

describe('comparison of results', () => {
  it.each<[string, Rows, Rows, typeof free, boolean]>([
    [
      'the same rows in another order',
      gold,
      [
        ['b', 2],
        ['a', 1],
      ],
      free,
      true,
    ],
    [
      'another order where order counts',
      gold,
      [
        ['b', 2],
        ['a', 1],
      ],
      { ordered: true, relaxed: false },
      false,
    ],
    [
      'columns in another order',
      gold,
      [
        [1, 'a'],
        [2, 'b'],
      ],
      free,
      true,
    ],
    [
      'values that belong to other rows',
      gold,
      [
        ['a', 2],
        ['b', 1],
      ],
      free,
      false,
    ],
    ['a row too few', gold, [['a', 1]], free, false],
    [
      'a surplus column',
      gold,
      [
        ['a', 9, 1],
        ['b', 9, 2],
      ],
      free,
      false,
    ],
    [
      'a surplus column, relaxed',
      gold,
      [
        ['a', 9, 1],
        ['b', 9, 2],
      ],
      { ordered: false, relaxed: true },
      true,
    ],
    ['numbers as text', [['1.50']], [[1.5]], free, true],
    ['the fifth digit', [[1.00001]], [[1.00002]], free, true],
    ['null and the empty text', [[null]], [['']], free, false],
    ['the same value in two columns', [[1, 1]], [[1, 2]], free, false],
    ['nothing and nothing', [], [], free, true],
  ])('%s', (_, left, right, how, same) => expect(sameResult(left, right, how)).toBe(same));

  it('asks for order only where the outermost query orders', () => {
    expect(ordersRows('SELECT a FROM t ORDER BY a')).toBe(true);
    expect(ordersRows('SELECT a FROM (SELECT a FROM t ORDER BY a LIMIT 1)')).toBe(false);
  });
});
