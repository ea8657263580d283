/** Units a calendar is cut into. */
export type CalendarUnit = 'year' | 'half' | 'quarter' | 'month' | 'week' | 'day';

/** Half-open: from `from` up to, not including, `to`; ISO dates. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly unit: CalendarUnit;
}

export interface Calendar {
  /** ISO date that relative periods start from. */
  readonly today: string;
  /** 1 to 12; the month a fiscal year begins with. */
  readonly fiscalYearStart: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

/** The whole unit that holds a date, moved by `shift` units: -1 is the one before. */
export function unitSpan(unit: CalendarUnit, date: string, shift: number, weekStart: number): Span {
  const { year, month } = partsOf(date);
  switch (unit) {
    case 'year':
      return monthsFrom(year + shift, 1, 12, unit);
    case 'half':
      return monthsFrom(year, (month > 6 ? 7 : 1) + 6 * shift, 6, unit);
    case 'quarter':
      return monthsFrom(year, 3 * Math.floor((month - 1) / 3) + 1 + 3 * shift, 3, unit);
    case 'month':
      return monthsFrom(year, month + shift, 1, unit);
    case 'week': {
      const back = (weekdayOf(date) - weekStart + 7) % 7;
      const from = addDays(date, 7 * shift - back);
      return { from, to: addDays(from, 7), unit };
    }
    case 'day':
      return { from: addDays(date, shift), to: addDays(date, shift + 1), unit };
  }
}

/** `count` months beginning with a month of a year; months beyond 1 to 12 run into other years. */
export function monthsFrom(year: number, month: number, count: number, unit: CalendarUnit): Span {
  return { from: isoDate(year, month, 1), to: isoDate(year, month + count, 1), unit };
}

/** The date `count` units away; the day is cut to the length of the month. */
export function moveBy(unit: CalendarUnit, date: string, count: number): string {
  if (unit === 'day') return addDays(date, count);
  if (unit === 'week') return addDays(date, 7 * count);
  const { year, month, day } = partsOf(date);
  const first = isoDate(year, month + count * MONTHS_IN[unit], 1);
  const target = partsOf(first);
  return isoDate(target.year, target.month, Math.min(day, new Date(Date.UTC(target.year, target.month, 0)).getUTCDate()));
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO week of a year: week 1 holds its first Thursday. */
export function isoWeek(year: number, week: number): Span {
  const fourth = isoDate(year, 1, 4);
  const from = addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1));
  return { from, to: addDays(from, 7), unit: 'week' };
}

/** The fiscal year named after the calendar year it ends in. */
export function fiscalYear(year: number, startMonth: number): Span {
  return monthsFrom(startMonth === 1 ? year : year - 1, startMonth, 12, 'year');
}

export function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** A date from digits: day before month unless that cannot be; null when there is none. */
export function dateFromDigits(text: string): string | null {
  const match = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/.exec(text);
  if (!match) return null;
  const [first, second, third] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (match[1]?.length === 4) return validDate(first, second, third);
  return match[3]?.length === 4 ? (validDate(third, second, first) ?? validDate(third, first, second)) : null;
}

/** Null for the 31st of February and its like. */
export function validDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

const DAY_MS = 86_400_000;
const MONTHS_IN = { year: 12, half: 6, quarter: 3, month: 1 } as const;
const isoDate = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const weekdayOf = (date: string) => new Date(Date.parse(date)).getUTCDay() || 7;
