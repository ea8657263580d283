import { AppError, type Because, because, ERRORS, type ErrorCode, type ErrorReason, issueReason } from '@majed-vanna/contract';
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
const FIXED: Partial<Record<ErrorCode, Because>> = {
  invalid_input: because('not_understood'),
  not_signed_in: because('sign_in_first'),
  forbidden: because('not_permitted'),
  not_found: because('nothing_here'),
  too_large: because('request_too_large'),
  rate_limited: because('try_shortly'),
  cancelled: because('was_cancelled'),
  unavailable: because('server_away'),
  deadline_exceeded: because('took_too_long'),
};
const UNFORESEEN = because('unforeseen');

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
  return fixedError('internal');
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
  return fixedError(code);
}

function summary(issues: readonly PublicIssue[]): string {
  const first = issues[0];
  if (!first) return 'The input is not valid.';
  return `The input is not valid: ${first.path ? `${first.path}: ` : ''}${first.message}`;
}

function fixedError(code: ErrorCode): PublicError {
  const { reason, message } = FIXED[code] ?? UNFORESEEN;
  return publicError(code, message, { reason });
}

function publicError(code: ErrorCode, message: string, details: PublicError['details'] = {}): PublicError {
  return { code, message, httpStatus: ERRORS[code].http, details, issues: null };
}
