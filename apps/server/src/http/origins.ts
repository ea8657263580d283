import { AppError, because } from '@majed-vanna/contract';
import type { Request, RequestHandler } from 'express';

const ALLOWED_METHODS = 'GET, POST';
const ALLOWED_HEADERS = 'authorization, content-type, last-event-id, trpc-accept, x-setup-code';

/**
 * Cross-origin rules of the API. Pages of this server's own origin and of ALLOWED_ORIGINS may call it; a browser that
 * writes from anywhere else is refused, because it would bring the refresh cookie along.
 */
export function originRules(allowedOrigins: readonly string[]): RequestHandler {
  const allowed = new Set(allowedOrigins);
  return (request, response, next) => {
    const origin = request.headers.origin;
    response.vary('Origin');
    if (origin !== undefined && allowed.has(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Credentials', 'true');
      response.setHeader('Access-Control-Expose-Headers', 'X-Request-Id, Retry-After');
      if (request.method === 'OPTIONS') return answerPreflight(response);
      return next();
    }
    if (isRead(request.method) || isFromHere(request, origin)) return next();
    next(AppError.because('forbidden', because('origin_not_allowed')));
  };
}

function answerPreflight(response: Parameters<RequestHandler>[1]): void {
  response.setHeader('Access-Control-Allow-Methods', ALLOWED_METHODS);
  response.setHeader('Access-Control-Allow-Headers', ALLOWED_HEADERS);
  response.setHeader('Access-Control-Max-Age', '600');
  response.status(204).end();
}

/** Browsers send `Origin` with every write; programs without it carry no cookie that somebody could ride on. */
function isFromHere(request: Request, origin: string | undefined): boolean {
  if (origin === undefined) return request.headers['sec-fetch-site'] === undefined || request.headers['sec-fetch-site'] === 'same-origin';
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}
