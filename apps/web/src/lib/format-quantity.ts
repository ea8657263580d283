import type { Language } from '@majed-vanna/contract';
import { localeFor } from './format-cell.ts';

/** Intl's short Arabic names are longer than the figures they stand for. */
const TIME_UNITS: Record<Language, { readonly ms: string; readonly s: string }> = { en: { ms: 'ms', s: 's' }, ar: { ms: 'م.ث', s: 'ث' } };
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes in words a person reads: 48 kB, 2.1 MB. */
export function formatSize(bytes: number, language: Language): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit++;
  }
  return new Intl.NumberFormat(localeFor(language), {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    // The short name of a byte has no plural.
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}

export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(localeFor(language)).format(count);
}

/** Milliseconds as a person reads them: 42 ms, 1.4 s. */
export function formatDuration(ms: number, language: Language): string {
  const long = ms >= 1_000;
  const value = long ? ms / 1_000 : ms;
  const number = new Intl.NumberFormat(localeFor(language), { maximumFractionDigits: long || ms < 10 ? 1 : 0 }).format(value);
  return `${number} ${TIME_UNITS[language][long ? 's' : 'ms']}`;
}
