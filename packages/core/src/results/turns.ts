/** Lets `places` pieces of work go on at the same time; the others wait for their turn, the longest waiting first. */
export function createTurns(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;
  return { take };

  /** Resolves when it is the caller's turn, with what ends it. Rejects with the reason of `signal`. */
  async function take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (free > 0) {
      free--;
      return endOfTurn();
    }
    const turn = Promise.withResolvers<void>();
    const onAbort = () => {
      waiting.splice(waiting.indexOf(turn.resolve), 1);
      turn.reject(signal.reason);
    };
    waiting.push(turn.resolve);
    signal.addEventListener('abort', onAbort, { once: true });
    await turn.promise;
    signal.removeEventListener('abort', onAbort);
    return endOfTurn();
  }

  function endOfTurn(): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = waiting.shift();
      if (next) next();
      else free++;
    };
  }
}
