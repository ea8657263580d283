import type { CurrentUser } from '@majed-vanna/contract';
import { useSyncExternalStore } from 'react';
import { refreshOverCookie } from './refresh-over-cookie.ts';
import { createSessionStore, type Session } from './session.ts';
import { storedMarker } from './session-marker.ts';
import { startAnew } from './start-anew.ts';

/** One session per page. */
export const session = createSessionStore({ refreshOverCookie, marker: storedMarker, startAnew });

export function useSession(): Session {
  return useSyncExternalStore(session.subscribe, session.get);
}

export function useCurrentUser(): CurrentUser | null {
  const current = useSession();
  return current.status === 'signed_in' || current.status === 'expired' ? current.user : null;
}
