/** Lets at most `limit` pieces of work run at a time; the others wait in the order of asking. */
export function createSemaphore(limit: number) {
  let running = 0;
  const waiting = new Set<() => void>();
  return { acquire, run };

  /** Resolves when it is the caller's turn, with what gives the place back. Rejects with the reason of `signal`. */
  async function acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (running < limit) running++;
    else await turn(signal);
    return releaseOnce();
  }

  async function run<T>(work: () => Promise<T>): Promise<T> {
    const release = await acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }

  async function turn(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const onAbort = () => {
      // Whoever was called up in the same moment keeps the place: it has been handed on already.
      if (waiting.delete(resolve)) reject(signal?.reason);
    };
    waiting.add(resolve);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  function releaseOnce(): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const [next] = waiting;
      // The place is handed on, not freed: a newcomer must not overtake.
      if (next === undefined) running--;
      else {
        waiting.delete(next);
        next();
      }
    };
  }
}
