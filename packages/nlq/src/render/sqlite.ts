import type { PeriodGrain } from '../plan.ts';
import type { SqlDialect } from './dialect.ts';

const FORMATS: Readonly<Record<Exclude<PeriodGrain, 'quarter' | 'week'>, string>> = {
  year: '%Y',
  month: '%Y-%m',
  day: '%Y-%m-%d',
  weekday: '%w',
  hour: '%H',
};

export const sqlite: SqlDialect = {
  hasMedian: false,
  keyDeterminesRow: true,
  defaultSchema: 'main',
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  text: (value) => `'${value.replaceAll("'", "''")}'`,
  date: (value) => `'${value}'`,
  grain(grain, expression) {
    if (grain === 'quarter') return `strftime('%Y', ${expression}) || '-Q' || ((CAST(strftime('%m', ${expression}) AS INTEGER) + 2) / 3)`;
    if (grain === 'week') return `date(${expression}, '-6 days', 'weekday 1')`;
    return `strftime('${FORMATS[grain]}', ${expression})`;
  },
  ordinal(grain, key, expression) {
    const year = `CAST(strftime('%Y', ${expression}) AS INTEGER)`;
    const month = `CAST(strftime('%m', ${expression}) AS INTEGER)`;
    if (grain === 'quarter') return { text: `${year} * 4 + (${month} + 2) / 3`, step: 1 };
    if (grain === 'month') return { text: `${year} * 12 + ${month}`, step: 1 };
    if (grain === 'week' || grain === 'day') return { text: `julianday(${key})`, step: grain === 'week' ? 7 : 1 };
    return { text: `CAST(${key} AS INTEGER)`, step: 1 };
  },
  like: (left, pattern, negated) => `${left} ${negated ? 'NOT LIKE' : 'LIKE'} ${pattern}`,
  divide: (left, right) => `CAST(${left} AS REAL) / NULLIF(${right}, 0)`,
  numeric: (expression) => expression,
  equalsText: (left, value) => `${left} = ${value}`,
};
