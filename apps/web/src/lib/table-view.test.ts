import { expect, it } from 'vitest';
import { searchOf, tableSearch, viewOf } from './table-view.ts';

it.each([
  [
    { q: 'orders', sort: '-name', page: 3 },
    { find: 'orders', sort: '-name', page: 3 },
  ],
  [{ q: 2024 }, { find: '2024', sort: null, page: 1 }],
  [
    { q: '', sort: 'a;b', page: 0 },
    { find: '', sort: null, page: 1 },
  ],
  [
    { q: {}, sort: 7, page: '2' },
    { find: '', sort: null, page: 1 },
  ],
])('reads %j from an address', (search, view) => {
  expect(viewOf(tableSearch(search))).toEqual(view);
});

it('writes nothing that is as it was anyway', () => {
  expect(searchOf({ find: '', sort: null, page: 1 })).toEqual({});
});
