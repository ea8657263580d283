import { AppError, type ErrorCode, type Language } from '@majed-vanna/contract';
import { WarehouseError, type WarehouseErrorKind } from '@majed-vanna/warehouse';
import { CircuitOpenError } from '../resilience/circuit-open-error.ts';

export interface FailureWords {
  readonly code: ErrorCode;
  /** Fixed text: the database's own message may hold SQL, values or a path. */
  readonly message: string;
  /** Nobody foresaw it: it belongs in the log, and the reader gets an id to name it by. */
  readonly unexpected: boolean;
}

type Words = Readonly<Record<Language, string>>;

const DATABASE: Readonly<Record<WarehouseErrorKind, { readonly code: ErrorCode; readonly words: Words }>> = {
  syntax: {
    code: 'statement_failed',
    words: {
      en: 'The database could not read the statement. Try asking in other words.',
      ar: 'تعذّر على قاعدة البيانات قراءة الاستعلام. جرّب صياغة أخرى للسؤال.',
    },
  },
  unknown_object: {
    code: 'statement_failed',
    words: {
      en: 'A table or column is not there any more. Its description needs to be refreshed.',
      ar: 'جدول أو عمود لم يعد موجوداً، ويلزم تحديث وصف البيانات.',
    },
  },
  type: {
    code: 'statement_failed',
    words: {
      en: 'A value does not have the type that the question needs, for example text where a number is expected.',
      ar: 'قيمة ليست من النوع الذي يحتاجه السؤال، كنص في موضع رقم.',
    },
  },
  arithmetic: {
    code: 'statement_failed',
    words: { en: 'A calculation was not possible, for example a division by zero.', ar: 'تعذّرت عملية حسابية، كالقسمة على صفر.' },
  },
  permission: { code: 'statement_failed', words: { en: 'The database does not permit this.', ar: 'قاعدة البيانات لا تسمح بهذا.' } },
  resource: {
    code: 'statement_failed',
    words: {
      en: 'The question needs more memory than the database may use. Narrow it down, for example to a period.',
      ar: 'يحتاج السؤال إلى ذاكرة أكبر من المسموح. ضيّق نطاقه، كتحديد فترة.',
    },
  },
  cancelled: { code: 'cancelled', words: { en: 'Stopped.', ar: 'تم الإيقاف.' } },
  deadline: {
    code: 'deadline_exceeded',
    words: {
      en: 'The question took too long and was stopped. Narrow it down, for example to a period.',
      ar: 'استغرق السؤال وقتاً طويلاً فأُوقف. ضيّق نطاقه، كتحديد فترة.',
    },
  },
  connection: {
    code: 'unavailable',
    words: { en: 'The database does not answer at the moment. Try again shortly.', ar: 'قاعدة البيانات لا تستجيب الآن. حاول بعد قليل.' },
  },
  unreadable_file: {
    code: 'unavailable',
    words: { en: 'The file of this data source cannot be read.', ar: 'تعذّرت قراءة ملف مصدر البيانات.' },
  },
  other: { code: 'statement_failed', words: { en: 'The database reported a failure.', ar: 'أبلغت قاعدة البيانات عن خلل.' } },
};

const CLOSING: Words = { en: 'The server is shutting down. Ask again in a moment.', ar: 'الخادم قيد الإيقاف. أعد السؤال بعد قليل.' };
const INTERNAL: Words = { en: 'Something went wrong on the server.', ar: 'حدث خلل في الخادم.' };
const OPEN: Readonly<Record<Language, (seconds: number) => string>> = {
  en: (seconds) => `The database does not answer at the moment. Try again in ${seconds} s.`,
  ar: (seconds) => `قاعدة البيانات لا تستجيب الآن. حاول بعد ${seconds} ث.`,
};
const INTERRUPTED: Words = {
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

/** What may be said of a failure, in the reader's language. */
export function failureWords(error: unknown, language: Language): FailureWords {
  if (error instanceof RunStopped) {
    if (error.by === 'closing') return { code: 'unavailable', message: CLOSING[language], unexpected: false };
    return known(DATABASE[error.by], language);
  }
  if (error instanceof WarehouseError) return { ...known(DATABASE[error.kind], language), unexpected: error.kind === 'other' };
  if (error instanceof CircuitOpenError && error.kind === 'database')
    return { code: error.code, message: OPEN[language](error.retryAfterSeconds), unexpected: false };
  if (error instanceof AppError) return { code: error.code, message: error.message, unexpected: error.code === 'internal' };
  return { code: 'internal', message: INTERNAL[language], unexpected: true };
}

/** A failure outside a run, as an error that may be shown. */
export function asAppError(error: unknown, language: Language = 'en'): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = failureWords(error, language);
  return new AppError(code, message, { cause: error });
}

/** What is said of a run that a crash left behind. */
export function interruptedWords(language: Language): FailureWords {
  return { code: 'unavailable', message: INTERRUPTED[language], unexpected: false };
}

function known({ code, words }: { code: ErrorCode; words: Words }, language: Language): FailureWords {
  return { code, message: words[language], unexpected: false };
}
