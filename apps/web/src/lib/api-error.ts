import type { ErrorCode } from '@majed-vanna/contract';
import { TRPCClientError } from '@trpc/client';
import { en } from '../i18n/en/index.ts';

/** An error as a person sees it: a title by code, the server's safe words, the id to quote. */
export interface ShownError {
  readonly code: ErrorCode | 'network' | 'unknown';
  readonly message: string | null;
  readonly requestId: string | null;
}

type WireData = { appCode?: unknown; requestId?: unknown };

export function shownError(error: unknown): ShownError {
  if (error instanceof HttpError) return { code: error.code, message: error.message, requestId: error.requestId };
  if (!(error instanceof TRPCClientError)) return { code: 'unknown', message: null, requestId: null };
  const data = wireDataOf(error);
  // Without data nothing came back from the product: the network, or a proxy in between.
  if (!data) return { code: 'network', message: null, requestId: null };
  return { code: knownCode(data.appCode), message: error.message, requestId: typeof data.requestId === 'string' ? data.requestId : null };
}

export function errorCodeOf(error: unknown): ShownError['code'] {
  return shownError(error).code;
}

/** What of a failure a page shows: a session that ended shows its own dialog. */
export function shownFailure(error: unknown): object | null {
  return typeof error === 'object' && error !== null && errorCodeOf(error) !== 'not_signed_in' ? error : null;
}

/** A failed request outside tRPC, with the body that every such door answers. */
export class HttpError extends Error {
  readonly code: ShownError['code'];
  readonly requestId: string | null;

  constructor(code: unknown, message: string, requestId: string | null) {
    super(message);
    this.name = 'HttpError';
    this.code = knownCode(code);
    this.requestId = requestId;
  }
}

export function knownCode(code: unknown): ShownError['code'] {
  // The titles hold every code, by a test.
  return typeof code === 'string' && code in en.errors && code !== 'networkText' ? (code as ShownError['code']) : 'unknown';
}

function wireDataOf(error: TRPCClientError<never>): WireData | null {
  const data: unknown = error.data;
  return data !== null && typeof data === 'object' ? data : null;
}
