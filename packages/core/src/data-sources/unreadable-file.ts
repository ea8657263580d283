import { AppError } from '@majed-vanna/contract';
import { UnreadableFileError } from '@majed-vanna/warehouse';

/** The words of these errors are written for the user; every other failure keeps its own to itself. */
export function asUnreadable(error: unknown): unknown {
  if (!(error instanceof UnreadableFileError)) return error;
  return AppError.because('unreadable_file', error.because, { cause: error });
}
