/** Lets at most `limit` pieces of work run at a time; the others wait in the order of asking. */
export function createSemaphore(limit: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return { run };

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed on, not freed: a newcomer must not overtake.
      if (next) next();
      else running--;
    }
  }
}
