import { expect, it } from 'vitest';
import { parseBetween } from './parse-between.ts';

it.each([
  ['', null],
  ['9', undefined],
  ['10', 10],
  ['٦٠٠', 600],
  ['601', undefined],
  ['ten', undefined],
])('reads %j between 10 and 600', (text, typed) => {
  expect(parseBetween(text, 10, 600)).toBe(typed);
});
