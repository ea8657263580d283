import type { CurrentUser, SignedIn } from '@majed-vanna/contract';
import type { SessionMarker } from './session-marker.ts';

/** `unknown` until the cookie was asked; `expired` keeps the user, so that the page can stay and ask for the password. */
export type Session =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed_out' }
  | { readonly status: 'expired'; readonly user: CurrentUser }
  | { readonly status: 'signed_in'; readonly user: CurrentUser; readonly accessToken: string; readonly expiresAt: number };

type Signal = { type: 'signed_in'; session: Extract<Session, { status: 'signed_in' }> } | { type: 'signed_out' };

/** Refresh this long before the access token ends, so that a request never starts with one about to. */
const EARLY_MS = 30_000;
const LOCK = 'mv-refresh';

export interface SessionDeps {
  /** Trades the cookie for a new access token. `refused`: it is absent, spent or revoked. `unreachable`: nobody can tell. */
  readonly refreshOverCookie: () => Promise<SignedIn | 'refused' | 'unreachable'>;
  /** Set while the cookie may be good. */
  readonly marker: SessionMarker;
  /** Leaves the page for another one, with nothing of the person who used it. */
  readonly startAnew: (path: string) => void;
  readonly nowMs?: () => number;
}

/** The access token lives in memory only; the refresh token is a cookie that scripts cannot read. */
export function createSessionStore({ refreshOverCookie, marker, startAnew, nowMs = Date.now }: SessionDeps) {
  let session: Session = { status: 'unknown' };
  let refreshing: Promise<Session> | null = null;
  const listeners = new Set<() => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('mv-session');
  channel?.addEventListener('message', (message: MessageEvent<Signal>) => hear(message.data));

  return { get: () => session, subscribe, signedIn, signedOut, resume, accessToken, dropAccessToken };

  function signedIn(result: SignedIn): void {
    const next = {
      status: 'signed_in',
      user: result.user,
      accessToken: result.accessToken,
      expiresAt: nowMs() + result.expiresInSeconds * 1_000,
    } as const;
    marker.set();
    change(next);
    tell({ type: 'signed_in', session: next });
  }

  function signedOut(): void {
    marker.clear();
    change({ status: 'signed_out' });
    tell({ type: 'signed_out' });
  }

  /** Asks the cookie once, when the page starts; where nobody has signed in there is none to ask. */
  async function resume(): Promise<Session> {
    if (session.status !== 'unknown') return session;
    if (marker.isSet()) return refresh();
    change({ status: 'signed_out' });
    return session;
  }

  /** A token that is good for the next request, or null when the person has to sign in. */
  async function accessToken(): Promise<string | null> {
    if (session.status !== 'signed_in') return null;
    if (nowMs() < session.expiresAt - EARLY_MS) return session.accessToken;
    const renewed = await refresh();
    return renewed.status === 'signed_in' ? renewed.accessToken : null;
  }

  /** The server refused this token; the next request asks the cookie first. */
  function dropAccessToken(): void {
    if (session.status === 'signed_in') change({ ...session, expiresAt: 0 });
  }

  function refresh(): Promise<Session> {
    refreshing ??= acrossTabs(renew).finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function renew(): Promise<Session> {
    // Another tab may have renewed while this one waited; the cookie it used is spent.
    if (session.status === 'signed_in' && nowMs() < session.expiresAt - EARLY_MS) return session;
    const result = await refreshOverCookie();
    if (result === 'unreachable') return session;
    if (result === 'refused') refused();
    else signedIn(result);
    return session;
  }

  function refused() {
    marker.clear();
    const user = personHere();
    change(user ? { status: 'expired', user } : { status: 'signed_out' });
  }

  function personHere(): CurrentUser | null {
    return session.status === 'signed_in' || session.status === 'expired' ? session.user : null;
  }

  function hear(signal: Signal) {
    const person = personHere();
    if (signal.type === 'signed_out') {
      change({ status: 'signed_out' });
      // Whoever signs in next in this browser must not find what this page holds.
      if (person) startAnew('/sign-in');
    } else if (person && person.id !== signal.session.user.id) {
      // Someone else signed in elsewhere: this page must not show one person's data with another's token.
      startAnew('/');
    } else change(signal.session);
  }

  function change(next: Session) {
    session = next;
    for (const listener of listeners) listener();
  }

  function tell(signal: Signal) {
    channel?.postMessage(signal);
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }
}

/** One refresh at a time for all tabs of this browser: two would spend the same cookie, which counts as theft. */
function acrossTabs<T>(work: () => Promise<T>): Promise<T> {
  // Web Locks need a secure context; over plain HTTP each tab keeps its own order.
  return navigator.locks ? navigator.locks.request(LOCK, work) : work();
}
