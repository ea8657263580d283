import { because } from '@majed-vanna/contract';
import { explainDuckDbError } from '../duckdb/duckdb-errors.ts';
import type { WarehouseError } from '../warehouse.ts';
import { findOpenQuote, findUnevenRecord, recogniseCsv } from './csv-dialect.ts';
import { readHead, utf8Text } from './file-head.ts';
import type { ImportFile } from './import-order.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

/** How much of a file is searched for the line to blame when DuckDB names none. */
const SEARCHED_BYTES = 8 * 1024 * 1024;

/** DuckDB's complaint about a user's file, in words for that user. */
export async function explainImportError(file: ImportFile, error: unknown): Promise<WarehouseError> {
  const explained = explainDuckDbError(error);
  if (explained.kind === 'resource' || explained.kind === 'permission') return explained;
  switch (file.format) {
    case 'json':
      return explainJson(file, explained.message);
    case 'parquet':
      return new UnreadableFileError(because('file_not_parquet', { fileName: file.name }));
    default:
      return explainCsv(file, explained.message);
  }
}

function explainJson({ name: fileName }: ImportFile, message: string): UnreadableFileError {
  if (/unicode|UTF-8/i.test(message)) return new UnreadableFileError(because('file_not_utf8', { fileName }));
  const record = /record\/value (\d+)/.exec(message)?.[1];
  return new UnreadableFileError(record ? because('file_not_json_from', { fileName, record }) : because('file_not_json', { fileName }));
}

async function explainCsv({ name: fileName, path }: ImportFile, message: string): Promise<UnreadableFileError> {
  const place = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const line = place === undefined ? null : Number(place);
  if (/Invalid unicode|not utf-8/i.test(message))
    return new UnreadableFileError(
      line === null ? because('file_not_utf8', { fileName }) : because('file_not_utf8_from', { fileName, line }),
    );
  const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (counts !== null && line !== null) return unevenRows(fileName, { line, found: Number(counts[2]), expected: Number(counts[1]) });
  const text = utf8Text((await readHead(path, SEARCHED_BYTES)).head)?.replace(/^\uFEFF/, '') ?? '';
  const openQuote = findOpenQuote(text);
  if (openQuote !== null) return new UnreadableFileError(because('file_open_quote', { fileName, line: openQuote }));
  const uneven = findUnevenRecord(text, recogniseCsv(text).delimiter);
  if (uneven !== null) return unevenRows(fileName, uneven);
  if (/Maximum line size of \d+ bytes exceeded/i.test(message)) return new UnreadableFileError(because('file_line_too_long', { fileName }));
  return new UnreadableFileError(line === null ? because('file_not_csv', { fileName }) : because('file_not_csv_from', { fileName, line }));
}

function unevenRows(fileName: string, { line, found, expected }: { line: number; found: number; expected: number }): UnreadableFileError {
  return new UnreadableFileError(because('file_uneven_rows', { fileName, line, found, expected }));
}
