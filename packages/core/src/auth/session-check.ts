import type { SessionId } from '@majed-vanna/contract';
import type { Database, SessionRow, UserRow } from '@majed-vanna/db';
import type { Clock } from '../ports.ts';

/** How long an answer is believed. What another process changed is noticed within this time; the promise is 5 s. */
const BELIEVED_MS = 2_000;
const MAX_ENTRIES = 10_000;

export interface SessionCheck {
  /** The session and its user as they are now; null when the session has ended or the user may not act. */
  find(id: SessionId): Promise<{ session: SessionRow; user: UserRow } | null>;
  /** After this process changed sessions or users: believe nothing older. */
  forgetAll(): void;
}

/** Every request asks whether its session still holds; the database is asked once in two seconds per session. */
export function createSessionCheck({ database, clock }: { database: Database; clock: Clock }): SessionCheck {
  const believed = new Map<SessionId, { untilMs: number; answer: ReturnType<typeof read> }>();
  return { find, forgetAll: () => believed.clear() };

  function find(id: SessionId): ReturnType<typeof read> {
    const nowMs = clock.now().getTime();
    const known = believed.get(id);
    if (known && known.untilMs > nowMs) return known.answer;
    if (believed.size >= MAX_ENTRIES) believed.clear();
    const answer = read(id, nowMs);
    const entry = { untilMs: nowMs + BELIEVED_MS, answer };
    believed.set(id, entry);
    // A failed read is no answer.
    answer.catch(() => believed.get(id) === entry && believed.delete(id));
    return answer;
  }

  async function read(id: SessionId, nowMs: number) {
    const found = await database.repositories.sessions.getWithUser(id);
    return found && isAlive(found.session, nowMs) && found.user.active ? found : null;
  }
}

/** Neither revoked nor past its end. */
export function isAlive(session: SessionRow, nowMs: number): boolean {
  return session.revokedAt === null && session.expiresAt.getTime() > nowMs;
}
