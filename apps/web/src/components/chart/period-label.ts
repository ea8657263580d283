import type { Cell, Language, ResultColumn } from '@majed-vanna/contract';
import { dayLocaleFor, formatCell, localeFor } from '../../lib/format-cell.ts';
import { parseIsoDate } from '../../lib/iso-date.ts';

const YES_NO = { yes: 'true', no: 'false' };

/** How to write the values of one column on an axis: whole months as "Jan 2025", whole years as "2025", the rest by its kind. */
export function labelWriter(column: ResultColumn | null, values: readonly Cell[], language: Language): (value: Cell) => string {
  const dates = values.flatMap((value) => (typeof value === 'string' ? [parseIsoDate(value)] : value === null ? [] : [null]));
  if (column && (column.kind === 'date' || column.kind === 'timestamp') && dates.length > 0 && dates.every((date) => date !== null)) {
    const grain = grainOf(dates);
    const format = new Intl.DateTimeFormat(grain.day ? dayLocaleFor(language) : localeFor(language), { timeZone: 'UTC', ...grain });
    return (value) => {
      const date = parseIsoDate(String(value));
      return date ? format.format(date) : '–';
    };
  }
  // A year is a number without a thousands separator.
  const plain = !column || (column.kind === 'integer' && column.format === null);
  return (value) => (value === null ? '–' : plain ? String(value) : formatCell(value, column, language, YES_NO));
}

function grainOf(dates: readonly Date[]): Intl.DateTimeFormatOptions {
  const midnight = dates.every((date) => date.getTime() % 86_400_000 === 0);
  if (!midnight) return { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  if (dates.some((date) => date.getUTCDate() !== 1)) return { year: 'numeric', month: 'short', day: 'numeric' };
  return dates.every((date) => date.getUTCMonth() === 0) ? { year: 'numeric' } : { year: 'numeric', month: 'short' };
}
