import { expect, it } from 'vitest';
import { changedParts } from './changed-parts.ts';

it('names each part that differs, with its place', () => {
  const before = { words: { en: ['order'] }, description: null, values: {}, format: 'number' };
  const after = {
    words: { en: ['order', 'purchase'], ar: ['طلب'] },
    description: null,
    values: { C: { en: ['cancelled'] } },
    format: null,
  };
  expect(changedParts(before, after)).toEqual([
    { path: 'words.en', before: null, after: 'purchase' },
    { path: 'words.ar', before: null, after: 'طلب' },
    { path: 'values.C.en', before: null, after: 'cancelled' },
    { path: 'format', before: 'number', after: null },
  ]);
});

it('shows all of what is new or goes', () => {
  expect(changedParts(null, { expression: 'SUM({amount})', filter: null })).toEqual([
    { path: 'expression', before: null, after: 'SUM({amount})' },
  ]);
  expect(changedParts({ expression: 'SUM({amount})' }, null)).toEqual([{ path: 'expression', before: 'SUM({amount})', after: null }]);
});

it('sees no difference where there is none', () => {
  expect(changedParts({ words: { en: [] }, description: '' }, { words: {}, description: null })).toEqual([]);
});

it('tells another name, and another order, whole', () => {
  const words = (...en: string[]) => ({ words: { en } });
  expect(changedParts(words('order', 'buy'), words('sale', 'buy'))).toEqual([
    { path: 'words.en', before: 'order · buy', after: 'sale · buy' },
  ]);
  expect(changedParts(words('a', 'b', 'c'), words('a', 'c', 'b'))).toEqual([{ path: 'words.en', before: 'a · b · c', after: 'a · c · b' }]);
});
