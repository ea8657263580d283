import { describe, expect, it, test } from 'vitest';
import { collectResult, compareCollected } from './collected-result.ts';
import { compareResults, type Likeness, type ResultRows } from './compare-results.ts';
import { ordersRows } from './orders-rows.ts';

const free = { ordered: false };
const inOrder = { ordered: true };
const gold: ResultRows = [
  ['a', 1],
  ['b', 2],
];
const turned = gold.toReversed();

describe('comparison of results', () => {
  it.each<[string, ResultRows, ResultRows, typeof free, Likeness]>([
    ['the same rows in another order', gold, turned, free, 'same'],
    ['another order where order counts', gold, turned, inOrder, 'loosely'],
    ['the same order where order counts', gold, gold, inOrder, 'same'],
    ['columns in another order', gold, gold.map((row) => row.toReversed()), free, 'same'],
    ['columns in another order where the order of rows counts', gold, gold.map((row) => row.toReversed()), inOrder, 'same'],
    [
      'values that belong to other rows',
      gold,
      [
        ['a', 2],
        ['b', 1],
      ],
      free,
      'different',
    ],
    [
      'values that belong to other rows, with the same columns',
      [
        [1, 2, 'x'],
        [3, 4, 'y'],
      ],
      [
        [1, 2, 'y'],
        [3, 4, 'x'],
      ],
      inOrder,
      'different',
    ],
    ['a row too few', gold, [['a', 1]], free, 'different'],
    ['a column too few', gold, [['a'], ['b']], free, 'different'],
    [
      'a further column',
      gold,
      [
        ['a', 9, 1],
        ['b', 8, 2],
      ],
      free,
      'loosely',
    ],
    [
      'a further column that holds the same as a right one',
      [[1], [2]],
      [
        [1, 1],
        [2, 2],
      ],
      free,
      'loosely',
    ],
    ['the same value in two columns', [[1, 1]], [[1, 2]], free, 'different'],
    ['rows as often', [['a'], ['a'], ['b']], [['a'], ['b'], ['b']], free, 'different'],
    ['nothing and nothing', [], [], free, 'same'],
    ['nothing and a row', [], [[0]], free, 'different'],
    ['null and the empty text', [[null]], [['']], free, 'different'],
    ['null and zero', [[null]], [[0]], free, 'different'],
    ['null and null', [[null]], [[null]], free, 'same'],
    ['numbers as text', [['1.50']], [[1.5]], free, 'same'],
    ['a decimal that is whole', [['2.00']], [[2]], free, 'same'],
    ['a sum of floating point numbers', [[0.3]], [[0.1 + 0.2]], free, 'same'],
    ['the fifth digit', [[1.00001]], [[1.00002]], free, 'same'],
    ['half of the fourth digit', [[12.34565]], [[12.345649999999]], free, 'same'],
    ['small shares that differ', [[0.00003]], [[0.00004]], free, 'different'],
    ['whole numbers that are near', [[1_000_000_001]], [[1_000_000_002]], free, 'different'],
    ['large amounts that differ by a cent', [[1_000_000.01]], [[1_000_000.02]], free, 'different'],
    ['whole numbers beyond 2^53', [['9007199254740993']], [['9007199254740992']], free, 'different'],
    ['bigint and number', [[5n]], [[5]], free, 'same'],
    ['truth and one', [[true], [false]], [[1], [0]], free, 'same'],
    ['a day and its midnight', [['2025-01-31']], [['2025-01-31T00:00:00.000Z']], free, 'same'],
    ['a day and its noon', [['2025-01-31']], [['2025-01-31 12:00:00']], free, 'different'],
    ['moments written differently', [['2025-01-31 12:00:05.500']], [['2025-01-31T12:00:05.5Z']], free, 'same'],
    ['bytes', [[new Uint8Array([1, 2])]], [[new Uint8Array([1, 2])]], free, 'same'],
    [
      'near numbers that sort apart',
      [
        [1, 2.00000001],
        [1.00000001, 1],
      ],
      [
        [1.00000001, 2.00000001],
        [1, 1],
      ],
      free,
      'same',
    ],
  ])('%s', (_, left, right, how, likeness) => expect(compareResults(left, right, how)).toBe(likeness));

  test('wide results whose columns are alike end soon', () => {
    const zeros = Array.from({ length: 500 }, (_, index) => [...Array(12).fill(0), index % 7, index % 5]);
    const mixed = zeros.map((row) => row.toReversed());
    expect(compareResults(zeros, mixed, free)).toBe('same');
    expect(compareResults(zeros, mixed.with(3, mixed[4] ?? []), free)).toBe('different');
    expect(
      compareResults(
        zeros,
        zeros.map((row) => [...row.slice(1), 9]),
        free,
      ),
    ).toBe('different');
  });
});

test('order counts only where the outermost query orders', () => {
  expect(ordersRows('SELECT a FROM t ORDER BY a')).toBe(true);
  expect(ordersRows('SELECT a FROM t ORDER BY SUM(a) DESC')).toBe(true);
  expect(ordersRows('SELECT a FROM (SELECT a FROM t ORDER BY a LIMIT 1)')).toBe(false);
  expect(ordersRows('SELECT rank() OVER (ORDER BY sum(a)) FROM t')).toBe(false);
  expect(ordersRows("SELECT 'order by' FROM t -- order by a")).toBe(false);
});

describe('results too large to be kept', () => {
  const few = { rows: 10, characters: 1_000_000 };
  const rows = Array.from({ length: 2_000 }, (_, index) => [`name ${index}`, index / 3, index % 4]);
  const collected = (all: ResultRows) => collectResult(batched(all), few);

  it('are told apart without being kept', async () => {
    const gold = await collected(rows);
    expect(gold).toMatchObject({ kind: 'digest', digest: { rows: 2_000 } });
    expect(compareCollected(gold, await collected(rows.map(([a, b, c]) => [c ?? 0, a ?? 0, Number(b) + 1e-13])), inOrder)).toBe('same');
    expect(compareCollected(gold, await collected(rows.toReversed()), inOrder)).toBe('loosely');
    expect(compareCollected(gold, await collected(rows.toReversed()), free)).toBe('same');
    expect(compareCollected(gold, await collected(rows.with(5, ['name 5', 1, 2])), free)).toBe('different');
    expect(compareCollected(gold, await collected(rows.slice(1)), free)).toBe('different');
    expect(compareCollected(gold, await collectResult(batched(rows)), free)).toBe('same');
  });

  it('are digested when their texts are long', async () => {
    expect(await collectResult(batched([['x'.repeat(50)], ['y']]), { rows: 100, characters: 20 })).toMatchObject({ kind: 'digest' });
  });
});

async function* batched(rows: ResultRows) {
  for (let start = 0; start < rows.length; start += 300) yield rows.slice(start, start + 300).map((row) => row.map(asCell));
}

function asCell(value: ResultRows[number][number] | undefined) {
  return typeof value === 'bigint' || value instanceof Uint8Array || value === undefined ? String(value) : value;
}
