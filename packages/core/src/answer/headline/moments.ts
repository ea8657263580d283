import type { Cell, Language } from '@majed-vanna/contract';
import { LOCALE } from '../locale.ts';
import type { FactGrain } from './answer-facts.ts';

const ARABIC_QUARTERS = ['الأول', 'الثاني', 'الثالث', 'الرابع'];
const MISSING = '–';

/** Moments of one series, each as fine as the series is: `2025`, `Q1 2025`, `March 2025`, `5 Mar 2025`. */
export function writeMoments(values: readonly Cell[], language: Language, grain?: FactGrain | null): string[] {
  const texts = values.map((value) => (value === null ? MISSING : String(value)));
  const dates = texts.map(dateOf);
  const written = texts.filter((text) => text !== MISSING);
  // Week numbers and the like are names already.
  if (dates.filter((date) => date !== null).length < written.length) return texts;
  const fineness = grain ?? grainOf(dates.filter((date) => date !== null));
  return texts.map((text, index) => {
    const date = dates[index];
    return date ? writeMoment(date, fineness, language) : text;
  });
}

/** A quarter of a year by its number from 0. */
export function quarterName(quarter: number, year: number, language: Language): string {
  return language === 'ar' ? `الربع ${ARABIC_QUARTERS[quarter] ?? ''} ${year}` : `Q${quarter + 1} ${year}`;
}

/** `2025-03` and `2025-03-01 00:00:00` are dates too. */
function dateOf(text: string): Date | null {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ].*)?$/.exec(text);
  return parts ? new Date(`${parts[1]}-${parts[2]}-${parts[3] ?? '01'}T00:00:00Z`) : null;
}

function grainOf(dates: readonly Date[]): FactGrain {
  const firstDays = dates.every((date) => date.getUTCDate() === 1);
  const oncePerYear = new Set(dates.map((date) => date.getUTCFullYear())).size === dates.length;
  if (firstDays && oncePerYear && dates.every((date) => date.getUTCMonth() === 0)) return 'year';
  return firstDays ? 'month' : 'day';
}

function writeMoment(date: Date, grain: FactGrain, language: Language): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' }).format(date);
  switch (grain) {
    case 'year':
      return String(date.getUTCFullYear());
    case 'quarter':
      return quarterName(Math.floor(date.getUTCMonth() / 3), date.getUTCFullYear(), language);
    case 'month':
      return write({ month: 'long', year: 'numeric' });
    case 'week':
    case 'day':
      return write({ day: 'numeric', month: 'short', year: 'numeric' });
  }
}
