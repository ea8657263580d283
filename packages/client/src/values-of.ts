export interface Listener<T> {
  next(value: T): void;
  fail(error: unknown): void;
  end(): void;
}

/** Turns a source that calls back into one that is iterated; leaving the loop unsubscribes. */
export async function* valuesOf<T>(subscribe: (listener: Listener<T>) => { unsubscribe(): void }): AsyncGenerator<T> {
  const waiting: T[] = [];
  const source: { over: { error: unknown } | 'ended' | null } = { over: null };
  let wake: () => void = () => undefined;
  const subscription = subscribe({
    next: (value) => {
      waiting.push(value);
      wake();
    },
    fail: (error) => {
      source.over ??= { error };
      wake();
    },
    end: () => {
      source.over ??= 'ended';
      wake();
    },
  });
  try {
    for (;;) {
      while (waiting.length > 0) yield* waiting.splice(0, waiting.length);
      if (source.over === 'ended') return;
      if (source.over !== null) throw source.over.error;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    subscription.unsubscribe();
  }
}
