import { AppError, because, type Dialect, type ErrorCode, type Language, type Wording } from '@majed-vanna/contract';
import { WarehouseError } from '@majed-vanna/warehouse';
import { DATABASE_PROBLEMS, type DatabaseProblem } from '../database-errors/database-problem.ts';
import { explainDatabaseError } from '../database-errors/explain-database-error.ts';
import { CircuitOpenError } from '../resilience/circuit-open-error.ts';

export interface FailureWords {
  readonly code: ErrorCode;
  /** Fixed text: the database's own message may hold SQL, values or a path. */
  readonly message: string;
  /** Nobody foresaw it: it belongs in the log, and the reader gets an id to name it by. */
  readonly unexpected: boolean;
}

const CLOSING: Wording = { en: 'The server is shutting down. Ask again in a moment.', ar: 'الخادم قيد الإيقاف. أعد السؤال بعد قليل.' };
const INTERNAL: Wording = { en: 'Something went wrong on the server.', ar: 'حدث خلل في الخادم.' };
const OPEN: Readonly<Record<Language, (seconds: number) => string>> = {
  en: (seconds) => `The database does not answer at the moment. Try again in ${seconds} s.`,
  ar: (seconds) => `قاعدة البيانات لا تستجيب الآن. حاول بعد ${seconds} ث.`,
};
const INTERRUPTED: Wording = {
  en: 'The server was restarted before the answer was there. Ask again.',
  ar: 'أُعيد تشغيل الخادم قبل اكتمال الإجابة. أعد السؤال.',
};

/** Why a run is stopped from outside; the reason of its abort signal. */
export class RunStopped extends Error {
  readonly by: 'cancelled' | 'deadline' | 'closing';

  constructor(by: RunStopped['by']) {
    super(`run stopped: ${by}`);
    this.name = 'RunStopped';
    this.by = by;
  }
}

/** What may be said of a failure, in the reader's language; `dialect` is the failing database's, where it is known. */
export function failureWords(error: unknown, language: Language, dialect: Dialect | null = null): FailureWords {
  if (error instanceof RunStopped) {
    if (error.by === 'closing') return { code: 'unavailable', message: CLOSING[language], unexpected: false };
    return known(DATABASE_PROBLEMS[error.by], language);
  }
  if (error instanceof WarehouseError) {
    const explained = explainDatabaseError(error, dialect);
    return { ...known(explained, language), unexpected: explained.code === 'unknown' };
  }
  if (error instanceof CircuitOpenError && error.kind === 'database')
    return { code: error.code, message: OPEN[language](error.retryAfterSeconds), unexpected: false };
  if (error instanceof AppError) return { code: error.code, message: error.message, unexpected: error.code === 'internal' };
  return { code: 'internal', message: INTERNAL[language], unexpected: true };
}

/** A failure outside a run, as an error that may be shown. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = failureWords(error, 'en');
  return AppError.because(code, because('told', { message, message_ar: failureWords(error, 'ar').message }), { cause: error });
}

/** What is said of a run that a crash left behind. */
export function interruptedWords(language: Language): FailureWords {
  return { code: 'unavailable', message: INTERRUPTED[language], unexpected: false };
}

function known({ errorCode, words }: Pick<DatabaseProblem, 'errorCode' | 'words'>, language: Language): FailureWords {
  return { code: errorCode, message: words[language], unexpected: false };
}
