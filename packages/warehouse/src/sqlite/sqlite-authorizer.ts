import { constants, type DatabaseSync } from 'node:sqlite';

/** Functions that reach outside the database or change its connection, in case a build has them. */
const FORBIDDEN_FUNCTIONS = new Set(['load_extension', 'readfile', 'writefile', 'edit', 'fts3_tokenizer', 'lsmode']);

/** SQLite's own tables, which tell of everything in the file. */
const CATALOG = /^(sqlite_|pragma_|dbstat$|bytecode$|tables_used$)/i;

/** Statements prepared from now on may read tables, call functions and recurse; nothing else. */
export function refuseAllButReading(database: DatabaseSync): void {
  database.setAuthorizer((action, first, second) => (isReading(action, first, second) ? constants.SQLITE_OK : constants.SQLITE_DENY));
}

/** Whether an authorizer's action only reads what may be read; `first` and `second` mean what SQLite says for each action. */
export function isReading(action: number, first: string | null, second: string | null): boolean {
  switch (action) {
    case constants.SQLITE_SELECT:
    case constants.SQLITE_RECURSIVE:
      return true;
    case constants.SQLITE_READ:
      return !CATALOG.test(first ?? '');
    case constants.SQLITE_FUNCTION:
      return !FORBIDDEN_FUNCTIONS.has((second ?? '').toLowerCase());
    default:
      return false;
  }
}

/** EXPLAIN and VACUUM pass an authorizer unseen: only the statement's first word tells. */
export function startsAsQuery(sql: string): boolean {
  return /^(\s|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/)*(SELECT|WITH|VALUES)\b/i.test(sql);
}
