import { AppError, because } from '@majed-vanna/contract';
import type { RequestHandler } from 'express';

/** tRPC would take forms as mutations, and a foreign page may send a form with our cookie without asking first. */
export const refuseForms: RequestHandler = (request, _response, next) => {
  const type = request.headers['content-type'];
  if (request.method !== 'POST' || type === undefined || /^application\/json\b/i.test(type)) return next();
  next(AppError.because('invalid_input', because('not_json_call')));
};

/** Ends requests whose body drips in: uploads may take an hour, calls may not, and each would hold a connection for as long. */
export function slowBodies(maxMs: number): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => request.complete || request.destroy(), maxMs).unref();
    response.once('close', () => clearTimeout(timer));
    next();
  };
}

/** Refuses by the announced length, before a byte is read; unannounced bodies meet the same limit on the way. */
export function tooLongBodies(maxBytes: number): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) <= maxBytes) return next();
    response.setHeader('Connection', 'close');
    next(AppError.because('too_large', because('request_too_large'), { details: { maxBytes } }));
  };
}
