import type { Language } from '@majed-vanna/contract';
import type { ModelNames } from './model-names.ts';
import { READING_PHRASES } from './reading-phrases.ts';

/** "order date in 2025": from `from` up to, not including, `to`; ISO dates, null for open. */
export function sayPeriod(column: string, from: string | null, to: string | null, { language }: ModelNames): string {
  const words = READING_PHRASES[language];
  if (from !== null && to !== null) {
    const wholeYear = from.endsWith('-01-01') && to === `${Number(from.slice(0, 4)) + 1}-01-01`;
    const last = dayBefore(to);
    if (wholeYear) return words.during(column, from.slice(0, 4));
    return `${column} ${last === from ? sayDay(from, language) : `${sayDay(from, language)} – ${sayDay(last, language)}`}`;
  }
  if (from !== null) return words.from(column, sayDay(from, language));
  return to === null ? column : words.before(column, sayDay(to, language));
}

function sayDay(date: string, language: Language): string {
  const locale = language === 'ar' ? 'ar-u-ca-gregory-nu-latn' : 'en-GB';
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: language === 'ar' ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
