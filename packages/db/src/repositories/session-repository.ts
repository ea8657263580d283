import { type SessionId, sessionId, type UserId, userId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { RefreshToken, Session } from '../generated/sqlite/client.ts';
import { toRow as toUserRow, type UserRow } from './user-repository.ts';

/** A sign-in on one device: the family of its refresh tokens. */
export interface SessionRow {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly ip: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedReason: string | null;
}

export interface RefreshTokenRow {
  readonly tokenHash: string;
  readonly createdAt: Date;
  /** When it was exchanged for its successor; null while it is the newest of its family. */
  readonly usedAt: Date | null;
  readonly replacedBy: string | null;
}

export type NewSession = Pick<SessionRow, 'id' | 'userId' | 'ip' | 'userAgent' | 'createdAt' | 'expiresAt'> & {
  readonly tokenHash: string;
};
export type RevocationReason = 'signed_out' | 'token_reused' | 'password_changed' | 'deactivated';

export function createSessionRepository({ session: sessions, refreshToken: tokens }: PrismaConnection) {
  return { create, getWithUser, getByTokenHash, rotate, revokeFamily, revokeAllOfUser, listByUser, removeExpired };

  /** A new family with its first token. */
  async function create({ tokenHash, ...session }: NewSession): Promise<SessionRow> {
    const refreshTokens = { create: { tokenHash, createdAt: session.createdAt } };
    return toRow(await sessions.create({ data: { ...session, lastUsedAt: session.createdAt, refreshTokens } }));
  }

  async function getWithUser(id: SessionId): Promise<{ session: SessionRow; user: UserRow } | null> {
    const found = await sessions.findUnique({ where: { id }, include: { user: true } });
    return found && { session: toRow(found), user: toUserRow(found.user) };
  }

  async function getByTokenHash(tokenHash: string): Promise<{ session: SessionRow; token: RefreshTokenRow } | null> {
    const found = await tokens.findUnique({ where: { tokenHash }, include: { session: true } });
    return found && { session: toRow(found.session), token: toTokenRow(found) };
  }

  /**
   * Exchanges a token for its successor. Call it inside a transaction.
   * @returns false when the token had been exchanged already; then nothing is changed.
   */
  async function rotate(tokenHash: string, successor: { tokenHash: string; at: Date }): Promise<boolean> {
    const { count } = await tokens.updateMany({
      where: { tokenHash, usedAt: null, session: { revokedAt: null } },
      data: { usedAt: successor.at, replacedBy: successor.tokenHash },
    });
    if (count === 0) return false;
    const { session } = await tokens.findUniqueOrThrow({ where: { tokenHash }, select: { session: { select: { id: true } } } });
    await tokens.create({ data: { tokenHash: successor.tokenHash, sessionId: session.id, createdAt: successor.at } });
    await sessions.update({ where: { id: session.id }, data: { lastUsedAt: successor.at } });
    return true;
  }

  /** @returns false when it was revoked already, or never was. */
  async function revokeFamily(id: SessionId, reason: RevocationReason, at: Date): Promise<boolean> {
    const { count } = await sessions.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at, revokedReason: reason } });
    return count > 0;
  }

  /** @returns how many were revoked. */
  async function revokeAllOfUser(user: UserId, reason: RevocationReason, at: Date, options: { except?: SessionId } = {}): Promise<number> {
    const { count } = await sessions.updateMany({
      where: { userId: user, revokedAt: null, ...(options.except && { id: { not: options.except } }) },
      data: { revokedAt: at, revokedReason: reason },
    });
    return count;
  }

  /** Those that still hold, newest first. */
  async function listByUser(user: UserId, now: Date): Promise<SessionRow[]> {
    const where = { userId: user, revokedAt: null, expiresAt: { gt: now } };
    return (await sessions.findMany({ where, orderBy: { lastUsedAt: 'desc' } })).map(toRow);
  }

  /** @returns how many were removed. */
  async function removeExpired(now: Date): Promise<number> {
    return (await sessions.deleteMany({ where: { expiresAt: { lte: now } } })).count;
  }
}

export type SessionRepository = ReturnType<typeof createSessionRepository>;

function toRow(session: Session): SessionRow {
  const { id, userId: user, ip, userAgent, createdAt, lastUsedAt, expiresAt, revokedAt, revokedReason } = session;
  return {
    id: sessionId.parse(id),
    userId: userId.parse(user),
    ip,
    userAgent,
    createdAt,
    lastUsedAt,
    expiresAt,
    revokedAt,
    revokedReason,
  };
}

function toTokenRow({ tokenHash, createdAt, usedAt, replacedBy }: RefreshToken): RefreshTokenRow {
  return { tokenHash, createdAt, usedAt, replacedBy };
}
