import { refuseKeptAddress } from '../models/kept-address.ts';
import { isTooLong } from './too-long.ts';

/** Far above any answer; a server that goes on and on must not fill the memory. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/**
 * The way to the model's server: tells what leaves, follows no redirect with a key, reads only so much. Some servers call a
 * prompt that is too long a failure of their own (500), which the AI SDK sends once more as it is: it is told as what it is (413).
 */
export function modelFetch(onRequest: (body: string) => void): typeof fetch {
  return async (input, init) => {
    if (typeof init?.body === 'string') onRequest(init.body);
    await refuseKeptAddress(input instanceof Request ? input.url : String(input));
    const response = await fetch(input, { ...init, redirect: 'error' });
    if (response.body === null) return response;
    let size = 0;
    const bounded = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.length;
        if (size > MAX_REPLY_BYTES) controller.error(new Error('the reply of the model is too long'));
        else controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    const reply = response.body.pipeThrough(bounded);
    if (status < 500) return new Response(reply, { status, statusText, headers });
    const told = await new Response(reply).text();
    return new Response(told, isTooLong(told) ? { status: 413, headers } : { status, statusText, headers });
  };
}
