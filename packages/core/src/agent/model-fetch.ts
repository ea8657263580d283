import { refuseKeptAddress } from '../models/kept-address.ts';

/** Far above any answer; a server that goes on and on must not fill the memory. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** The way to the model's server: tells what leaves, follows no redirect with a key, reads only so much. */
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
    return new Response(response.body.pipeThrough(bounded), { status, statusText, headers });
  };
}
