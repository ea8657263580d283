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
