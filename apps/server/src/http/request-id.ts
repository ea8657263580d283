import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

const scope = new AsyncLocalStorage<string>();

/** Gives every request an id that its answer, its log lines and its error message share. */
export function requestId(): RequestHandler {
  return (_request, response, next) => {
    const id = randomUUID();
    response.setHeader('X-Request-Id', id);
    scope.run(id, next);
  };
}

/** The id of the request being answered; null outside of any. */
export function currentRequestId(): string | null {
  return scope.getStore() ?? null;
}
