import type { UserId } from '@majed-vanna/contract';

/** A question that is admitted gets half of what is left, at least this much if there is as much. */
const LEAST_SHARE = 4_000;

/**
 * What questions that are under way may still use: together they cannot take more than is left.
 *
 * The memory of one process is the right place: people ask the one server of a data folder (decision 9), and commands that run
 * beside it ask as an actor of their own. What was used is in the database, so a restart forgives nothing but what died with it.
 */
export function createTokenReservations({ perQuestion }: { readonly perQuestion: number }) {
  const held = new Map<UserId, number>();
  let settled = 0;
  return { settledCount: () => settled, take };

  /** A share of the quota; null when nothing is left of it. Give it back by the returned function, once. */
  function take(user: UserId, { quota, used }: { quota: number; used: number }): { tokens: number; giveBack: () => void } | null {
    const left = quota - used - (held.get(user) ?? 0);
    if (left <= 0) return null;
    const tokens = Math.min(left, perQuestion, Math.max(LEAST_SHARE, Math.floor(left / 2)));
    held.set(user, (held.get(user) ?? 0) + tokens);
    let holding = true;
    return {
      tokens,
      giveBack() {
        if (!holding) return;
        holding = false;
        settled++;
        const rest = (held.get(user) ?? 0) - tokens;
        if (rest > 0) held.set(user, rest);
        else held.delete(user);
      },
    };
  }
}
