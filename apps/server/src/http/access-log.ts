import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { currentRequestId } from './request-id.ts';

/** One line per answered request. The query is left out: inputs and stream tokens travel in it. */
export function accessLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const { method, path, ip } = request;
    const requestId = currentRequestId();
    response.once('close', () => {
      const ms = Math.round(performance.now() - begun);
      log.info({ requestId, method, path, status: response.statusCode, ms, ip, aborted: !response.writableFinished }, 'request');
    });
    next();
  };
}
