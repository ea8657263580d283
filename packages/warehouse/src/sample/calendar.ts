const DAY_MS = 86_400_000;

/** Days since 1 January 1970. */
export function dayNumber(isoDate: string): number {
  return Math.round(Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS);
}

export const FIRST_DAY = dayNumber('2023-01-01');
export const LAST_DAY = dayNumber('2025-12-31');
export const YEARS = [2023, 2024, 2025] as const;

export interface DayFacts {
  readonly day: number;
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  /** How busy the shops are; 1 is an ordinary day. */
  readonly season: number;
  /** Gifts are bought before both feasts, bargains on White Friday. */
  readonly mood: 'ordinary' | 'feast' | 'bargain' | 'summer';
}

/** Start and end of Ramadan by the Umm al-Qura calendar. */
const RAMADAN = [
  ['2023-03-23', '2023-04-20'],
  ['2024-03-11', '2024-04-09'],
  ['2025-03-01', '2025-03-29'],
] as const;
const EID_AL_ADHA = ['2023-06-28', '2024-06-16', '2025-06-06'] as const;
const WHITE_FRIDAY = ['2023-11-24', '2024-11-29', '2025-11-28'] as const;

/** Sunday first. The weekend is Friday and Saturday, and begins on Thursday evening. */
const WEEKDAYS = [0.9, 0.84, 0.85, 0.95, 1.2, 1.1, 1.25] as const;

/** Every day of the three years with its season. */
export function listDays(): DayFacts[] {
  return Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, index) => factsOf(FIRST_DAY + index));
}

function factsOf(day: number): DayFacts {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const weekday = WEEKDAYS[date.getUTCDay()] ?? 1;
  const { factor, mood } = occasionOf(day, year - 2023, date.toISOString().slice(5, 10));
  return { day, year, month: date.getUTCMonth(), season: weekday * factor, mood };
}

function occasionOf(day: number, yearIndex: number, monthDay: string): { factor: number; mood: DayFacts['mood'] } {
  const [ramadanStart, ramadanEnd] = (RAMADAN[yearIndex] ?? RAMADAN[0]).map(dayNumber);
  const adha = dayNumber(EID_AL_ADHA[yearIndex] ?? EID_AL_ADHA[0]);
  const whiteFriday = dayNumber(WHITE_FRIDAY[yearIndex] ?? WHITE_FRIDAY[0]);
  if (ramadanStart !== undefined && ramadanEnd !== undefined && day >= ramadanStart - 7 && day <= ramadanEnd + 3) {
    if (day < ramadanStart) return { factor: 1.25, mood: 'ordinary' };
    if (day > ramadanEnd) return { factor: day <= ramadanEnd + 2 ? 0.5 : 0.9, mood: 'feast' };
    return day > ramadanEnd - 10 ? { factor: 1.75, mood: 'feast' } : { factor: 1.05, mood: 'ordinary' };
  }
  if (day >= adha - 8 && day <= adha + 3) return day < adha ? { factor: 1.4, mood: 'feast' } : { factor: 0.55, mood: 'feast' };
  if (day >= whiteFriday - 3 && day <= whiteFriday + 3) return { factor: day === whiteFriday ? 3 : 1.9, mood: 'bargain' };
  if (monthDay >= '09-21' && monthDay <= '09-24') return { factor: 1.5, mood: 'ordinary' };
  if (monthDay >= '02-20' && monthDay <= '02-23') return { factor: 1.15, mood: 'ordinary' };
  if (monthDay >= '08-15' && monthDay <= '08-31') return { factor: 1.12, mood: 'ordinary' };
  if (monthDay >= '07-01' && monthDay <= '08-14') return { factor: 0.78, mood: 'summer' };
  return { factor: 1, mood: 'ordinary' };
}
