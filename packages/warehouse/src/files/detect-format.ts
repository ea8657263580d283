import { extname } from 'node:path';
import { because, type FileFormat } from '@majed-vanna/contract';
import { readHead, utf8Text } from './file-head.ts';
import { UnreadableFileError } from './unreadable-file-error.ts';

const HEAD_BYTES = 64 * 1024;

/**
 * What a file is, by its first bytes; its name decides only between texts.
 * @throws UnreadableFileError in words for the user who brought the file
 */
export async function detectFormat(path: string, fileName: string): Promise<FileFormat> {
  const { head, size } = await readHead(path, HEAD_BYTES);
  if (size === 0) throw new UnreadableFileError(because('file_empty', { fileName }));
  const binary = binaryFormat(head);
  if (binary !== null) return binary;
  refuseKnownStrangers(head, fileName);
  return textFormat(head, fileName);
}

function binaryFormat(head: Buffer): FileFormat | null {
  if (startsWith(head, 'SQLite format 3\0')) return 'sqlite';
  if (head.subarray(8, 12).toString('latin1') === 'DUCK') return 'duckdb';
  return startsWith(head, 'PAR1') || startsWith(head, 'PARE') ? 'parquet' : null;
}

function refuseKnownStrangers(head: Buffer, fileName: string): void {
  const extension = extname(fileName).toLowerCase();
  if (extension === '.xlsx' || startsWith(head, '\xd0\xcf\x11\xe0')) {
    throw new UnreadableFileError(because('file_spreadsheet', { fileName }));
  }
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, '\x1f\x8b') || startsWith(head, '\x28\xb5\x2f\xfd')) {
    throw new UnreadableFileError(because('file_compressed', { fileName }));
  }
  if (['.sqlite', '.sqlite3', '.db', '.db3', '.duckdb', '.ddb'].includes(extension)) {
    throw new UnreadableFileError(because('file_no_database', { fileName }));
  }
  if (extension === '.parquet') throw new UnreadableFileError(because('file_not_parquet', { fileName }));
}

function textFormat(head: Buffer, fileName: string): FileFormat {
  const byteOrder = startsWith(head, '\xff\xfe') || startsWith(head, '\xfe\xff');
  if (byteOrder) throw new UnreadableFileError(because('file_utf16', { fileName }));
  if (head.includes(0)) throw strange(fileName);
  const text = utf8Text(head)?.replace(/^\uFEFF/, '');
  if (text === undefined) throw new UnreadableFileError(because('file_not_utf8', { fileName }));
  if (text.trim() === '') throw new UnreadableFileError(because('file_blank', { fileName }));
  const extension = extname(fileName).toLowerCase();
  if (['.json', '.jsonl', '.ndjson'].includes(extension)) return 'json';
  if (['.csv', '.tsv', '.tab', '.txt'].includes(extension)) return 'csv';
  if (/^\s*[[{]/.test(text)) return 'json';
  const [firstLine = ''] = text.split('\n');
  if (text.trimStart().startsWith('<') || !/[,;\t|]/.test(firstLine)) throw strange(fileName);
  return 'csv';
}

function strange(fileName: string): UnreadableFileError {
  return new UnreadableFileError(because('file_unknown_format', { fileName }));
}

/** `start` holds one character per byte. */
function startsWith(head: Buffer, start: string): boolean {
  return head.subarray(0, start.length).equals(Buffer.from(start, 'latin1'));
}
