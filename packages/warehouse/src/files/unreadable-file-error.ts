import type { Because } from '@majed-vanna/contract';
import { WarehouseError } from '../warehouse.ts';

/** A user's file that cannot be taken. Unlike its base, its message is written for that user. */
export class UnreadableFileError extends WarehouseError {
  /** Lines in its parameters are of the file, from 1. */
  readonly because: Because;

  constructor(because: Because) {
    // The cause crosses the border of the process in place of the class.
    super('unreadable_file', because.message, { cause: because });
    this.name = 'UnreadableFileError';
    this.because = because;
  }
}

/** The same error on this side of the border, or the error as it is. */
export function reviveUnreadableFile(error: unknown): unknown {
  if (!(error instanceof WarehouseError) || error.kind !== 'unreadable_file') return error;
  const { cause } = error;
  if (typeof cause !== 'object' || cause === null || !('reason' in cause) || !('params' in cause)) return error;
  // Both were written by the constructor above.
  return new UnreadableFileError(cause as Because);
}
