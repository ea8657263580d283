import { WarehouseError } from '../warehouse.ts';

export type UnreadableReason =
  | 'empty'
  | 'unknown_format'
  | 'spreadsheet'
  | 'compressed'
  | 'not_utf8'
  | 'not_csv'
  | 'uneven_rows'
  | 'not_json'
  | 'not_parquet'
  | 'corrupt'
  | 'encrypted'
  | 'newer_version'
  | 'locked'
  | 'no_tables'
  | 'mixed'
  | 'too_large';

/** A user's file that cannot be taken. Unlike its base, its message is written for that user. */
export class UnreadableFileError extends WarehouseError {
  readonly reason: UnreadableReason;
  readonly fileName: string;
  /** Line of the file, from 1, where there is one to blame. */
  readonly line: number | null;

  constructor(reason: UnreadableReason, fileName: string, message: string, line: number | null = null) {
    // The cause crosses the border of the process in place of the class.
    super('unreadable_file', message, { cause: { reason, fileName, line } });
    this.name = 'UnreadableFileError';
    this.reason = reason;
    this.fileName = fileName;
    this.line = line;
  }
}

/** The same error on this side of the border, or the error as it is. */
export function reviveUnreadableFile(error: unknown): unknown {
  if (!(error instanceof WarehouseError) || error.kind !== 'unreadable_file') return error;
  const { cause } = error;
  if (typeof cause !== 'object' || cause === null || !('reason' in cause) || !('fileName' in cause)) return error;
  // Both were written by the constructor above.
  const { reason, fileName, line } = cause as { reason: UnreadableReason; fileName: string; line: number | null };
  return new UnreadableFileError(reason, fileName, error.message, line);
}
