import { session } from '../../lib/current-session.ts';
import { startAnew } from '../../lib/start-anew.ts';
import { api } from '../../lib/trpc.ts';

/** Ends the session here and on the server. */
export async function signOut(): Promise<void> {
  // Without the server the cookie stays until it expires; this page forgets everything all the same.
  await api.auth.signOut.mutate().catch(() => undefined);
  session.signedOut();
  startAnew('/sign-in');
}
