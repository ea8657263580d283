import type { Period } from '../time/find-periods.ts';
import type { StatementLiteral } from './verified-statement.ts';

/** How a literal says a part of a period; the same part of another period can take its place. */
export type PeriodPart = 'from' | 'to' | 'last' | 'year' | 'month';

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const YEAR = /^(?:19|20)\d{2}$/;
/** Anything else that looks like a moment: such a statement is not moved in time. */
const DATED = /(?:19|20)\d{2}[-/. ]?\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|^(?:19|20)\d{2}$/;

export const saysDate = ({ value }: StatementLiteral): boolean => DATED.test(value);

/** Which parts of a period a literal is; none when it has nothing to do with it. */
export function partsOfPeriod({ kind, value, place }: StatementLiteral, period: Period): PeriodPart[] {
  const parts: PeriodPart[] = ['from', 'to', 'last'];
  if (kind === 'text' && ISO.test(value)) return parts.filter((part) => periodPart(period, part) === value);
  if (kind === 'text' && /^\d{4}-\d{2}$/.test(value)) return periodPart(period, 'month') === value ? ['month'] : [];
  const compared = place.kind === 'equals' || place.kind === 'compare';
  return YEAR.test(value) && compared && periodPart(period, 'year') === value ? ['year'] : [];
}

export function periodPart({ from, to, year, unit }: Period, part: PeriodPart): string | null {
  switch (part) {
    case 'from':
      return from;
    case 'to':
      return to;
    case 'last':
      return to && dayBefore(to);
    case 'year':
      return year === null ? null : String(year);
    case 'month':
      return unit === 'month' && from && to && monthAfter(from) === to.slice(0, 7) ? from.slice(0, 7) : null;
  }
}

/** Numbers that may say a period in pieces, as in `month(d) = 3`: then it cannot be moved. */
export function piecesOf({ from }: Period): ReadonlySet<string> {
  if (!from) return new Set();
  const month = Number(from.slice(5, 7));
  return new Set([String(month), from.slice(5, 7), String(Math.ceil(month / 3)), String(Number(from.slice(8, 10))), from.slice(8, 10)]);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function monthAfter(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}
