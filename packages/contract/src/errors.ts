import type { Because } from './error-reasons.ts';

/** Every error that crosses a wire, with its status behind each door. */
export const ERRORS = {
  invalid_input: { http: 400, trpc: 'BAD_REQUEST' },
  not_signed_in: { http: 401, trpc: 'UNAUTHORIZED' },
  wrong_credentials: { http: 401, trpc: 'UNAUTHORIZED' },
  wrong_setup_code: { http: 403, trpc: 'FORBIDDEN' },
  password_change_required: { http: 403, trpc: 'FORBIDDEN' },
  forbidden: { http: 403, trpc: 'FORBIDDEN' },
  not_found: { http: 404, trpc: 'NOT_FOUND' },
  setup_required: { http: 409, trpc: 'CONFLICT' },
  setup_closed: { http: 409, trpc: 'CONFLICT' },
  conflict: { http: 409, trpc: 'CONFLICT' },
  too_large: { http: 413, trpc: 'PAYLOAD_TOO_LARGE' },
  unreadable_file: { http: 422, trpc: 'UNPROCESSABLE_CONTENT' },
  statement_refused: { http: 422, trpc: 'UNPROCESSABLE_CONTENT' },
  statement_failed: { http: 422, trpc: 'UNPROCESSABLE_CONTENT' },
  rate_limited: { http: 429, trpc: 'TOO_MANY_REQUESTS' },
  cancelled: { http: 499, trpc: 'CLIENT_CLOSED_REQUEST' },
  internal: { http: 500, trpc: 'INTERNAL_SERVER_ERROR' },
  unavailable: { http: 503, trpc: 'SERVICE_UNAVAILABLE' },
  deadline_exceeded: { http: 504, trpc: 'TIMEOUT' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** An error whose message may be shown to anyone; what must stay inside goes into `cause`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Machine-readable details that are safe to show, e.g. the field or the limit. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, safeMessage: string, options: { cause?: unknown; details?: Record<string, string | number> } = {}) {
    super(safeMessage, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }

  /** One that pages can say in their language; `field` names the field of the form that it is about. */
  static because(
    code: ErrorCode,
    { reason, params, message }: Because,
    { field, cause, details: more }: { field?: string; cause?: unknown; details?: Readonly<Record<string, string | number>> } = {},
  ): AppError {
    const details = { ...more, ...params, reason, ...(field === undefined ? {} : { field }) };
    return new AppError(code, message, cause === undefined ? { details } : { details, cause });
  }
}
