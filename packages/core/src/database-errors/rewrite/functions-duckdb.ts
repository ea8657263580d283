import { fromDateFormat, fromToChar } from './date-formats.ts';
import { fixed, rename, swapped, type Translate } from './translate.ts';

/** Functions that DuckDB does not have, by what means the same there. */
export const DUCKDB_FUNCTIONS: Readonly<Record<string, Translate>> = {
  nvl: rename('coalesce', 2),
  isnull: rename('coalesce', 2),
  iif: ([condition, yes, no]) => (condition && yes && no ? `CASE WHEN ${condition} THEN ${yes} ELSE ${no} END` : null),
  nvl2: ([value, yes, no]) => (value && yes && no ? `CASE WHEN ${value} IS NOT NULL THEN ${yes} ELSE ${no} END` : null),
  total: ([value]) => (value ? `coalesce(sum(${value}), 0)` : null),
  getdate: fixed('current_timestamp'),
  sysdatetime: fixed('current_timestamp'),
  curdate: fixed('current_date'),
  charindex: swapped('instr'),
  locate: swapped('instr'),
  datalength: rename('length', 1),
  to_char: ([value, format, ...more]) => {
    const written = more.length === 0 ? fromToChar(format) : null;
    return value && written ? `strftime(${value}, ${written})` : null;
  },
  date_format: ([value, format, ...more]) => {
    const written = more.length === 0 ? fromDateFormat(format) : null;
    return value && written ? `strftime(${value}, ${written})` : null;
  },
  to_number: ([value, ...more]) => (value && more.length === 0 ? `CAST(${value} AS DOUBLE)` : null),
  julianday: rename('julian', 1),
  unixepoch: rename('epoch', 1),
  datetime: ([value, ...more]) => (value && more.length === 0 ? `CAST(${value} AS TIMESTAMP)` : null),
  // MySQL's counts days from the second to the first; the one with a unit is DuckDB's own.
  datediff: ([later, earlier, ...more]) => (later && earlier && more.length === 0 ? `date_diff('day', ${earlier}, ${later})` : null),
  truncate: rename('trunc', 1),
};

export const DUCKDB_WORDS: Readonly<Record<string, string>> = { sysdate: 'current_timestamp', systimestamp: 'current_timestamp' };
