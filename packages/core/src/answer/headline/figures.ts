import type { Cell, Language } from '@majed-vanna/contract';
import { LOCALE } from '../locale.ts';
import type { FactColumn } from './answer-facts.ts';
import { writeMoments } from './moments.ts';

/** The day is enough: midnight is no news. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}([T ]00:00:00(\.0+)?Z?)?$/;
/** Below this an amount is written out; above it three digits and a word are enough. */
const SHORTENED_FROM = 1_000_000;
const SCALES = [
  { from: 1e12, en: 'tn', ar: 'تريليون' },
  { from: 1e9, en: 'bn', ar: 'مليار' },
  { from: 1e6, en: 'm', ar: 'مليون' },
] as const;
/** Money in everyday words; other currencies keep their code. */
const ARABIC_CURRENCIES: Readonly<Record<string, string>> = {
  SAR: 'ريال',
  AED: 'درهم',
  KWD: 'دينار كويتي',
  BHD: 'دينار بحريني',
  QAR: 'ريال قطري',
  OMR: 'ريال عماني',
  EGP: 'جنيه',
  USD: 'دولار',
  EUR: 'يورو',
};

/** A number of a result column in the reader's language: `SAR 48.2 m`, `48.2 مليون ريال`, `12.5 %`. */
export function writeFigure(value: Cell, column: Pick<FactColumn, 'format' | 'currency'>, language: Language): string {
  if (value === null) return '–';
  if (typeof value === 'string' && ISO_DATE.test(value)) return writeMoments([value], language, 'day')[0] ?? value;
  const amount = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (typeof value === 'boolean' || !Number.isFinite(amount)) return String(value);
  if (column.format === 'percent') return writePercent(amount, language);
  const number = writeAmount(amount, column.format === 'integer' || Number.isInteger(amount), language);
  if (!column.currency) return number;
  return language === 'ar' ? `${number} ${ARABIC_CURRENCIES[column.currency] ?? column.currency}` : `${column.currency} ${number}`;
}

/** A value that was read off a row: a code stays as it is written, a date is written out. */
export function writeValue(value: Cell, column: Pick<FactColumn, 'role' | 'format' | 'currency' | 'grain'>, language: Language): string {
  if (value === null || value === '') return '–';
  if (column.format) return writeFigure(value, column, language);
  const isMoment = column.role === 'time' || (typeof value === 'string' && ISO_DATE.test(value));
  return (isMoment ? writeMoments([value], language, column.grain ?? 'day')[0] : null) ?? String(value);
}

/** A relative change with its sign: `+11.4 %`; null when there is nothing to relate to. */
export function writeChange(
  from: number,
  to: number,
  language: Language,
): { readonly text: string; readonly tone: 'up' | 'down' | 'plain' } | null {
  if (from === 0 || !Number.isFinite(from) || !Number.isFinite(to)) return null;
  const change = (to - from) / Math.abs(from);
  const rounded = Math.round(change * 1_000);
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  return { text: `${sign}${writePercent(Math.abs(change), language)}`, tone: rounded > 0 ? 'up' : rounded < 0 ? 'down' : 'plain' };
}

/** A count: `1,234`. */
export function writeCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 0 }).format(count);
}

/** Names in a row: `Riyadh, Makkah and Asir`. */
export function writeList(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(names);
}

function writeAmount(amount: number, whole: boolean, language: Language): string {
  const scale = Math.abs(amount) < SHORTENED_FROM ? undefined : SCALES.find(({ from }) => Math.abs(amount) >= from);
  if (scale)
    return `${new Intl.NumberFormat(LOCALE[language], { maximumSignificantDigits: 3 }).format(amount / scale.from)} ${scale[language]}`;
  const fractionDigits = whole ? 0 : Math.abs(amount) >= 1_000 ? 0 : Math.abs(amount) >= 1 ? 2 : 4;
  return new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: fractionDigits }).format(amount);
}

function writePercent(fraction: number, language: Language): string {
  const number = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 }).format(fraction * 100);
  return language === 'ar' ? `${number}٪` : `${number} %`;
}
