import { AppError, because } from '@majed-vanna/contract';
import type { Clock } from '../ports.ts';

/** Attempts without delay, then a delay that doubles up to the longest. */
const LIMITS = {
  /** One name from one address: somebody who has forgotten a password. */
  name: { free: 5, firstDelayMs: 2_000, longestDelayMs: 15 * 60_000 },
  /** One address, whatever the names: an office behind one address fails more often. */
  address: { free: 30, firstDelayMs: 2_000, longestDelayMs: 5 * 60_000 },
} as const;
const FORGOTTEN_AFTER_MS = 60 * 60_000;
const MAX_ENTRIES = 20_000;

interface Entry {
  failures: number;
  blockedUntilMs: number;
  lastMs: number;
}

/** Slows guessing down. In memory: a restart forgives, and each replica counts for itself. */
export function createSignInThrottle(clock: Clock) {
  const entries = new Map<string, Entry>();
  return { begin };

  /**
   * Counts an attempt as failed until it is told otherwise, so that many at the same time do not all pass.
   * @throws AppError `rate_limited` with `retryAfterSeconds`.
   */
  function begin(name: string, address: string): { succeeded: () => void } {
    const nowMs = clock.now().getTime();
    const nameKey = `name ${name.trim().toLowerCase().slice(0, 200)} ${address}`;
    const addressKey = `address ${address}`;
    const waitMs = Math.max(remaining(nameKey, nowMs), remaining(addressKey, nowMs));
    if (waitMs > 0) throw tooMany(waitMs);
    count(nameKey, LIMITS.name, nowMs);
    const counted = count(addressKey, LIMITS.address, nowMs);
    return {
      succeeded() {
        entries.delete(nameKey);
        // The address gets this one attempt back, not a clean slate: one's own account must not reset guessing at others.
        const entry = entries.get(addressKey);
        if (!entry) return;
        entry.failures--;
        if (entry.blockedUntilMs === counted.blockedUntilMs) entry.blockedUntilMs = 0;
      },
    };
  }

  function remaining(key: string, nowMs: number): number {
    return (entries.get(key)?.blockedUntilMs ?? 0) - nowMs;
  }

  function count(key: string, limit: (typeof LIMITS)['name' | 'address'], nowMs: number): Readonly<Entry> {
    const known = entries.get(key);
    const failures = known && nowMs - known.lastMs < FORGOTTEN_AFTER_MS ? known.failures + 1 : 1;
    const over = failures - limit.free;
    const delayMs = over < 0 ? 0 : Math.min(limit.firstDelayMs * 2 ** Math.min(over, 30), limit.longestDelayMs);
    // Put at the end, so that the first entry is always the one unused for longest.
    entries.delete(key);
    const entry = { failures, blockedUntilMs: nowMs + delayMs, lastMs: nowMs };
    entries.set(key, entry);
    const oldest = entries.size > MAX_ENTRIES ? entries.keys().next() : null;
    if (oldest && !oldest.done) entries.delete(oldest.value);
    return { ...entry };
  }
}

function tooMany(waitMs: number): AppError {
  const retryAfterSeconds = Math.ceil(waitMs / 1_000);
  return AppError.because('rate_limited', because('too_many_attempts', { retryAfterSeconds }));
}
