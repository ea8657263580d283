import type { Language } from '@majed-vanna/contract';
import { quarterName } from '../headline/moments.ts';
import { LOCALE } from '../locale.ts';
import type { PlanPeriod } from './plan-reading.ts';

const DAY_MS = 86_400_000;

/** A period as a noun: `2025`, `Q1 2025`, `March 2025`, `1 Mar – 5 Apr 2025`; null when it is open. */
export function periodName({ from, to }: PlanPeriod, language: Language): string | null {
  if (!from || !to) return null;
  const [start, end] = [new Date(`${from.slice(0, 10)}T00:00:00Z`), new Date(`${to.slice(0, 10)}T00:00:00Z`)];
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const wholeMonths = start.getUTCDate() === 1 && end.getUTCDate() === 1;
  if (wholeMonths && months === 12 && start.getUTCMonth() === 0) return String(start.getUTCFullYear());
  if (wholeMonths && months === 3 && start.getUTCMonth() % 3 === 0)
    return quarterName(start.getUTCMonth() / 3, start.getUTCFullYear(), language);
  if (wholeMonths && months === 1) return write(start, language, { month: 'long', year: 'numeric' });
  const last = new Date(end.getTime() - DAY_MS);
  if (last.getTime() <= start.getTime()) return write(start, language, DAY);
  return `${write(start, language, start.getUTCFullYear() === last.getUTCFullYear() ? SHORT_DAY : DAY)} – ${write(last, language, DAY)}`;
}

/** A period ready to follow a noun: `in 2025`, `since 3 May 2025`, `before 2024`. */
export function periodPhrase(period: PlanPeriod, language: Language): string | null {
  const name = periodName(period, language);
  const day = (date: string, shiftDays: number) =>
    write(new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + shiftDays * DAY_MS), language, DAY);
  if (language === 'ar')
    return name ? `في ${name}` : period.from ? `منذ ${day(period.from, 0)}` : period.to ? `حتى ${day(period.to, -1)}` : null;
  if (name) return name.includes('–') ? `from ${name.replace('–', 'to')}` : /^\d{1,2} /.test(name) ? `on ${name}` : `in ${name}`;
  return period.from ? `since ${day(period.from, 0)}` : period.to ? `up to ${day(period.to, -1)}` : null;
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const SHORT_DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

function write(date: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' }).format(date);
}
