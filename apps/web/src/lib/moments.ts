import type { Language } from '@majed-vanna/contract';
import { dayLocaleFor, localeFor } from './format-cell.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How long something lasts, by its two largest units: 3 days, 4 hr. */
export function formatSpan(seconds: number, language: Language): string {
  const largest = UNITS.findIndex(([unit, size]) => seconds >= size || unit === 'second');
  let left = Math.floor(seconds);
  const parts: string[] = [];
  for (const [unit, size] of UNITS.slice(largest, largest + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count === 0 && parts.length > 0) continue;
    parts.push(new Intl.NumberFormat(localeFor(language), { style: 'unit', unit, unitDisplay: 'short' }).format(count));
  }
  return new Intl.ListFormat(localeFor(language), { type: 'unit', style: 'long' }).format(parts);
}

/** A moment to the second, by the reader's clock; the day only when it is not today. */
export function formatMoment(at: string | number, language: Language, now: number = Date.now()): string {
  const moment = new Date(at);
  const sameDay = moment.toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(dayLocaleFor(language), {
    ...(sameDay ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(moment);
}
