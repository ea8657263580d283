import type { ColumnSnapshot, NumberFormat } from '@majed-vanna/contract';
import type { ColumnProfile } from './column-profile.ts';

/** How numbers of a column are written; null for what is not counted, such as keys, years and codes. */
export function draftFormat(
  column: ColumnSnapshot,
  words: readonly string[],
  profile: ColumnProfile | undefined,
): { format: NumberFormat | null; currency: string | null } {
  if (column.kind !== 'integer' && column.kind !== 'decimal') return { format: null, currency: null };
  const has = (set: ReadonlySet<string>) => words.some((word) => set.has(word));
  const currency = words.map((word) => CURRENCIES.get(word)).find((code) => code !== undefined) ?? null;
  if (has(NOT_COUNTED)) return { format: null, currency: null };
  const max = profile?.range?.max;
  if (has(SHARES) && typeof max === 'number' && Math.abs(max) <= 1) return { format: 'percent', currency: null };
  if (currency !== null || (has(MONEY) && !has(NOT_MONEY))) return { format: 'currency', currency };
  return { format: column.kind === 'integer' ? 'integer' : 'number', currency: null };
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const NOT_COUNTED = set('id key code year zip postal phone fax number latitude longitude serial version');
const SHARES = set('percent percentage pct rate ratio share margin');
const MONEY = set(
  'price cost revenue salary budget fee balance payment amount income expense profit sales wage turnover gross debt charge deposit premium bonus',
);
const NOT_MONEY = set('count quantity percent percentage rate rating rank type weight tonnage');
const CURRENCIES = new Map([
  ['usd', 'USD'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['eur', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['gbp', 'GBP'],
  ['sar', 'SAR'],
  ['riyal', 'SAR'],
  ['riyals', 'SAR'],
  ['aed', 'AED'],
  ['dirham', 'AED'],
  ['dirhams', 'AED'],
  ['qar', 'QAR'],
  ['kwd', 'KWD'],
  ['bhd', 'BHD'],
  ['omr', 'OMR'],
  ['egp', 'EGP'],
  ['jod', 'JOD'],
  ['jpy', 'JPY'],
  ['yen', 'JPY'],
  ['chf', 'CHF'],
  ['inr', 'INR'],
]);
