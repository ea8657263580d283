import type { ErrorRow } from './dialect-errors.ts';

/** Messages of SQLite 3.5x; the first row that fits decides. What they leave open, the result code has told already. */
export const SQLITE_ERRORS: readonly ErrorRow[] = [
  [/longer than \d+ characters|row of the result is larger/, 'too_large'],
  [/^no such table: (?:(?<qualifier>[^.]+)\.)?(?<name>.+)$/, 'unknown_table'],
  [/^no such column: "(?<name>[^"]+)"/, 'unknown_column'],
  [/^no such column: (?:(?<qualifier>[^.]+)\.)?(?<name>[^. ]+)/, 'unknown_column'],
  [/^ambiguous column name: (?:.*\.)?(?<name>[^.]+)$/, 'ambiguous_column'],
  [/^no such function: (?<name>\S+)|^unknown function: (?<other>\w+)/, 'unknown_function'],
  [
    /^wrong number of arguments to function|may not be used as a window function|^DISTINCT aggregates must have exactly one/,
    'wrong_arguments',
  ],
  [/^misuse of aggregate/, 'misplaced_aggregate'],
  [/^misuse of window function/, 'misplaced_window'],
  [/^sub-select returns \d+ columns|^row value misused/, 'subquery_columns'],
  [/do not have the same number of result columns$|^all VALUES must have the same number/, 'set_width'],
  [/(?:ORDER|GROUP) BY term out of range|ORDER BY term does not match/, 'order_position'],
  [/^near "(?:TOP|FETCH|ROWNUM)": syntax error/i, 'row_limit'],
  [/syntax error$|^incomplete input|^unrecognized token|^no tables specified/, 'syntax_error'],
  [/^integer overflow|too large to be represented/, 'overflow'],
  [/is not numeric$|^datatype mismatch/, 'conversion'],
  [/malformed JSON|JSON path error/, 'bad_json'],
  [/^out of memory$/, 'out_of_memory'],
  [/^string or blob too big/, 'too_large'],
  [/too (?:many|deep|long|complex)|maximum depth|stack overflow|recursion limit/, 'too_complex'],
  [/not authorized|prohibited|readonly/, 'not_permitted'],
  [/database or disk is full/, 'disk_full'],
  [/database (?:table )?is locked/, 'locked'],
  [/unable to open database file/, 'file_missing'],
  [/malformed$|is not a database|disk image|unsupported file format/, 'file_unreadable'],
];
