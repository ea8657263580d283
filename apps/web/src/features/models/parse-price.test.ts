import { expect, it } from 'vitest';
import { parsePrice } from './parse-price.ts';

it.each([
  ['', null],
  ['0', 0],
  ['2.50', 2.5],
  ['0,15', 0.15],
  ['٢٫٥', 2.5],
  ['free', undefined],
  ['-1', undefined],
  ['1,000.50', undefined],
])('%j is the price %s', (text, price) => {
  expect(parsePrice(text)).toBe(price);
});
