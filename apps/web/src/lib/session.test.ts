import { newId, type SignedIn } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { createSessionStore } from './session.ts';

const user = { id: newId('usr'), username: 'amina', role: 'analyst', mustChangePassword: false, permissions: [] } as const;

/** A server that trades its cookie for tokens, and a clock that the test moves. */
function sessionWith(answers: (SignedIn | 'refused' | 'unreachable')[], { visitedBefore = true } = {}) {
  let marked = visitedBefore;
  const clock = { nowMs: 1_000_000 };
  let asked = 0;
  const left: string[] = [];
  const store = createSessionStore({
    marker: {
      isSet: () => marked,
      set: () => {
        marked = true;
      },
      clear: () => {
        marked = false;
      },
    },
    startAnew: (path) => left.push(path),
    nowMs: () => clock.nowMs,
    refreshOverCookie: async () => {
      asked++;
      return answers.shift() ?? 'refused';
    },
  });
  return { store, clock, asked: () => asked, isMarked: () => marked, left };
}

const tokens = (accessToken: string, expiresInSeconds = 1_800): SignedIn => ({
  accessToken,
  expiresInSeconds,
  user: { ...user, permissions: [] },
});

describe('the session of a page', () => {
  it('is taken up from the cookie when the page starts', async () => {
    const { store } = sessionWith([tokens('first')]);
    expect((await store.resume()).status).toBe('signed_in');
    expect(await store.accessToken()).toBe('first');
  });

  it('is nobody’s without a cookie', async () => {
    const { store } = sessionWith(['refused']);
    expect((await store.resume()).status).toBe('signed_out');
    expect(await store.accessToken()).toBeNull();
  });

  it('is asked for only where somebody signed in before', async () => {
    const { store, asked } = sessionWith([tokens('first')], { visitedBefore: false });
    expect((await store.resume()).status).toBe('signed_out');
    expect(asked()).toBe(0);
  });

  it('is remembered from signing in until signing out, or until the cookie is refused', async () => {
    const { store, isMarked } = sessionWith(['refused'], { visitedBefore: false });
    store.signedIn(tokens('first'));
    expect(isMarked()).toBe(true);
    store.signedOut();
    expect(isMarked()).toBe(false);
    store.signedIn(tokens('second'));
    store.dropAccessToken();
    await store.accessToken();
    expect(isMarked()).toBe(false);
  });

  it('renews the token shortly before it ends, once for all who wait', async () => {
    const { store, clock, asked } = sessionWith([tokens('second')]);
    store.signedIn(tokens('first', 60));
    expect(await store.accessToken()).toBe('first');
    clock.nowMs += 45_000;
    expect(await Promise.all([store.accessToken(), store.accessToken(), store.accessToken()])).toEqual(['second', 'second', 'second']);
    expect(asked()).toBe(1);
  });

  it('renews a token that the server no longer takes', async () => {
    const { store } = sessionWith([tokens('second')]);
    store.signedIn(tokens('first'));
    store.dropAccessToken();
    expect(await store.accessToken()).toBe('second');
  });

  it('keeps the person when the session ended, so that the page can ask for the password', async () => {
    const { store } = sessionWith(['refused']);
    store.signedIn(tokens('first'));
    store.dropAccessToken();
    expect(await store.accessToken()).toBeNull();
    expect(store.get()).toMatchObject({ status: 'expired', user: { username: 'amina' } });
    store.signedIn(tokens('again'));
    expect(await store.accessToken()).toBe('again');
  });

  it('does not sign anyone out while the server cannot be reached', async () => {
    const { store } = sessionWith(['unreachable', tokens('second')]);
    store.signedIn(tokens('first'));
    store.dropAccessToken();
    await store.accessToken();
    expect(store.get().status).toBe('signed_in');
    expect(await store.accessToken()).toBe('second');
  });

  it('is unknown, not signed out, when nobody answers at the start', async () => {
    const { store } = sessionWith(['unreachable', tokens('first')]);
    expect((await store.resume()).status).toBe('unknown');
    expect((await store.resume()).status).toBe('signed_in');
  });

  it('tells its listeners', () => {
    const { store } = sessionWith([]);
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.get().status));
    store.signedIn(tokens('first'));
    store.signedOut();
    expect(seen).toEqual(['signed_in', 'signed_out']);
  });

  it('starts anew in every tab of the browser when the person signs out, or somebody else signs in', async () => {
    const { store: here } = sessionWith([]);
    const there = sessionWith([]);
    here.signedIn(tokens('first'));
    await expect.poll(() => there.store.get().status).toBe('signed_in');
    expect(there.left).toEqual([]);
    here.signedOut();
    await expect.poll(() => there.left).toEqual(['/sign-in']);
    expect(there.store.get().status).toBe('signed_out');
    here.signedIn(tokens('second'));
    await expect.poll(() => there.store.get().status).toBe('signed_in');
    here.signedIn({ ...tokens('third'), user: { ...user, id: newId('usr'), permissions: [] } });
    await expect.poll(() => there.left).toEqual(['/sign-in', '/']);
  });
});
