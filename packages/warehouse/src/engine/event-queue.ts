/** Hands values from a callback to one asynchronous reader, in order; bounded by the sender's credit. */
export interface EventQueue<T> {
  push(value: T): void;
  /** No more values: the reader gets undefined after those at hand, or the error at once. */
  end(error?: unknown): void;
  next(): Promise<T | undefined>;
}

export function createEventQueue<T>(): EventQueue<T> {
  const values: T[] = [];
  let end: { error: unknown } | undefined;
  let wake = () => {};

  return {
    push: (value) => {
      values.push(value);
      wake();
    },
    end: (error) => {
      end ??= { error };
      wake();
    },
    next: async () => {
      for (;;) {
        if (end?.error !== undefined) throw end.error;
        const value = values.shift();
        if (value !== undefined || end !== undefined) return value;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
