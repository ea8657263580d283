/** Hands out one lock at a time, in the order of asking. */
export function createMutex() {
  let last: Promise<void> = Promise.resolve();
  return { acquire, run };

  /** Resolves to the release; releasing twice does nothing. */
  async function acquire(): Promise<() => void> {
    const before = last;
    let release = (): void => undefined;
    last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  async function run<T>(work: () => Promise<T>): Promise<T> {
    const release = await acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
