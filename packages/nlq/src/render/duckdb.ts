import type { SqlDialect } from './dialect.ts';

export const duckdb: SqlDialect = {
  hasMedian: true,
  keyDeterminesRow: false,
  defaultSchema: 'main',
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  text: (value) => `'${value.replaceAll("'", "''")}'`,
  date: (value) => `DATE '${value}'`,
  grain(grain, expression) {
    if (grain === 'weekday') return `isodow(${expression})`;
    if (grain === 'hour') return `hour(${expression})`;
    if (grain === 'year') return `year(${expression})`;
    return `CAST(date_trunc('${grain}', ${expression}) AS DATE)`;
  },
  ordinal(grain, key) {
    if (grain === 'quarter') return { text: `year(${key}) * 4 + quarter(${key})`, step: 1 };
    if (grain === 'month') return { text: `year(${key}) * 12 + month(${key})`, step: 1 };
    if (grain === 'week' || grain === 'day') return { text: `${key} - DATE '2000-01-03'`, step: grain === 'week' ? 7 : 1 };
    return { text: key, step: 1 };
  },
  like: (left, pattern, negated) => `${left} ${negated ? 'NOT ILIKE' : 'ILIKE'} ${pattern}`,
  divide: (left, right) => `CAST(${left} AS DOUBLE) / NULLIF(${right}, 0)`,
  numeric: (expression, nativeType) => (/char|text|string/i.test(nativeType) ? `TRY_CAST(${expression} AS DOUBLE)` : expression),
  equalsText: (left, value) => `${left} = ${value}`,
};
