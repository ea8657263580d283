import { constants, DatabaseSync } from 'node:sqlite';

/** Tells which tables a statement reads, by asking the database while it prepares the statement; it is not run. */
export interface GoldReader {
  /** Names as the database holds them; null when it cannot read the statement. */
  tablesOf(sql: string): readonly string[] | null;
  close(): void;
}

export function openGoldReader(file: string): GoldReader {
  const database = new DatabaseSync(file, { readOnly: true });
  let read = new Set<string>();
  database.setAuthorizer((action, table) => {
    if (action === constants.SQLITE_READ && table) read.add(table);
    return constants.SQLITE_OK;
  });
  return { tablesOf, close: () => database.close() };

  function tablesOf(sql: string): readonly string[] | null {
    read = new Set();
    try {
      database.prepare(sql);
      return [...read].filter((name) => !name.startsWith('sqlite_'));
    } catch {
      return null;
    }
  }
}
