import { signedIn } from '@majed-vanna/contract';
import { createFakeClock } from '@majed-vanna/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ADMINISTRATOR, type RealServer, realServer, setUp } from '../testing/real-server.ts';

const envelope = z.object({
  result: z.object({ data: signedIn.loose().optional() }).optional(),
  error: z.object({ data: z.object({ appCode: z.string() }) }).optional(),
});

/** Calls a mutation the way a browser does: with the cookies it has, keeping those it is given. */
function browser(server: RealServer) {
  let cookie = '';
  return { call, cookie: () => cookie, bring };

  function bring(stolen: string): void {
    cookie = stolen;
  }

  async function call(path: string, input: unknown = undefined, token: string | null = null) {
    const response = await fetch(`${server.url}/api/trpc/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: server.url,
        ...(cookie && { cookie }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(input ?? {}),
    });
    const set = response.headers.getSetCookie()[0] ?? null;
    if (set) cookie = set.split(';')[0] ?? '';
    const { result, error } = envelope.parse(await response.json());
    return { status: response.status, set, data: result?.data, code: error?.data.appCode ?? null };
  }
}

/** Of all tests that leave the account as it is. */
let server: RealServer;
beforeAll(async () => {
  server = await realServer();
  await setUp(server);
});
afterAll(() => server[Symbol.asyncDispose]());

test('signing in sets a cookie that scripts and other sites cannot use, and no body holds the token', async () => {
  const { status, set, data } = await browser(server).call('auth.signIn', ADMINISTRATOR);
  expect(status).toBe(200);
  expect(set).toMatch(/^mv_refresh=[^;]{20,}; Max-Age=\d+; Path=\/api\/trpc; HttpOnly; SameSite=Strict$/);
  expect(Object.keys(data ?? {}).toSorted()).toEqual(['accessToken', 'expiresInSeconds', 'user']);
  expect(await server.client(data?.accessToken).auth.me.query()).toMatchObject({ username: 'layla' });
});

test('wrong name and wrong password are one and the same answer', async () => {
  const wrongPassword = await browser(server).call('auth.signIn', { ...ADMINISTRATOR, password: 'not the right one' });
  const wrongName = await browser(server).call('auth.signIn', { ...ADMINISTRATOR, username: 'nobody' });
  expect([wrongPassword.status, wrongPassword.code]).toEqual([401, 'wrong_credentials']);
  expect([wrongName.status, wrongName.code]).toEqual([401, 'wrong_credentials']);
});

test('the cookie is exchanged at each refresh, and using an old one ends the session', async () => {
  const clock = createFakeClock(new Date().toISOString());
  await using server = await realServer({}, clock);
  await setUp(server);
  const owner = browser(server);
  await owner.call('auth.signIn', ADMINISTRATOR);
  const stolen = owner.cookie();
  const refreshed = await owner.call('auth.refresh');
  expect(refreshed.status).toBe(200);
  expect(owner.cookie()).not.toBe(stolen);
  expect((await owner.call('auth.refresh')).status).toBe(200);

  // Two tabs may send the same cookie within moments; whoever brings it later has stolen it.
  clock.advance({ minutes: 1 });
  const thief = browser(server);
  thief.bring(stolen);
  expect((await thief.call('auth.refresh')).code).toBe('not_signed_in');
  const after = await owner.call('auth.refresh');
  expect([after.code, after.set]).toEqual(['not_signed_in', expect.stringContaining('Max-Age=0')]);
});

test('without a cookie there is nothing to refresh', async () => {
  expect(await browser(server).call('auth.refresh')).toMatchObject({ status: 401, code: 'not_signed_in' });
});

test('signing out ends the session at once and removes the cookie', async () => {
  const owner = browser(server);
  const { data } = await owner.call('auth.signIn', ADMINISTRATOR);
  const out = await owner.call('auth.signOut', {}, data?.accessToken);
  expect([out.status, out.set]).toEqual([200, expect.stringContaining('mv_refresh=; Max-Age=0')]);
  await expect(server.client(data?.accessToken).auth.me.query()).rejects.toMatchObject({ data: { appCode: 'not_signed_in' } });
});

test('signing out without the cookie ends the session of the access token', async () => {
  const owner = browser(server);
  const { data } = await owner.call('auth.signIn', ADMINISTRATOR);
  await server.client(data?.accessToken).auth.signOut.mutate();
  await expect(server.client(data?.accessToken).auth.me.query()).rejects.toMatchObject({ data: { appCode: 'not_signed_in' } });
  expect((await owner.call('auth.refresh')).code).toBe('not_signed_in');
});

test('changing the password signs every other session out and the caller in', async () => {
  await using server = await realServer();
  await setUp(server);
  const [here, elsewhere] = [browser(server), browser(server)];
  const { data } = await here.call('auth.signIn', ADMINISTRATOR);
  await elsewhere.call('auth.signIn', ADMINISTRATOR);
  const changed = await here.call(
    'auth.changePassword',
    { currentPassword: ADMINISTRATOR.password, newPassword: 'a quite different wadi' },
    data?.accessToken,
  );
  expect(changed.status).toBe(200);
  expect((await elsewhere.call('auth.refresh')).code).toBe('not_signed_in');
  expect((await here.call('auth.refresh')).status).toBe(200);
});

test.each([
  ['1', true],
  ['0', false],
])('with %s trusted proxies, a forwarded https makes the cookie secure: %s', async (proxies, secure) => {
  await using server = await realServer({ TRUSTED_PROXIES: proxies });
  await setUp(server);
  const response = await fetch(`${server.url}/api/trpc/auth.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' },
    body: JSON.stringify(ADMINISTRATOR),
  });
  expect(response.headers.getSetCookie()[0]?.includes('Secure')).toBe(secure);
});
