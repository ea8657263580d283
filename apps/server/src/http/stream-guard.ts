import { AppError, because, type Permission } from '@majed-vanna/contract';
import { type Caller, permittedActor } from '../permission.ts';

export type StreamGuard = ReturnType<typeof createStreamGuard>;

/** Watches over open streams: one ends soon after its reader may no longer read it, and all end when the server closes. */
export function createStreamGuard({ recheckMs = 2_000 }: { recheckMs?: number } = {}) {
  const closing = new AbortController();
  return { guard, closeAll };

  /**
   * Passes on what `open` yields for as long as the caller holds the permission.
   * @throws AppError what the check says, or `unavailable` when the server closes: clients connect again on that one
   */
  async function* guard<T>(
    caller: Caller,
    permission: Permission,
    signal: AbortSignal | undefined,
    open: (stop: AbortSignal) => AsyncIterable<T>,
  ): AsyncGenerator<T> {
    const denied = new AbortController();
    const stop = AbortSignal.any([denied.signal, closing.signal, ...(signal ? [signal] : [])]);
    const stopped = new Promise<'stopped'>((resolve) => stop.addEventListener('abort', () => resolve('stopped'), { once: true }));
    const timer = setInterval(() => void permittedActor(caller, permission).catch((reason: unknown) => denied.abort(reason)), recheckMs);
    const source = open(stop)[Symbol.asyncIterator]();
    try {
      while (!stop.aborted) {
        const next = await Promise.race([source.next(), stopped]);
        if (next === 'stopped' || next.done) break;
        yield next.value;
      }
      denied.signal.throwIfAborted();
      if (closing.signal.aborted) throw AppError.because('unavailable', because('restarting'));
    } finally {
      clearInterval(timer);
      // Not awaited: a source that waits for its next event would keep us until then.
      void source.return?.()?.catch?.(() => undefined);
    }
  }

  function closeAll(): void {
    closing.abort();
  }
}
