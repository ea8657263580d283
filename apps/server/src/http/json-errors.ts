import { AppError, because } from '@majed-vanna/contract';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { retryHeaders, toPublicError, toTrpcShape } from '../error-shape.ts';
import { currentRequestId } from './request-id.ts';

const TRPC_PATH = '/api/trpc/';

/** Answers an error that arose outside of a procedure: in tRPC's envelope to tRPC's clients, plainly to everybody else. */
export function sendError(request: Request, response: Response, thrown: unknown): void {
  const found = toPublicError(thrown);
  const requestId = currentRequestId();
  response.status(found.httpStatus).set(retryHeaders(found));
  if (request.originalUrl.startsWith(TRPC_PATH)) return void response.json({ error: toTrpcShape(found, requestId) });
  const { code, message, details } = found;
  response.json({ error: { code, message, requestId, details } });
}

/** The end of the line: whatever was thrown becomes a public error, and its cause goes to the log. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const known = asClientError(error);
    if (toPublicError(known).code === 'internal') log.error({ err: error, requestId: currentRequestId() }, 'request failed');
    if (response.headersSent) response.destroy();
    else sendError(request, response, known);
  };
}

/** Under /api nothing is ever a page. */
export const notFound: RequestHandler = (request, response) => {
  sendError(request, response, AppError.because('not_found', because('no_such_address')));
};

/** Express marks what the client did wrong, e.g. an address that cannot be decoded, by a status. */
function asClientError(error: unknown): unknown {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  if (typeof status !== 'number' || status < 400 || status >= 500) return error;
  return AppError.because(status === 404 ? 'not_found' : 'invalid_input', because('not_understood'), { cause: error });
}
