import type { CalendarUnit } from './calendar.ts';

const list = (text: string) => new Set(text.split(' '));

export const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ');
const SHORT_MONTHS = new Map([
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
]);

/** 1 to 12, by name or its short form. */
export function monthOf(word: string): number | null {
  const index = MONTH_NAMES.indexOf(word);
  return index >= 0 ? index + 1 : (SHORT_MONTHS.get(word) ?? null);
}

/** Months whose name is also another word: they need company to be a month. */
export const needsCompany = (word: string) => word === 'may' || word === 'march' || SHORT_MONTHS.has(word);

const UNITS = new Map<string, CalendarUnit>([
  ['year', 'year'],
  ['years', 'year'],
  ['yr', 'year'],
  ['yrs', 'year'],
  ['half', 'half'],
  ['semester', 'half'],
  ['quarter', 'quarter'],
  ['quarters', 'quarter'],
  ['qtr', 'quarter'],
  ['month', 'month'],
  ['months', 'month'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['day', 'day'],
  ['days', 'day'],
]);
export const unitOf = (word: string): CalendarUnit | null => UNITS.get(word) ?? null;

const ORDINALS = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
  ['last', -1],
  ['final', -1],
]);
export const ordinalOf = (word: string): number | null => ORDINALS.get(word) ?? null;

/** Day of the month from "15" or "15th". */
export function dayOf(word: string): number | null {
  const day = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word);
  const value = Number(day?.[1]);
  return day && value >= 1 && value <= 31 ? value : null;
}

/** A calendar year; other numbers of four digits are no years. */
export function yearOf(word: string): number | null {
  return /^(1[5-9]|20|21)\d\d$/.test(word) ? Number(word) : null;
}

export const LAST = list('last previous prior preceding');
/** "the past year" is the twelve months up to today, "last year" is a calendar year. */
export const PAST = list('past trailing');
export const THIS = list('this current present ongoing');
export const NEXT = list('next coming upcoming following');

/** Words before a period that only tie it to the sentence. */
export const IN = list('in during on throughout within over');
/** Words after which a bare number of four digits is a year. */
export const YEAR_COMPANY = list(
  'in of for during since from until till before after by year fiscal and to through between vs versus with throughout',
);
/** Words after which a number is a quantity, whatever it looks like. */
export const QUANTITY_COMPANY = list(
  'than least most over above under below equal equals exactly top bottom first about around nearly limit at is was are > < >= <= =',
);
