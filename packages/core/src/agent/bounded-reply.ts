import { isTooLong } from './too-long.ts';

/** Far above any answer; a server that goes on and on must not fill the memory. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/**
 * Only so much of a reply is read. Some servers call a prompt that is too long a failure of their own (500): it is told as what it
 * is (413).
 */
export async function boundedReply(response: Response): Promise<Response> {
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
