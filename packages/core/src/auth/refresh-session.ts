import { AppError, because } from '@majed-vanna/contract';
import type { Database, RefreshTokenRow, SessionRow, UserRow } from '@majed-vanna/db';
import type { ClientInfo, Clock } from '../ports.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import { isAlive } from './session-check.ts';

/**
 * Two tabs that wake up together send the same token twice. Within this time the second one gets the same successor as the first:
 * it gains nothing that the first did not get. Later, the token must have been stolen, and the whole family ends.
 */
const REUSE_TOLERATED_MS = 10_000;

export interface RefreshDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly refreshTokens: RefreshTokens;
  /** A token that nobody has exchanged for so long is worth nothing. */
  readonly idleMs: number;
}

export interface Refreshed {
  readonly session: SessionRow;
  readonly user: UserRow;
  readonly refreshToken: string;
}

/** @throws AppError `not_signed_in` */
export async function refreshSession(deps: RefreshDeps, token: string, client: ClientInfo): Promise<Refreshed> {
  const { database, clock, refreshTokens } = deps;
  const now = clock.now();
  const held = await hold(deps, token, now);
  const found = await database.repositories.sessions.getWithUser(held.session.id);
  if (!found?.user.active) throw notSignedIn();
  if (held.token.usedAt === null) {
    if (now.getTime() - held.token.createdAt.getTime() > deps.idleMs) throw notSignedIn();
    const successor = refreshTokens.successorOf(token);
    const tokenHash = refreshTokens.hash(successor);
    const rotated = await database.transaction(({ sessions }) => sessions.rotate(refreshTokens.hash(token), { tokenHash, at: now }));
    if (rotated) return { ...found, refreshToken: successor };
    // Somebody else was faster by a moment.
    return { ...found, refreshToken: await newestOf(deps, token, await hold(deps, token, now), now, client) };
  }
  return { ...found, refreshToken: await newestOf(deps, token, held, now, client) };
}

type Held = { readonly session: SessionRow; readonly token: RefreshTokenRow };

async function hold({ database, refreshTokens }: RefreshDeps, token: string, now: Date): Promise<Held> {
  const held = await database.repositories.sessions.getByTokenHash(refreshTokens.hash(token));
  if (!held || !isAlive(held.session, now.getTime())) throw notSignedIn();
  return held;
}

/** Follows the exchanges of a token to the living one, while each of them happened just now. */
async function newestOf(deps: RefreshDeps, token: string, held: Held, now: Date, client: ClientInfo): Promise<string> {
  const { usedAt, replacedBy } = held.token;
  if (usedAt === null) return token;
  const successor = deps.refreshTokens.successorOf(token);
  const justNow = now.getTime() - usedAt.getTime() <= REUSE_TOLERATED_MS;
  // After a change of the secret key the successor cannot be told any more.
  if (!justNow || deps.refreshTokens.hash(successor) !== replacedBy) throw await endStolenFamily(deps, held.session, now, client);
  return newestOf(deps, successor, await hold(deps, successor, now), now, client);
}

async function endStolenFamily({ database }: RefreshDeps, session: SessionRow, at: Date, client: ClientInfo): Promise<AppError> {
  await database.transaction(async ({ sessions, auditLog }) => {
    if (!(await sessions.revokeFamily(session.id, 'token_reused', at))) return;
    await auditLog.append({ at, actor: session.userId, action: 'auth.token_reused', target: session.id, details: { ip: client.ip } });
  });
  return notSignedIn();
}

/** The one error for every token that is absent, forged, expired or revoked: which of these is nobody's business. */
export function notSignedIn(): AppError {
  return AppError.because('not_signed_in', because('sign_in_first'));
}
