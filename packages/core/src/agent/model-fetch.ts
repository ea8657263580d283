import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@majed-vanna/contract';
import { refuseKeptAddress } from '../models/kept-address.ts';
import { boundedReply } from './bounded-reply.ts';
import { USUAL_WAIT_MS, waitBeforeRetry } from './wait-before-retry.ts';

/**
 * The way to the model's server: tells what leaves, follows no redirect with a key, sends what failed once more unless the server
 * wants to be left alone for long.
 */
export function modelFetch(onRequest: (body: string) => void): typeof fetch {
  return async (input, init) => {
    const signal = init?.signal ?? undefined;
    try {
      const first = await send();
      const waitMs = waitBeforeRetry(first, new Date());
      if (waitMs === null) return first;
      await first.body?.cancel();
      await pause(waitMs, undefined, { signal });
    } catch (error) {
      if (signal?.aborted || error instanceof AppError) throw error;
      // A line that broke may be back.
      await pause(USUAL_WAIT_MS, undefined, { signal });
    }
    return send();

    async function send(): Promise<Response> {
      if (typeof init?.body === 'string') onRequest(init.body);
      await refuseKeptAddress(input instanceof Request ? input.url : String(input));
      return boundedReply(await fetch(input, { ...init, redirect: 'error' }));
    }
  };
}
