import { AppError, ERRORS, type ErrorCode, type ErrorReason, issueReason } from '@majed-vanna/contract';
import { type TRPC_ERROR_CODE_NUMBER, TRPCError } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { z } from 'zod';

/** What a stranger may learn of an error, whichever door it leaves by. */
export interface PublicError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly httpStatus: number;
  readonly details: Readonly<Record<string, string | number>>;
  readonly issues: readonly PublicIssue[] | null;
}

/** What is wrong with one part of an input; without a reason, in the schema's own words alone. */
interface PublicIssue {
  readonly path: string;
  readonly message: string;
  readonly reason?: ErrorReason;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Fixed texts: an unexpected error's own message may hold SQL, a path or a host. */
const FIXED_TEXT: Partial<Record<ErrorCode, string>> = {
  invalid_input: 'The request could not be understood.',
  not_signed_in: 'Sign in to go on.',
  forbidden: 'This is not permitted.',
  not_found: 'There is nothing here.',
  too_large: 'The request is too large.',
  rate_limited: 'Too many requests. Try again shortly.',
  cancelled: 'The request was cancelled.',
  unavailable: 'The server is not available at the moment.',
  deadline_exceeded: 'This took too long and was stopped.',
};
const INTERNAL_TEXT = 'Something went wrong on the server. The request id leads to the cause in the log.';

const CODE_BY_TRPC: Partial<Record<TRPCError['code'], ErrorCode>> = {
  PARSE_ERROR: 'invalid_input',
  BAD_REQUEST: 'invalid_input',
  UNSUPPORTED_MEDIA_TYPE: 'invalid_input',
  METHOD_NOT_SUPPORTED: 'invalid_input',
  UNAUTHORIZED: 'not_signed_in',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not_found',
  PAYLOAD_TOO_LARGE: 'too_large',
  TOO_MANY_REQUESTS: 'rate_limited',
  CLIENT_CLOSED_REQUEST: 'cancelled',
};

/** Translates whatever was thrown into what may be told; everything unknown becomes `internal`. */
export function toPublicError(thrown: unknown): PublicError {
  if (thrown instanceof AppError) return publicError(thrown.code, thrown.message, thrown.details);
  if (thrown instanceof TRPCError) return fromTrpc(thrown);
  return publicError('internal', INTERNAL_TEXT);
}

/** The same in tRPC's envelope. */
export function toTrpcShape({ code, message, httpStatus, details, issues }: PublicError, requestId: string | null) {
  const trpcCode = ERRORS[code].trpc;
  const number: TRPC_ERROR_CODE_NUMBER = TRPC_ERROR_CODES_BY_KEY[trpcCode];
  return { message, code: number, data: { code: trpcCode, httpStatus, appCode: code, requestId, details, ...(issues ? { issues } : {}) } };
}

/** `Retry-After`, for an error that says when to come back. */
export function retryHeaders({ details }: PublicError): Record<string, string> {
  return details.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(details.retryAfterSeconds) };
}

function fromTrpc(error: TRPCError): PublicError {
  if (error.cause instanceof AppError) return toPublicError(error.cause);
  const code = CODE_BY_TRPC[error.code] ?? 'internal';
  if (error.code === 'BAD_REQUEST' && error.cause instanceof z.ZodError) {
    const issues = error.cause.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message, ...issueReason(issue) }));
    return { ...publicError(code, summary(issues)), issues };
  }
  return publicError(code, FIXED_TEXT[code] ?? INTERNAL_TEXT);
}

function summary(issues: readonly PublicIssue[]): string {
  const first = issues[0];
  if (!first) return 'The input is not valid.';
  return `The input is not valid: ${first.path ? `${first.path}: ` : ''}${first.message}`;
}

function publicError(code: ErrorCode, message: string, details: PublicError['details'] = {}): PublicError {
  return { code, message, httpStatus: ERRORS[code].http, details, issues: null };
}
