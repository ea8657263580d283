import { AppError, because } from '@majed-vanna/contract';

export function fileTooLarge(maxBytes: number): AppError {
  return AppError.because('too_large', because('file_too_large', { megabytes: Math.floor(maxBytes / 1_048_576) }));
}
