import { normalise } from '../normalise.ts';
import { findPeriods, type Period } from '../time/find-periods.ts';

export interface SaidPeriod {
  readonly period: Period;
  /** Place in the text. */
  readonly start: number;
  readonly end: number;
}

/** Periods that a text names, as seen on a day. */
export function saidPeriods(text: string, today: string): SaidPeriod[] {
  const { tokens } = normalise(text);
  return findPeriods(tokens, text, { today }).map(({ start, end, period }) => {
    const covered = tokens.slice(start, end);
    return { period, start: Math.min(...covered.map((one) => one.start)), end: Math.max(...covered.map((one) => one.end)) };
  });
}

export const samePeriod = (one: Period, other: Period): boolean => one.from === other.from && one.to === other.to;

/** Two days on which nothing that is counted from a day falls on the same dates. */
const DAYS = ['2001-02-17', '2013-08-05'] as const;

/** Whether a text names a period that depends on the day it is asked: "last month", "in March". */
export function saysRelativePeriod(text: string): boolean {
  const [one, other] = DAYS.map((day) => saidPeriods(text, day));
  return !one || !other || one.length !== other.length || one.some(({ period }, at) => !other[at] || !samePeriod(period, other[at].period));
}
