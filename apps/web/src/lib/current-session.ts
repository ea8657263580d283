import type { CurrentUser } from '@majed-vanna/contract';
import { useSyncExternalStore } from 'react';
import { refreshOverCookie } from './refresh-over-cookie.ts';
import { createSessionStore, type Session } from './session.ts';

/** One session per page. */
export const session = createSessionStore({ refreshOverCookie });

export function useSession(): Session {
  return useSyncExternalStore(session.subscribe, session.get);
}

export function useCurrentUser(): CurrentUser | null {
  const current = useSession();
  return current.status === 'signed_in' || current.status === 'expired' ? current.user : null;
}
