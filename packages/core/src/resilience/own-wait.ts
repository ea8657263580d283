import type { IBackoff, IBackoffFactory } from 'cockatiel';
import type { Clock } from '../ports.ts';

/** How long a breaker stays open, by our own clock: cockatiel measures by `Date.now()` alone, so it is told "for ever" or "no longer". */
export function createOwnWait(timeoutMs: number, clock: Clock) {
  let untilMs = 0;
  const over = () => clock.now().getTime() >= untilMs;
  const backoff: IBackoffFactory<unknown> = { next };
  return { backoff, over, until: () => new Date(untilMs) };

  /** Called whenever the breaker opens. */
  function next(): IBackoff<unknown> {
    untilMs = clock.now().getTime() + timeoutMs;
    return {
      next,
      get duration() {
        return over() ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      },
    };
  }
}
