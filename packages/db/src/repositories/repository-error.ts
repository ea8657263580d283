import { AppError, type Because } from '@majed-vanna/contract';

/** Prisma's codes: https://www.prisma.io/docs/orm/reference/error-reference */
const UNIQUE = 'P2002';
const FOREIGN_KEY = 'P2003';
const ABSENT = 'P2025';

export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === UNIQUE;

/** Runs a write; a violated constraint becomes an error that may be shown, with the given words; `field` is the one that a conflict is about. */
export async function guarded<T>(write: Promise<T>, messages: { conflict?: Because; absent?: Because; field?: string }): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const code = codeOf(error);
    const { conflict, absent, field } = messages;
    if (conflict && (code === UNIQUE || code === FOREIGN_KEY))
      throw AppError.because('conflict', conflict, { cause: error, ...(field === undefined ? {} : { field }) });
    if (absent && code === ABSENT) throw AppError.because('not_found', absent, { cause: error });
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
