import { constants, existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { because } from '@majed-vanna/contract';
import { explainDuckDbError } from '../duckdb/duckdb-errors.ts';
import { introspectDuckDb } from '../duckdb/duckdb-introspect.ts';
import { rowsOf } from '../duckdb/rows-of.ts';
import { quoteName } from '../engine/quoting.ts';
import { type ImportedTable, type ImportFile, importedTable } from './import-order.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

/** Copies a DuckDB file while it is held open, so that nobody can write to it meanwhile, and looks into the copy. */
export async function adoptDuckDb(file: ImportFile, path: string, memoryMb: number): Promise<ImportedTable[]> {
  const shutOff = {
    memory_limit: `${memoryMb}MB`,
    threads: '2',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    enable_external_access: 'false',
  };
  try {
    const source = await DuckDBInstance.create(file.path, { access_mode: 'READ_ONLY', ...shutOff });
    await copyFile(file.path, path, constants.COPYFILE_FICLONE);
    if (existsSync(`${file.path}.wal`)) await copyFile(`${file.path}.wal`, `${path}.wal`);
    source.closeSync();
    // Opened for writing, so that the log is worked in and no file but this one is needed later.
    const copy = await DuckDBInstance.create(path, shutOff);
    const connection = await copy.connect();
    await dropMacros(connection);
    await connection.run('CHECKPOINT');
    const { tables } = await introspectDuckDb(connection);
    for (const table of tables)
      if (table.kind === 'table') await connection.run(`SELECT * FROM ${quoteName(table.schema)}.${quoteName(table.name)} LIMIT 1`);
    connection.closeSync();
    copy.closeSync();
    if (tables.length === 0) throw new UnreadableFileError(because('file_without_tables', { fileName: file.name }));
    return tables.map((table) => importedTable(file, table));
  } catch (error) {
    throw explain(file, error);
  }
}

/**
 * A macro of the file goes before the built-in function of its name: `sum(x)` could mean anything, and read any table. The
 * list is asked of the system by its full name, because a macro could stand before that as well.
 */
async function dropMacros(connection: DuckDBConnection): Promise<void> {
  const macros = await rowsOf(
    connection,
    `SELECT DISTINCT schema_name, function_name, function_type FROM system.main.duckdb_functions()
     WHERE database_name NOT IN ('system', 'temp') AND function_type IN ('macro', 'table_macro')`,
  );
  for (const [schema, name, type] of macros)
    await connection.run(`DROP MACRO ${type === 'table_macro' ? 'TABLE ' : ''}${quoteName(String(schema))}.${quoteName(String(name))}`);
}

function explain(file: ImportFile, error: unknown): unknown {
  if (error instanceof UnreadableFileError) return error;
  const { message, kind } = explainDuckDbError(error);
  if (/\block\b/i.test(message)) return new UnreadableFileError(because('file_in_use', { fileName: file.name }));
  if (/encrypt/i.test(message)) return new UnreadableFileError(because('file_encrypted', { fileName: file.name }));
  if (/version/i.test(message)) return new UnreadableFileError(because('file_other_version', { fileName: file.name }));
  if (kind === 'resource') return explainDuckDbError(error);
  return new UnreadableFileError(because('file_damaged', { fileName: file.name, engine: 'DuckDB' }));
}
