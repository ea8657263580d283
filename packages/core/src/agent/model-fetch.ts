import { setTimeout as pause } from 'node:timers/promises';
import { refuseKeptAddress } from '../models/kept-address.ts';
import { isTooLong } from './too-long.ts';
import { waitBeforeRetry } from './wait-before-retry.ts';

/** Far above any answer; a server that goes on and on must not fill the memory. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;
/** A line that broke may be back. */
const RECONNECT_MS = 1_000;

/**
 * The way to the model's server: tells what leaves, follows no redirect with a key, reads only so much, sends what failed once
 * more unless the server wants to be left alone for long. Some servers call a prompt that is too long a failure of their own
 * (500): it is told as what it is (413).
 */
export function modelFetch(onRequest: (body: string) => void): typeof fetch {
  return async (input, init) => {
    const signal = init?.signal ?? undefined;
    const first = await send().catch((error: unknown) => {
      if (signal?.aborted) throw error;
      return null;
    });
    const wait = first === null ? RECONNECT_MS : waitBeforeRetry(first, new Date());
    if (first !== null && wait === null) return first;
    await first?.body?.cancel();
    await pause(wait ?? RECONNECT_MS, undefined, { signal });
    return send();

    async function send(): Promise<Response> {
      if (typeof init?.body === 'string') onRequest(init.body);
      await refuseKeptAddress(input instanceof Request ? input.url : String(input));
      return bounded(await fetch(input, { ...init, redirect: 'error' }));
    }
  };
}

async function bounded(response: Response): Promise<Response> {
  if (response.body === null) return response;
  let size = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > MAX_REPLY_BYTES) controller.error(new Error('the reply of the model is too long'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  const reply = response.body.pipeThrough(counted);
  if (status < 500) return new Response(reply, { status, statusText, headers });
  const told = await new Response(reply).text();
  return new Response(told, isTooLong(told) ? { status: 413, headers } : { status, statusText, headers });
}
