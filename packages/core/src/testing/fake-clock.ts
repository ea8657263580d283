import type { Clock } from '../ports.ts';

export interface FakeClock extends Clock {
  advance(by: { seconds?: number; minutes?: number; days?: number }): void;
}

/** A clock that moves only when it is told to. */
export function createFakeClock(start = '2026-01-01T09:00:00.000Z'): FakeClock {
  let nowMs = Date.parse(start);
  return {
    now: () => new Date(nowMs),
    advance({ seconds = 0, minutes = 0, days = 0 }) {
      nowMs += ((days * 24 * 60 + minutes) * 60 + seconds) * 1_000;
    },
  };
}
