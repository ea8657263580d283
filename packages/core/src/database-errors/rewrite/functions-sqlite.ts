import { fromDateFormat, fromToChar } from './date-formats.ts';
import { fixed, rename, swapped, type Translate } from './translate.ts';

const formatted =
  (read: (literal: string | undefined) => string | null): Translate =>
  ([value, format, ...more]) => {
    const written = more.length === 0 ? read(format) : null;
    return value && written ? `strftime(${written}, ${value})` : null;
  };
const part =
  (unit: string): Translate =>
  ([value, ...more]) =>
    value && more.length === 0 ? partOf(unit, value) : null;

/** Functions that SQLite does not have, by what means the same there. Dates are text as SQLite reads it. */
export const SQLITE_FUNCTIONS: Readonly<Record<string, Translate>> = {
  nvl: rename('ifnull', 2),
  isnull: rename('ifnull', 2),
  nvl2: ([value, yes, no]) => (value && yes && no ? `iif(${value} IS NOT NULL, ${yes}, ${no})` : null),
  count_if: ([condition]) => (condition ? `count(CASE WHEN ${condition} THEN 1 END)` : null),
  countif: ([condition]) => (condition ? `count(CASE WHEN ${condition} THEN 1 END)` : null),
  len: rename('length', 1),
  char_length: rename('length', 1),
  strpos: rename('instr', 2),
  charindex: swapped('instr'),
  locate: swapped('instr'),
  left: ([text, count, ...more]) => (text && count && more.length === 0 ? `substr(${text}, 1, ${count})` : null),
  right: ([text, count, ...more]) => (text && /^\d+$/.test(count ?? '') && more.length === 0 ? `substr(${text}, -${count})` : null),
  now: fixed("datetime('now')"),
  getdate: fixed("datetime('now')"),
  today: fixed("date('now')"),
  curdate: fixed("date('now')"),
  to_char: formatted(fromToChar),
  date_format: formatted(fromDateFormat),
  date_trunc: truncated,
  datetrunc: truncated,
  date_part: ([unit, value, ...more]) => (unit && value && more.length === 0 ? partOf(literal(unit), value) : null),
  extract: ([args, ...more]) => {
    const match = more.length === 0 ? /^(\w+)\s+FROM\s+([\s\S]+)$/i.exec(args ?? '') : null;
    return match?.[1] && match[2] ? partOf(match[1], match[2]) : null;
  },
  year: part('year'),
  quarter: part('quarter'),
  month: part('month'),
  day: part('day'),
  hour: part('hour'),
  date_diff: ([unit, earlier, later, ...more]) =>
    unit && earlier && later && more.length === 0 && literal(unit) === 'day' ? days(earlier, later) : null,
  datediff: ([a, b, c, ...more]) => {
    if (more.length > 0 || !a || !b) return null;
    return c ? (literal(a) === 'day' ? days(b, c) : null) : days(b, a);
  },
};

export const SQLITE_WORDS: Readonly<Record<string, string>> = {
  ilike: 'LIKE',
  "ilike '…'": 'LIKE',
  "date '…'": '',
  "timestamp '…'": '',
  sysdate: "datetime('now')",
};

const PARTS: Readonly<Record<string, string>> = { year: '%Y', month: '%m', day: '%d', hour: '%H', minute: '%M', second: '%S' };
const STARTS: Readonly<Record<string, string>> = { year: '%Y-01-01', month: '%Y-%m-01', day: '%Y-%m-%d' };

function partOf(unit: string, value: string): string | null {
  const name = unit.toLowerCase();
  if (name === 'quarter') return `((CAST(strftime('%m', ${value}) AS INTEGER) + 2) / 3)`;
  const format = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
  return format === undefined ? null : `CAST(strftime('${format}', ${value}) AS INTEGER)`;
}

function truncated(args: readonly string[]): string | null {
  const [unit = '', value, ...more] = args;
  const format = Object.hasOwn(STARTS, literal(unit)) ? STARTS[literal(unit)] : undefined;
  return value && format !== undefined && more.length === 0 ? `strftime('${format}', ${value})` : null;
}

/** Midnights between two moments. */
function days(earlier: string, later: string): string {
  return `CAST(julianday(date(${later})) - julianday(date(${earlier})) AS INTEGER)`;
}

function literal(text: string): string {
  return text.replace(/^'|'$/g, '').toLowerCase();
}
