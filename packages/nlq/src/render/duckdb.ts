import type { SqlDialect } from './dialect.ts';

export const duckdb: SqlDialect = {
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
  like: (left, pattern, negated) => `${left} ${negated ? 'NOT ILIKE' : 'ILIKE'} ${pattern}`,
  divide: (left, right) => `CAST(${left} AS DOUBLE) / NULLIF(${right}, 0)`,
  numeric: (expression, nativeType) => (/char|text|string/i.test(nativeType) ? `TRY_CAST(${expression} AS DOUBLE)` : expression),
  equalsText: (left, value) => `${left} = ${value}`,
};
