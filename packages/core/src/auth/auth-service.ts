import {
  type Actor,
  AppError,
  because,
  type CurrentUser,
  newId,
  PERMISSIONS,
  type Permission,
  roleMay,
  type SessionId,
  type SignedIn,
  type UserId,
} from '@majed-vanna/contract';
import type { Database, UserRow } from '@majed-vanna/db';
import { requirePermission } from '../permission.ts';
import type { ClientInfo, Clock } from '../ports.ts';
import { createAccessTokens } from './access-tokens.ts';
import { createPasswordHashing, type PasswordHashing } from './password-hashing.ts';
import { explainPassword, requireGoodPassword } from './password-policy.ts';
import { notSignedIn, refreshSession } from './refresh-session.ts';
import { createRefreshTokens } from './refresh-tokens.ts';
import { createSessionCheck } from './session-check.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface AuthServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly tokens: {
    readonly secretKey: string;
    readonly accessMinutes: number;
    /** A sign-in ends after so many days, used or not. */
    readonly sessionDays?: number;
    /** … and after so many days without use. */
    readonly idleDays?: number;
  };
  readonly hashing?: PasswordHashing;
}

/** The refresh token is for an HttpOnly cookie, never for a body. */
export type SignedInWithRefresh = SignedIn & { readonly refreshToken: string };

export interface Authenticated {
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
  readonly sessionId: SessionId;
}

export type AuthService = ReturnType<typeof createAuthService>;

/** Signing in, staying signed in, and who somebody is. */
export function createAuthService({ database, clock, tokens, hashing = createPasswordHashing() }: AuthServiceDeps) {
  const { secretKey, accessMinutes, sessionDays = 30, idleDays = 7 } = tokens;
  const accessTokens = createAccessTokens({ secretKey, accessMinutes, clock });
  const refreshTokens = createRefreshTokens(secretKey);
  const refreshDeps = { database, clock, refreshTokens, idleMs: idleDays * DAY_MS };
  const sessions = createSessionCheck({ database, clock });
  const throttle = createSignInThrottle(clock);
  return { signIn, startSession, refresh, signOut, changePassword, authenticate, me, explainPassword, hashPassword };

  /**
   * A wrong name, a wrong password and a deactivated account are told apart by nothing, neither words nor work.
   * @throws AppError `wrong_credentials`, or `rate_limited` with `retryAfterSeconds`.
   */
  async function signIn({ username, password }: { username: string; password: string }, client: ClientInfo): Promise<SignedInWithRefresh> {
    const attempt = throttle.begin(username, client.ip);
    const user = await database.repositories.users.getByUsername(username);
    const right = await hashing.verify(user?.hashedPassword ?? null, password);
    if (!user || !right || !user.active || user.role === 'integration') {
      // The name as typed is not kept: people type passwords into the wrong field.
      const details = { ip: client.ip, userAgent: client.userAgent };
      await database.repositories.auditLog.append({
        at: clock.now(),
        actor: 'anonymous',
        action: 'auth.sign_in_failed',
        target: user?.id ?? null,
        details,
      });
      throw AppError.because('wrong_credentials', because('wrong_credentials'));
    }
    attempt.succeeded();
    return startSession(user.id, client);
  }

  /** Signs a user in who has proved by other means who they are. */
  async function startSession(id: UserId, client: ClientInfo): Promise<SignedInWithRefresh> {
    const now = clock.now();
    const refreshToken = refreshTokens.first();
    const session = newId('ses', now.getTime());
    const user = await database.transaction(async ({ sessions: families, users, auditLog }) => {
      await families.removeExpired(now);
      await families.create({
        id: session,
        userId: id,
        ...client,
        createdAt: now,
        expiresAt: new Date(now.getTime() + sessionDays * DAY_MS),
        tokenHash: refreshTokens.hash(refreshToken),
      });
      await auditLog.append({ at: now, actor: id, action: 'auth.signed_in', target: session, details: { ...client } });
      return users.update(id, { lastLoginAt: now }, now);
    });
    return { ...signedIn(user, session), refreshToken };
  }

  /** Exchanges the refresh token; a token that was exchanged before ends its whole family. @throws AppError `not_signed_in` */
  async function refresh(refreshToken: string, client: ClientInfo): Promise<SignedInWithRefresh> {
    const refreshed = await refreshSession(refreshDeps, refreshToken, client).catch((error: unknown) => {
      sessions.forgetAll();
      throw error;
    });
    return { ...signedIn(refreshed.user, refreshed.session.id), refreshToken: refreshed.refreshToken };
  }

  /** Ends the sessions of these tokens, commonly one and the same; what is unknown or ended already is no error. */
  async function signOut({ accessToken, refreshToken }: { accessToken: string | null; refreshToken: string | null }): Promise<void> {
    const claims = accessToken === null ? null : accessTokens.verify(accessToken);
    const held = refreshToken === null ? null : await database.repositories.sessions.getByTokenHash(refreshTokens.hash(refreshToken));
    const ended = new Map<SessionId, UserId>();
    if (claims) ended.set(claims.sessionId, claims.userId);
    if (held) ended.set(held.session.id, held.session.userId);
    const at = clock.now();
    await database.transaction(async ({ sessions: families, auditLog }) => {
      for (const [id, userId] of ended)
        if (await families.revokeFamily(id, 'signed_out', at))
          await auditLog.append({ at, actor: userId, action: 'auth.signed_out', target: id });
    });
    sessions.forgetAll();
  }

  /**
   * Ends every session of the user and starts a new one for the caller.
   * @throws AppError `forbidden`, `wrong_credentials` when the current password is wrong, `invalid_input` when the new one is not good enough.
   */
  async function changePassword(
    actor: Actor,
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
    client: ClientInfo,
  ): Promise<SignedInWithRefresh> {
    requirePermission(actor, 'profile.write');
    const attempt = throttle.begin(actor.username, client.ip);
    const user = await database.repositories.users.getById(actor.userId);
    if (!user?.active) throw notSignedIn();
    if (!(await hashing.verify(user.hashedPassword, currentPassword))) {
      throw AppError.because('wrong_credentials', because('wrong_current_password'), { field: 'currentPassword' });
    }
    attempt.succeeded();
    if (newPassword === currentPassword) {
      throw AppError.because('invalid_input', because('password_unchanged'), { field: 'newPassword' });
    }
    const hashedPassword = await hashPassword(newPassword, user.username);
    const at = clock.now();
    await database.transaction(async ({ users, sessions: families, auditLog }) => {
      await users.update(user.id, { hashedPassword, mustChangePassword: false, passwordChangedAt: at }, at);
      await families.revokeAllOfUser(user.id, 'password_changed', at);
      await auditLog.append({ at, actor: user.id, action: 'auth.password_changed', target: user.id, details: { ip: client.ip } });
    });
    sessions.forgetAll();
    return startSession(user.id, client);
  }

  /** Who acts, as of now: sign-out, deactivation and a changed role count within 2 s. @throws AppError `not_signed_in` */
  async function authenticate(accessToken: string): Promise<Authenticated> {
    const claims = accessTokens.verify(accessToken);
    const found = claims && (await sessions.find(claims.sessionId));
    if (!found || found.user.id !== claims.userId) throw notSignedIn();
    const { id, username, role, attributes, mustChangePassword } = found.user;
    return { actor: { userId: id, username, role, attributes }, mustChangePassword, sessionId: claims.sessionId };
  }

  /** @throws AppError `forbidden`, `not_signed_in` when the user is gone. */
  async function me(actor: Actor): Promise<CurrentUser> {
    requirePermission(actor, 'profile.read');
    const user = await database.repositories.users.getById(actor.userId);
    if (!user?.active) throw notSignedIn();
    return currentUser(user);
  }

  /** @throws AppError `invalid_input` with the field and the reason, when the password is not good enough. */
  function hashPassword(password: string, username: string): Promise<string> {
    requireGoodPassword(password, username);
    return hashing.hash(password);
  }

  function signedIn(user: UserRow, session: SessionId): SignedIn {
    const { expiresInSeconds } = accessTokens;
    return { accessToken: accessTokens.issue(user.id, session), expiresInSeconds, user: currentUser(user) };
  }
}

function currentUser({ id, username, role, mustChangePassword }: UserRow): CurrentUser {
  // The keys of a constant object are known.
  const permissions = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => roleMay(role, permission));
  return { id, username, role, mustChangePassword, permissions };
}
