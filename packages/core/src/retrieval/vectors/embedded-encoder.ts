import { Worker } from 'node:worker_threads';
import { z } from 'zod';

const BATCH = 16;

const reply = z.object({ id: z.number(), vectors: z.array(z.array(z.number())).nullable() });

/**
 * A sentence encoder of our own, English only, in a thread of its own: a text takes 20 to 50 ms that nobody else should wait for.
 * It takes 100 MB, hence it starts with the first text.
 */
export function createEmbeddedEncoder() {
  const waiting = new Map<number, PromiseWithResolvers<readonly (readonly number[])[]>>();
  let worker: Worker | null = null;
  let asked = 0;
  return { name: 'embedded use-lite-en', batchSize: BATCH, encode, close };

  async function encode(texts: readonly string[], signal: AbortSignal): Promise<readonly (readonly number[])[]> {
    signal.throwIfAborted();
    const id = ++asked;
    const answer = Promise.withResolvers<readonly (readonly number[])[]>();
    const stop = () => answer.reject(signal.reason);
    waiting.set(id, answer);
    signal.addEventListener('abort', stop, { once: true });
    try {
      worker ??= started();
      worker.postMessage({ id, texts });
      return await answer.promise;
    } finally {
      waiting.delete(id);
      signal.removeEventListener('abort', stop);
    }
  }

  async function close(): Promise<void> {
    await worker?.terminate();
  }

  function started(): Worker {
    const made = new Worker(new URL('./embedded-encoder-thread.ts', import.meta.url));
    // The process may end while it waits for texts.
    made.unref();
    made.on('message', (message: unknown) => {
      const { id, vectors } = reply.parse(message);
      if (vectors) waiting.get(id)?.resolve(vectors);
      else waiting.get(id)?.reject(new Error('the embedded encoder failed'));
    });
    const gone = () => {
      if (worker === made) worker = null;
      for (const each of waiting.values()) each.reject(new Error('the embedded encoder stopped'));
    };
    made.on('error', gone);
    made.on('exit', gone);
    return made;
  }
}
