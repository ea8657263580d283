import { existsSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { because } from '@majed-vanna/contract';
import { explainSqliteError } from '../sqlite/sqlite-errors.ts';
import { introspectSqlite } from '../sqlite/sqlite-introspect.ts';
import { type ImportedTable, type ImportFile, importedTable } from './import-order.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

const BUSY_TIMEOUT_MS = 5_000;

/** Copies a SQLite file by SQLite's own backup: consistent while others write, and with what is still in their log. */
export async function adoptSqlite(file: ImportFile, path: string): Promise<ImportedTable[]> {
  try {
    const source = openSource(file.path);
    await backup(source, path);
    source.close();
    const copy = new DatabaseSync(path, { enableForeignKeyConstraints: false });
    // A copy in WAL mode could not be opened from a read-only folder.
    copy.exec('PRAGMA journal_mode = DELETE');
    const [check] = copy.prepare('PRAGMA quick_check(1)').all();
    if (check?.quick_check !== 'ok') throw new UnreadableFileError(because('file_damaged', { fileName: file.name, engine: 'SQLite' }));
    const tables = introspectSqlite(copy).tables;
    copy.close();
    if (tables.length === 0) throw new UnreadableFileError(because('file_without_tables', { fileName: file.name }));
    return tables.map((table) => importedTable(file, table));
  } catch (error) {
    throw explain(file, error);
  }
}

function openSource(path: string): DatabaseSync {
  // Without a log beside it nobody writes to the file, and it can be read even where no log could be made.
  const location = existsSync(`${path}-wal`) ? path : new URL(`${pathToFileURL(path).href}?immutable=1`);
  const isIdle = location !== path && !existsSync(`${path}-journal`);
  const database = new DatabaseSync(isIdle ? location : path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
  return database;
}

function explain(file: ImportFile, error: unknown): unknown {
  if (error instanceof UnreadableFileError) return error;
  const explained = explainSqliteError(error);
  if (/locked|busy/i.test(explained.message)) return new UnreadableFileError(because('file_in_use', { fileName: file.name }));
  if (explained.kind === 'unreadable_file')
    return new UnreadableFileError(because('file_damaged_or_encrypted', { fileName: file.name, engine: 'SQLite' }));
  return explained;
}
