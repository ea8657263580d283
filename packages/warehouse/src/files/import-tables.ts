import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { because } from '@majed-vanna/contract';
import { kindOfDuckDbType } from '../duckdb/duckdb-kinds.ts';
import { rowsOf } from '../duckdb/rows-of.ts';
import { quoteName, quoteText } from '../engine/quoting.ts';
import { recogniseCsv } from './csv-dialect.ts';
import { readHead, utf8Text } from './file-head.ts';
import { explainImportError } from './import-errors.ts';
import type { ImportedTable, ImportFile } from './import-order.ts';
import { tableNamesOf } from './table-names.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

/** Enough of a CSV file to tell its delimiter. */
const HEAD_BYTES = 256 * 1024;
/** Rows that decide the types; when a later one does not fit, all rows do. */
const SAMPLE_ROWS = 200_000;

/** Reads tabular files into one new DuckDB database. The engine may open these files and no others. */
export async function importTables(files: readonly ImportFile[], path: string, memoryMb: number): Promise<ImportedTable[]> {
  const instance = await DuckDBInstance.create(path, {
    temp_directory: `${path}.tmp`,
    memory_limit: `${memoryMb}MB`,
    threads: '2',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_paths = [${files.map((file) => quoteText(file.path)).join(', ')}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  const reserved = new Set(
    (await rowsOf(connection, "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'")).map(([word]) =>
      String(word),
    ),
  );
  const names = tableNamesOf(
    files.map(({ name }) => name),
    reserved,
  );
  const tables: ImportedTable[] = [];
  for (const [index, file] of files.entries()) tables.push(await importTable(connection, file, names[index] ?? 'data'));
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  return tables;
}

async function importTable(connection: DuckDBConnection, file: ImportFile, name: string): Promise<ImportedTable> {
  const sources = await sourcesOf(file);
  for (const [attempt, source] of sources.entries()) {
    try {
      await connection.run(`CREATE TABLE ${quoteName(name)} AS SELECT * FROM ${source}`);
      break;
    } catch (error) {
      if (attempt === sources.length - 1 || !/Conversion Error|Error when converting/.test(String(error)))
        throw await explainImportError(file, error);
    }
  }
  return describe(connection, file, name);
}

/** Ways to read a file, to be tried in turn. */
async function sourcesOf(file: ImportFile): Promise<string[]> {
  const path = quoteText(file.path);
  if (file.format === 'parquet') return [`read_parquet(${path})`];
  if (file.format === 'json')
    return [SAMPLE_ROWS, -1].map((rows) => `read_json(${path}, sample_size = ${rows}, maximum_object_size = 67108864)`);
  const { head } = await readHead(file.path, HEAD_BYTES);
  const { delimiter, decimalSeparator } = recogniseCsv(utf8Text(head)?.replace(/^\uFEFF/, '') ?? '');
  return [SAMPLE_ROWS, -1].map(
    (rows) =>
      `read_csv(${path}, delim = ${quoteText(delimiter)}, quote = '"', escape = '"', decimal_separator = '${decimalSeparator}', sample_size = ${rows})`,
  );
}

async function describe(connection: DuckDBConnection, file: ImportFile, name: string): Promise<ImportedTable> {
  const [row] = await rowsOf(connection, `SELECT count(*) FROM ${quoteName(name)}`);
  const rows = Number(row?.[0]);
  if (rows === 0) throw new UnreadableFileError(because('file_without_rows', { fileName: file.name }));
  const columns = await rowsOf(
    connection,
    'SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index',
    [name],
  );
  return {
    name,
    fileName: file.name,
    rows,
    columns: columns.map(([column, type]) => ({ name: String(column), nativeType: String(type), kind: kindOfDuckDbType(String(type)) })),
  };
}
