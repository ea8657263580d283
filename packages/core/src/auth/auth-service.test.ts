import { newId, type Role } from '@majed-vanna/contract';
import { type TestDatabase, testDatabases } from '@majed-vanna/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../testing/index.ts';
import { type AuthService, createAuthService } from './auth-service.ts';
import { createPasswordHashing, type PasswordHashing } from './password-hashing.ts';

const PASSWORD = 'violet harbour lantern';
const client = { ip: '10.0.0.1', userAgent: 'test' };
const real = createPasswordHashing();

describe.each(await testDatabases())('sign-in on $provider', ({ create }) => {
  let database: TestDatabase;
  let hashedPassword: string;
  let clock: FakeClock;
  let auth: AuthService;
  let checked: boolean[];

  beforeAll(async () => {
    database = await create();
    hashedPassword = await real.hash(PASSWORD);
  });
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(() => {
    clock = createFakeClock();
    checked = [];
    auth = newAuth();
  });

  function newAuth(): AuthService {
    const hashing: PasswordHashing = {
      hash: real.hash,
      verify(hashed, password) {
        checked.push(hashed !== null);
        return real.verify(hashed, password);
      },
    };
    return createAuthService({ database, clock, tokens: { secretKey: 's'.repeat(43), accessMinutes: 30 }, hashing });
  }

  let names = 0;
  async function aUser(role: Role = 'analyst', more: { active?: boolean; mustChangePassword?: boolean } = {}) {
    const username = `user-${++names}`;
    const user = { id: newId('usr'), username, hashedPassword, role, createdAt: clock.now(), ...more };
    return database.repositories.users.create(user);
  }

  const denied = (username: string, password: string) =>
    auth.signIn({ username, password }, client).then(
      () => 'signed in',
      (error: { code: string; message: string; details: object }) => ({
        code: error.code,
        message: error.message,
        details: error.details,
      }),
    );
  const lives = (accessToken: string) =>
    auth.authenticate(accessToken).then(
      () => true,
      () => false,
    );
  const audited = async (action: string) => (await database.repositories.auditLog.list({ action, limit: 1000 })).length;

  test('a right password signs in, and the token names the user with the role', async () => {
    const user = await aUser('analyst', { mustChangePassword: true });
    const signedIn = await auth.signIn({ username: user.username.toUpperCase(), password: PASSWORD }, client);
    expect(signedIn).toMatchObject({ expiresInSeconds: 1800, user: { id: user.id, role: 'analyst', mustChangePassword: true } });
    expect(signedIn.user.permissions).toContain('question.ask');
    expect(signedIn.user.permissions).not.toContain('dataSource.write');
    expect(await auth.authenticate(signedIn.accessToken)).toMatchObject({
      actor: { userId: user.id, username: user.username, role: 'analyst' },
      mustChangePassword: true,
    });
    expect((await database.repositories.users.getById(user.id))?.lastLoginAt).toEqual(clock.now());
  });

  test('an unknown name, a wrong password, a deactivated account and a partner are told apart by neither words nor work', async () => {
    const [user, gone, partner] = [await aUser(), await aUser('analyst', { active: false }), await aUser('integration')];
    const answers = [
      await denied('nobody-of-that-name', PASSWORD),
      await denied(user.username, 'not the password at all'),
      await denied(gone.username, PASSWORD),
      await denied(partner.username, PASSWORD),
    ];
    expect(answers[0]).toMatchObject({ code: 'wrong_credentials' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(checked).toEqual([false, true, true, true]);
  });

  test('a name with a NUL character is an unknown name', async () => {
    expect(await denied('a\0b', PASSWORD)).toMatchObject({ code: 'wrong_credentials' });
  });

  test('sign-ins, failed ones too, are in the audit log, and neither password nor typed name are', async () => {
    const user = await aUser();
    await auth.signIn({ username: user.username, password: PASSWORD }, client);
    await denied('typed into the wrong field', 'wrong password typed');
    await denied(user.username, 'wrong password typed');
    const log = JSON.stringify(await database.repositories.auditLog.list({ limit: 1000 }));
    expect(log).not.toContain('typed');
    const [failed] = await database.repositories.auditLog.list({ action: 'auth.sign_in_failed', limit: 1 });
    expect(failed?.actor).toBe('anonymous');
    expect((await database.repositories.auditLog.list({ action: 'auth.signed_in', actor: user.id, limit: 1 }))[0]?.details).toEqual(client);
  });

  test('after five failures even the right password waits, and says how long', async () => {
    const user = await aUser();
    for (let i = 0; i < 6; i++) {
      await denied(user.username, 'not the password at all');
      if (i === 4) clock.advance({ seconds: 2 });
    }
    expect(await denied(user.username, PASSWORD)).toMatchObject({ code: 'rate_limited', details: { retryAfterSeconds: 4 } });
    clock.advance({ seconds: 4 });
    expect(await denied(user.username, PASSWORD)).toBe('signed in');
  });

  test('a refresh token is exchanged for a new one, again and again', async () => {
    const user = await aUser();
    let { refreshToken } = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    const seen = new Set([refreshToken]);
    for (let i = 0; i < 3; i++) {
      clock.advance({ minutes: 30 });
      const refreshed = await auth.refresh(refreshToken, client);
      expect(await lives(refreshed.accessToken)).toBe(true);
      ({ refreshToken } = refreshed);
      seen.add(refreshToken);
    }
    expect(seen.size).toBe(4);
  });

  test('the database holds no token that could be used', async () => {
    const user = await aUser();
    const { refreshToken } = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    expect(await database.repositories.sessions.getByTokenHash(refreshToken)).toBeNull();
  });

  test('tabs that refresh with the same token at the same time get the same successor, and nobody is signed out', async () => {
    const user = await aUser();
    const first = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    const refreshed = await Promise.all(Array.from({ length: 5 }, () => auth.refresh(first.refreshToken, client)));
    expect(new Set(refreshed.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    clock.advance({ seconds: 9 });
    const late = await auth.refresh(first.refreshToken, client);
    expect(late.refreshToken).toBe(refreshed[0]?.refreshToken);
    expect(await lives(late.accessToken)).toBe(true);
  });

  test('a late tab gets the newest token, though its successor was exchanged as well', async () => {
    const user = await aUser();
    const first = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    const second = await auth.refresh(first.refreshToken, client);
    const third = await auth.refresh(second.refreshToken, client);
    expect((await auth.refresh(first.refreshToken, client)).refreshToken).toBe(third.refreshToken);
  });

  test('a token used again later ends the whole family, and the log says so', async () => {
    const user = await aUser();
    const before = await audited('auth.token_reused');
    const first = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    const elsewhere = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    const second = await auth.refresh(first.refreshToken, client);
    clock.advance({ seconds: 11 });
    await expect(auth.refresh(first.refreshToken, client)).rejects.toMatchObject({ code: 'not_signed_in' });
    await expect(auth.refresh(second.refreshToken, client)).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await lives(second.accessToken)).toBe(false);
    expect(await lives(elsewhere.accessToken)).toBe(true);
    expect(await audited('auth.token_reused')).toBe(before + 1);
  });

  test('unknown tokens, and those not used for a week, are worth nothing', async () => {
    const user = await aUser();
    await expect(auth.refresh('made up', client)).rejects.toMatchObject({ code: 'not_signed_in' });
    const { refreshToken } = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    clock.advance({ days: 7, seconds: 1 });
    await expect(auth.refresh(refreshToken, client)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('a session ends after thirty days, however much it is used', async () => {
    const user = await aUser();
    let { refreshToken } = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    for (let day = 0; day < 30; day += 5) {
      ({ refreshToken } = await auth.refresh(refreshToken, client));
      clock.advance({ days: 5 });
    }
    await expect(auth.refresh(refreshToken, client)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('signing out ends the session at once; doing it twice, or with nothing, is no error', async () => {
    const user = await aUser();
    const signedIn = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    expect(await lives(signedIn.accessToken)).toBe(true);
    const { refreshToken } = signedIn;
    for (const token of [refreshToken, refreshToken, 'made up', null]) await auth.signOut({ accessToken: null, refreshToken: token });
    expect(await lives(signedIn.accessToken)).toBe(false);
    await expect(auth.refresh(signedIn.refreshToken, client)).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  test('signing out with one of the two tokens ends the whole session, once; with those of two sessions, both', async () => {
    const { username } = await aUser();
    const one = await auth.signIn({ username, password: PASSWORD }, client);
    const before = await audited('auth.signed_out');
    await auth.signOut({ accessToken: one.accessToken, refreshToken: null });
    expect(await lives(one.accessToken)).toBe(false);
    await expect(auth.refresh(one.refreshToken, client)).rejects.toMatchObject({ code: 'not_signed_in' });
    await auth.signOut(one);
    expect(await audited('auth.signed_out')).toBe(before + 1);
    const [here, there] = [
      await auth.signIn({ username, password: PASSWORD }, client),
      await auth.signIn({ username, password: PASSWORD }, client),
    ];
    await auth.signOut({ accessToken: here.accessToken, refreshToken: there.refreshToken });
    expect([await lives(here.accessToken), await lives(there.accessToken)]).toEqual([false, false]);
  });

  test('what another process does to a user or a session counts within five seconds', async () => {
    const [demoted, deactivated, ended] = [await aUser('admin'), await aUser(), await aUser()];
    const other = newAuth();
    const tokenOf = async (username: string) => (await auth.signIn({ username, password: PASSWORD }, client)).accessToken;
    const tokens = [await tokenOf(demoted.username), await tokenOf(deactivated.username)] as const;
    const signedOut = await auth.signIn({ username: ended.username, password: PASSWORD }, client);
    for (const token of [...tokens, signedOut.accessToken]) expect(await lives(token)).toBe(true);

    await database.repositories.users.update(demoted.id, { role: 'normal' }, clock.now());
    await database.repositories.users.update(deactivated.id, { active: false }, clock.now());
    await other.signOut(signedOut);
    clock.advance({ seconds: 5 });
    expect((await auth.authenticate(tokens[0])).actor.role).toBe('normal');
    expect(await lives(tokens[1])).toBe(false);
    expect(await lives(signedOut.accessToken)).toBe(false);
  });

  test('a changed password ends every other session, and lifts the duty to change it', async () => {
    const user = await aUser('normal', { mustChangePassword: true });
    const here = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    const there = await auth.signIn({ username: user.username, password: PASSWORD }, client);
    const { actor } = await auth.authenticate(here.accessToken);
    const changed = await auth.changePassword(actor, { currentPassword: PASSWORD, newPassword: 'amber window crossing' }, client);
    expect(await auth.authenticate(changed.accessToken)).toMatchObject({ mustChangePassword: false });
    expect([await lives(here.accessToken), await lives(there.accessToken)]).toEqual([false, false]);
    await expect(auth.refresh(there.refreshToken, client)).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await denied(user.username, PASSWORD)).toMatchObject({ code: 'wrong_credentials' });
    expect(await denied(user.username, 'amber window crossing')).toBe('signed in');
    expect(await audited('auth.password_changed')).toBeGreaterThan(0);
  });

  test('an integration has neither a profile nor a password of a person', async () => {
    const { id, username } = await aUser('integration');
    const actor = { userId: id, username, role: 'integration', attributes: {} } as const;
    await expect(auth.me(actor)).rejects.toMatchObject({ code: 'forbidden' });
    const change = auth.changePassword(actor, { currentPassword: PASSWORD, newPassword: 'amber window crossing' }, client);
    await expect(change).rejects.toMatchObject({ code: 'forbidden' });
  });

  test.each([
    ['a wrong current one', 'not the password at all', 'amber window crossing', 'wrong_credentials'],
    ['the same one again', PASSWORD, PASSWORD, 'invalid_input'],
    ['a common one', PASSWORD, 'Password123456789', 'invalid_input'],
  ])('a password is not changed with %s', async (_name, currentPassword, newPassword, code) => {
    const user = await aUser();
    const actor = { userId: user.id, username: user.username, role: user.role, attributes: {} };
    await expect(auth.changePassword(actor, { currentPassword, newPassword }, client)).rejects.toMatchObject({ code });
    expect((await database.repositories.users.getById(user.id))?.hashedPassword).toBe(hashedPassword);
  });
});
