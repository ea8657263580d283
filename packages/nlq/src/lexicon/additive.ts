import type { PreparedColumn } from './prepared-model.ts';

const ADDITIVE = new Set([
  'sales',
  'revenue',
  'gross',
  'income',
  'amount',
  'total',
  'quantity',
  'units',
  'profit',
  'earnings',
  'turnover',
  'spend',
  'spending',
  'expense',
  'expenses',
  'payment',
  'payments',
  'receipts',
]);

/** Amounts are added up, levels such as weights and ratings averaged. */
export function isAdditive(column: PreparedColumn | undefined): boolean {
  return column?.names.some((name) => name.words.some((word) => ADDITIVE.has(word))) ?? false;
}

/** Only a single call can be said to be of some rows: `SUM(…) FILTER (WHERE …)`. */
export const isOneCall = (expression: string) => /^\s*(sum|count|avg|min|max)\s*\([^()]*\)\s*$/i.test(expression);

/** Whether the figures of two periods add up to that of both: sums and counts, added and taken away, and nothing else. */
export function addsUp(expression: string): boolean {
  let outer = expression;
  for (let inner = ''; inner !== outer; ) {
    inner = outer;
    outer = inner.replace(/\([^()]*\)/g, '');
  }
  return !/\bdistinct\b/i.test(expression) && /^\s*(SUM|COUNT)\s*([+-]\s*(SUM|COUNT)\s*)*$/i.test(outer);
}
