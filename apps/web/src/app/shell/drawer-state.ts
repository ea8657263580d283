import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

/** Whether the side bar lies over the page, on screens too narrow for both. */
export function useDrawerOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open);
}

export function setDrawerOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
