import {
  addDays,
  type Calendar,
  dateFromDigits,
  fiscalYear,
  isoWeek,
  monthsFrom,
  moveBy,
  partsOf,
  type Span,
  unitSpan,
  validDate,
} from './calendar.ts';
import {
  dayOf,
  LAST,
  monthOf,
  NEXT,
  needsCompany,
  ordinalOf,
  PAST,
  QUANTITY_COMPANY,
  THIS,
  unitOf,
  YEAR_COMPANY,
  yearOf,
} from './period-words.ts';

/** A period that begins at a word; `needsYear` when its year was not said and another may lend its own. */
export interface ReadSpan {
  readonly span: Span;
  readonly length: number;
  readonly withYear: (year: number) => Span;
  readonly saysYear: boolean;
}

/** Reads one period, such as "march 2024" or "last 3 months", that begins at word `at`; null when none does. */
export function readSpan(words: readonly string[], at: number, calendar: Calendar): ReadSpan | null {
  const skip = words[at] === 'the' ? 1 : 0;
  const readers = [readDate, readMonth, readQuarter, readToDate, readRelative, readAgo, readWeek, readDecade, readYear];
  for (const reader of readers) {
    const found = reader(words, at + skip, calendar);
    if (found) return { ...found, length: found.length + skip };
  }
  return null;
}

function fixed(span: Span, length: number): ReadSpan {
  return { span, length, withYear: () => span, saysYear: true };
}

/** A period inside a year: of the year that follows, or the latest one that has begun. */
function within(words: readonly string[], next: number, length: number, calendar: Calendar, ofYear: (year: number) => Span): ReadSpan {
  const said = readTrailingYear(words, next, calendar);
  if (said) return { span: ofYear(said.year), length: length + said.length, withYear: ofYear, saysYear: true };
  const { year } = partsOf(calendar.today);
  const span = ofYear(year);
  return { span: span.from > calendar.today ? ofYear(year - 1) : span, length, withYear: ofYear, saysYear: false };
}

/** "2024", "of 2024", ", 2024", "of last year". */
function readTrailingYear(words: readonly string[], at: number, calendar: Calendar): { year: number; length: number } | null {
  let next = at;
  while (['of', ',', 'in', 'the', 'year', 'for'].includes(words[next] ?? '')) next++;
  const year = yearOf(words[next] ?? '');
  if (year !== null) return { year, length: next + 1 - at };
  const shift = shiftOf(words[next] ?? '');
  return shift !== null && unitOf(words[next + 1] ?? '') === 'year'
    ? { year: partsOf(calendar.today).year + shift, length: next + 2 - at }
    : null;
}

const shiftOf = (word: string) => (LAST.has(word) ? -1 : THIS.has(word) ? 0 : NEXT.has(word) ? 1 : null);

function readDate(words: readonly string[], at: number): ReadSpan | null {
  const date = dateFromDigits(words[at] ?? '');
  return date ? fixed({ from: date, to: addDays(date, 1), unit: 'day' }, 1) : null;
}

function readMonth(words: readonly string[], at: number, calendar: Calendar): ReadSpan | null {
  const day = readDay(words, at, calendar);
  if (day) return day;
  const word = words[at] ?? '';
  const month = monthOf(word);
  if (month === null) return null;
  const read = within(words, at + 1, 1, calendar, (year) => monthsFrom(year, month, 1, 'month'));
  const alone = read.length === 1 && !YEAR_COMPANY.has(words[at - 1] ?? '') && words[at - 1] !== 'last';
  return needsCompany(word) && alone ? null : read;
}

/** "march 15 2024", "15 march", "15th of march". */
function readDay(words: readonly string[], at: number, calendar: Calendar): ReadSpan | null {
  const leading = dayOf(words[at] ?? '');
  const gap = words[at + 1] === 'of' ? 1 : 0;
  const [day, month, length] =
    leading !== null ? [leading, monthOf(words[at + 1 + gap] ?? ''), 2 + gap] : [dayOf(words[at + 1] ?? ''), monthOf(words[at] ?? ''), 2];
  if (day === null || month === null || validDate(2024, month, day) === null) return null;
  return within(words, at + length, length, calendar, (year) => {
    const from = validDate(year, month, day) ?? validDate(year, month, day - 1) ?? calendar.today;
    return { from, to: addDays(from, 1), unit: 'day' };
  });
}

/** "q1 2024", "2024 q1", "first quarter of 2024", "quarter 2", "h1 2023", "second half of last year", "2024q3". */
function readQuarter(words: readonly string[], at: number, calendar: Calendar): ReadSpan | null {
  const [word = '', after = ''] = [words[at], words[at + 1]];
  const joined =
    /^((?:19|20)\d\d)[-/ ]?([qh])([1-4])$/.exec(word) ??
    (yearOf(word) !== null ? /^((?:19|20)\d\d) ([qh])([1-4])$/.exec(`${word} ${after}`) : null);
  if (joined) {
    const part = partOf(joined[2] ?? '', Number(joined[3]));
    return part && fixed(part(Number(joined[1])), word === joined[0] ? 1 : 2);
  }
  const short = /^([qh])([1-4])$/.exec(word);
  const ordinal = ordinalOf(word);
  const unit = unitOf(after);
  const numbered = unitOf(word) === 'quarter' && /^[1-4]$/.test(after) ? Number(after) : null;
  const letter = short?.[1] ?? (numbered !== null || unit === 'quarter' ? 'q' : unit === 'half' ? 'h' : null);
  const count = letter === 'h' ? 2 : 4;
  const index = short ? Number(short[2]) : (numbered ?? (ordinal === -1 ? count : ordinal));
  if (letter === null || index === null) return null;
  const part = partOf(letter, index);
  if (!part) return null;
  const read = within(words, at + (short ? 1 : 2), short ? 1 : 2, calendar, part);
  // "last quarter" alone is the one before this; "last quarter of 2024" is its fourth.
  return ordinal === -1 && !read.saysYear ? null : read;
}

function partOf(letter: string, index: number): ((year: number) => Span) | null {
  if (letter === 'h') return index > 2 ? null : (year) => monthsFrom(year, 6 * index - 5, 6, 'half');
  return (year) => monthsFrom(year, 3 * index - 2, 3, 'quarter');
}

/** "year to date", "ytd", "this month so far", "since the beginning of the year". */
function readToDate(words: readonly string[], at: number, { today, weekStart }: Calendar): ReadSpan | null {
  const short = new Map([
    ['ytd', 'year'],
    ['qtd', 'quarter'],
    ['mtd', 'month'],
    ['wtd', 'week'],
  ] as const).get(words[at] as 'ytd');
  const upToNow = (unit: Span['unit'], length: number) =>
    fixed({ from: unitSpan(unit, today, 0, weekStart).from, to: addDays(today, 1), unit: 'day' }, length);
  if (short) return upToNow(short, 1);
  const unit = unitOf(words[at] ?? '');
  if (unit && words[at + 1] === 'to' && words[at + 2] === 'date') return upToNow(unit, 3);
  const now = THIS.has(words[at] ?? '') ? unitOf(words[at + 1] ?? '') : null;
  if (now && ((words[at + 2] === 'so' && words[at + 3] === 'far') || (words[at + 2] === 'to' && words[at + 3] === 'date')))
    return upToNow(now, 4);
  const [phrase, length] = [
    words
      .slice(at, at + 6)
      .filter((word) => word !== 'the' && word !== 'this')
      .join(' '),
    words.slice(at, at + 6),
  ];
  const begun = /^(?:beginning|start) of (year|quarter|month|week)\b/.exec(phrase);
  const ofUnit = unitOf(begun?.[1] ?? '');
  return ofUnit ? upToNow(ofUnit, length.findIndex((word) => unitOf(word) === ofUnit) + 1) : null;
}

/** "today", "last month", "past 7 days", "this fiscal year", "last 3 full months". */
function readRelative(words: readonly string[], at: number, calendar: Calendar): ReadSpan | null {
  const { today, weekStart } = calendar;
  const word = words[at] ?? '';
  const day = new Map([
    ['today', 0],
    ['yesterday', -1],
    ['tomorrow', 1],
  ]).get(word);
  if (day !== undefined) return fixed(unitSpan('day', today, day, weekStart), 1);
  const backwards = LAST.has(word) || PAST.has(word);
  const shift = PAST.has(word) ? -1 : shiftOf(word);
  if (shift === null) return null;
  const fiscal = ['fiscal', 'financial'].includes(words[at + 1] ?? '') && unitOf(words[at + 2] ?? '') === 'year';
  if (fiscal) return fixed(fiscalYear(currentFiscalYear(calendar) + shift, calendar.fiscalYearStart), 3);
  let next = at + 1;
  const full = () => (['full', 'complete', 'whole', 'calendar'].includes(words[next] ?? '') ? ++next : 0) > 0;
  const whole = full();
  const count = /^\d{1,4}$/.test(words[next] ?? '') ? Number(words[next++]) : null;
  const calendarUnits = full() || whole;
  const unit = unitOf(words[next] ?? '');
  if (unit === null || unit === 'half') return null;
  const length = next + 1 - at;
  if (count === null && !PAST.has(word)) return fixed(unitSpan(unit, today, shift, weekStart), length);
  const many = count ?? 1;
  if (calendarUnits && backwards)
    return fixed({ from: unitSpan(unit, today, -many, weekStart).from, to: unitSpan(unit, today, 0, weekStart).from, unit }, length);
  if (backwards) {
    // Today is the last of the days: seven of them, and whole months where it ends one.
    const to = addDays(today, 1);
    return fixed({ from: moveBy(unit, to, -many), to, unit }, length);
  }
  return shift === 1 ? fixed({ from: addDays(today, 1), to: addDays(moveBy(unit, today, many), 1), unit }, length) : null;
}

/** "3 months ago". */
function readAgo(words: readonly string[], at: number, { today, weekStart }: Calendar): ReadSpan | null {
  const unit = unitOf(words[at + 1] ?? '');
  if (!/^\d{1,3}$/.test(words[at] ?? '') || unit === null || words[at + 2] !== 'ago') return null;
  return fixed(unitSpan(unit, moveBy(unit, today, -Number(words[at])), 0, weekStart), 3);
}

function readWeek(words: readonly string[], at: number, calendar: Calendar): ReadSpan | null {
  const week = words[at] === 'week' && /^\d{1,2}$/.test(words[at + 1] ?? '') ? Number(words[at + 1]) : 0;
  return week >= 1 && week <= 53 ? within(words, at + 2, 2, calendar, (year) => isoWeek(year, week)) : null;
}

/** "1990s", "the 90s". */
function readDecade(words: readonly string[], at: number): ReadSpan | null {
  const decade =
    /^((?:1[5-9]|20)\d0)s$/.exec(words[at] ?? '')?.[1] ?? (/^([3-9]0)s$/.test(words[at] ?? '') ? `19${words[at]?.slice(0, 2)}` : null);
  return decade === null ? null : fixed(monthsFrom(Number(decade), 1, 120, 'year'), 1);
}

/** "2024", "year 2024", "fy24", "fiscal year 2023/24". */
function readYear(words: readonly string[], at: number, { fiscalYearStart }: Calendar): ReadSpan | null {
  const short = /^fy'?(\d\d|\d{4})$/.exec(words[at] ?? '');
  if (short) return fixed(fiscalYear(Number(short[1]) + ((short[1]?.length ?? 0) === 2 ? 2000 : 0), fiscalYearStart), 1);
  const fiscal = ['fiscal', 'financial'].includes(words[at] ?? '') && words[at + 1] === 'year' ? 2 : words[at] === 'fy' ? 1 : 0;
  if (fiscal > 0) {
    const [, first, second] = /^((?:19|20)\d\d)(?:[/-](\d\d))?$/.exec(words[at + fiscal] ?? '') ?? [];
    return first === undefined ? null : fixed(fiscalYear(Number(first) + (second === undefined ? 0 : 1), fiscalYearStart), fiscal + 1);
  }
  const skip = words[at] === 'year' ? 1 : 0;
  const year = yearOf(words[at + skip] ?? '');
  if (year === null || (skip === 0 && !isYearHere(words, at))) return null;
  return fixed(monthsFrom(year, 1, 12, 'year'), 1 + skip);
}

/** A bare number of four digits is a year only in the company of words of time, or where no thing is counted by it. */
function isYearHere(words: readonly string[], at: number): boolean {
  const [before, after] = [words[at - 1] ?? '', words[at + 1]];
  // "over 2025" is a year, "over 2000" an amount.
  const round = Number(words[at]) % 100 === 0;
  if (QUANTITY_COMPANY.has(before) && (before !== 'over' || round)) return false;
  if (isBesideAmount(words, at)) return false;
  const counted = after !== undefined && /^\p{L}/u.test(after) && !NOT_COUNTED.has(after);
  const recent = Number(words[at]) >= 1900 && Number(words[at]) <= 2099;
  return recent && (YEAR_COMPANY.has(before) || !counted);
}

/** "between 100 and 2000", "2000 to 5000": where one bound is no year, the other is none either. */
function isBesideAmount(words: readonly string[], at: number): boolean {
  const begins = words[at - 1] === 'between' ? ['and', 'to', '-'] : ['to', '-'];
  const ends = words[at - 3] === 'between' ? ['and', 'to', '-'] : ['to', '-'];
  return (
    (begins.includes(words[at + 1] ?? '') && isAmount(words[at + 2])) || (ends.includes(words[at - 1] ?? '') && isAmount(words[at - 2]))
  );
}

const isAmount = (word = '') => /^\d+(\.\d+)?$/.test(word) && !/^(19|20)\d\d$/.test(word);

const NOT_COUNTED = new Set(
  'and or by per in for of vs versus compared with to until through till when where which who that what is are was were ordered sorted grouped from at on only the a broken split as season'.split(
    ' ',
  ),
);

function currentFiscalYear({ today, fiscalYearStart }: Calendar): number {
  const { year, month } = partsOf(today);
  return fiscalYearStart > 1 && month >= fiscalYearStart ? year + 1 : year;
}
