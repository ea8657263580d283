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
      return new UnreadableFileError('not_parquet', file.name, `${file.name} is not a Parquet file that can be read, or it is damaged.`);
    default:
      return explainCsv(file, explained.message);
  }
}

function explainJson({ name }: ImportFile, message: string): UnreadableFileError {
  const record = /record\/value (\d+)/.exec(message)?.[1];
  if (/unicode|UTF-8/i.test(message))
    return new UnreadableFileError('not_utf8', name, `${name} is not text in UTF-8. Save it as UTF-8 and add it again.`);
  return new UnreadableFileError(
    'not_json',
    name,
    `${name} is not valid JSON${record === undefined ? '' : `: record ${record} cannot be read`}.`,
  );
}

async function explainCsv(file: ImportFile, message: string): Promise<UnreadableFileError> {
  const { name } = file;
  const line = Number(/CSV Error on Line: (\d+)/.exec(message)?.[1] ?? Number.NaN);
  const place = Number.isNaN(line) ? null : line;
  if (/Invalid unicode|not utf-8/i.test(message)) {
    return new UnreadableFileError(
      'not_utf8',
      name,
      `${name} is not text in UTF-8${place === null ? '' : ` (line ${place})`}. Save it as UTF-8 and add it again.`,
      place,
    );
  }
  const counts = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (counts !== null && place !== null) return unevenRows(name, place, Number(counts[2]), Number(counts[1]));
  const text = utf8Text((await readHead(file.path, SEARCHED_BYTES)).head)?.replace(/^\uFEFF/, '') ?? '';
  const openQuote = findOpenQuote(text);
  if (openQuote !== null) return unclear(name, 'not_csv', `has a quotation mark on line ${openQuote} that is not closed`, openQuote);
  const uneven = findUnevenRecord(text, recogniseCsv(text).delimiter);
  if (uneven !== null) return unevenRows(name, uneven.line, uneven.found, uneven.expected);
  if (/Maximum line size of \d+ bytes exceeded/i.test(message)) return unclear(name, 'too_large', 'has a line that is too long', place);
  return unclear(name, 'not_csv', 'cannot be read as CSV', place);
}

function unclear(name: string, reason: 'not_csv' | 'too_large', what: string, line: number | null): UnreadableFileError {
  return new UnreadableFileError(
    reason,
    name,
    `${name} ${what}${line === null || what.includes('line') ? '' : `: line ${line} is not understood`}.`,
    line,
  );
}

function unevenRows(name: string, line: number, found: number, expected: number): UnreadableFileError {
  return new UnreadableFileError(
    'uneven_rows',
    name,
    `${name} has ${found} ${found === 1 ? 'value' : 'values'} on line ${line} and ${expected} on the first line. Check for a missing separator or an unclosed quotation mark.`,
    line,
  );
}
