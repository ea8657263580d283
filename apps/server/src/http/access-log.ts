import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { currentRequestId } from './request-id.ts';

const MAX_PATH = 200;

/** One line per answered request. The query is left out: inputs and stream tokens travel in it. */
export function accessLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const { method, ip } = request;
    // Anybody may ask for any path: long ones would wash everything else out of the log.
    const path = request.path.slice(0, MAX_PATH);
    const requestId = currentRequestId();
    response.once('close', () => {
      const ms = Math.round(performance.now() - begun);
      log.info({ requestId, method, path, status: response.statusCode, ms, ip, aborted: !response.writableFinished }, 'request');
    });
    next();
  };
}
