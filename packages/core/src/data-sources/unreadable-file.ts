import { AppError } from '@majed-vanna/contract';
import { UnreadableFileError } from '@majed-vanna/warehouse';

/** The words of these errors are written for the user; every other failure keeps its own to itself. */
export function asUnreadable(error: unknown): unknown {
  if (!(error instanceof UnreadableFileError)) return error;
  return new AppError('unreadable_file', error.message, {
    cause: error,
    details: { reason: error.reason, fileName: error.fileName, ...(error.line === null ? {} : { line: error.line }) },
  });
}
