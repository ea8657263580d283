import { useSyncExternalStore } from 'react';

/** Until when this browser's requests rest, because the server has had too many: milliseconds since 1970, null for not at all. */
let restsUntil: number | null = null;
let over: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** The server asked to come back later: whoever waits is told for how long. */
export function restFor(ms: number): void {
  restsUntil = Math.max(restsUntil ?? 0, Date.now() + ms);
  clearTimeout(over);
  over = setTimeout(() => change(null), restsUntil - Date.now());
  change(restsUntil);
}

export function useRest(): number | null {
  return useSyncExternalStore(subscribe, () => restsUntil);
}

function change(next: number | null) {
  restsUntil = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
