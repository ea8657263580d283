import { session } from '../../lib/current-session.ts';
import { api } from '../../lib/trpc.ts';

/** Ends the session here and on the server; the page starts anew, so that nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  // Without the server the cookie stays until it expires; this page forgets everything all the same.
  await api.auth.signOut.mutate().catch(() => undefined);
  session.signedOut();
  try {
    sessionStorage.clear();
  } catch {
    // Storage may be blocked; then there is nothing to forget.
  }
  location.assign('/sign-in');
}
