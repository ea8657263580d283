import { WarehouseError, type WarehouseErrorKind } from '../warehouse.ts';

/** Primary result codes, https://www.sqlite.org/rescode.html. */
const BY_CODE: Readonly<Record<number, WarehouseErrorKind>> = {
  3: 'permission', // PERM
  5: 'connection', // BUSY
  6: 'connection', // LOCKED
  7: 'resource', // NOMEM
  8: 'permission', // READONLY
  9: 'cancelled', // INTERRUPT
  10: 'connection', // IOERR
  11: 'unreadable_file', // CORRUPT
  13: 'resource', // FULL
  14: 'connection', // CANTOPEN
  18: 'resource', // TOOBIG
  20: 'type', // MISMATCH
  23: 'permission', // AUTH
  26: 'unreadable_file', // NOTADB
};

/** Code 1 covers everything else; only its text tells more. */
const BY_MESSAGE: readonly (readonly [RegExp, WarehouseErrorKind])[] = [
  [/not authorized|prohibited/, 'permission'],
  [/no such (table|column|function|module|index|view|collation)|ambiguous column name|unknown database/i, 'unknown_object'],
  [/integer overflow|out of range|too large to be represented/i, 'arithmetic'],
  [/malformed JSON|datatype mismatch|cannot (hold|store)|JSON path error|argument/i, 'type'],
  [/too (many|deep|big|large|complex|long)|recursion limit|stack overflow|limit of \d+/i, 'resource'],
  [
    /syntax error|incomplete input|unrecognized token|misuse of|no tables specified|ORDER BY term|do not have the same number|must be|should come|near "|statements|HAVING clause|values for|wrong number|recursive|circular/i,
    'syntax',
  ],
];

/** The kind of a failure from SQLite's result code and, for the general one, its text. */
export function explainSqliteError(error: unknown): WarehouseError {
  const message = error instanceof Error ? error.message : String(error);
  // The extended code keeps the primary one in its lowest byte.
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  const kind = BY_CODE[code] ?? BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  return new WarehouseError(kind, message, { cause: error });
}
