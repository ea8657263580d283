import { AppError, because, type UserId } from '@majed-vanna/contract';

export interface AdmissionLimits {
  readonly perUser: number;
  readonly total: number;
}

/** Bounds what runs at the same time: one person cannot take every place, and a full house says so at once. */
export function createAdmission({ perUser, total }: AdmissionLimits) {
  const running = new Map<UserId, number>();
  let count = 0;
  return { admit };

  /**
   * Takes a place; the caller gives it back by the returned function, once.
   * @throws AppError `rate_limited` when the actor's own places are taken, `unavailable` when all are
   */
  function admit(user: UserId): () => void {
    const own = running.get(user) ?? 0;
    if (own >= perUser) throw AppError.because('rate_limited', because('too_many_running', { most: perUser }));
    if (count >= total) throw AppError.because('unavailable', because('server_full'), { details: { limit: total } });
    running.set(user, own + 1);
    count++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      count--;
      const left = (running.get(user) ?? 1) - 1;
      if (left > 0) running.set(user, left);
      else running.delete(user);
    };
  }
}
