import { type CallOptions, WarehouseError } from '../warehouse.ts';

/** How long a call may take when the caller does not say. */
export const DEFAULT_DEADLINE_MS = 60_000;

export interface CallLimit {
  /** Aborts with a `WarehouseError`, `deadline` or `cancelled`. */
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  clear(): void;
}

/** The clock of one call, and the caller's own signal, as one signal. */
export function startCallLimit({ signal, deadlineMs = DEFAULT_DEADLINE_MS }: CallOptions): CallLimit {
  const controller = new AbortController();
  const onAbort = () => controller.abort(new WarehouseError('cancelled', 'The call was cancelled.'));
  const timer = setTimeout(
    () => controller.abort(new WarehouseError('deadline', `The database did not answer within ${deadlineMs} ms.`)),
    deadlineMs,
  );
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  return { signal: controller.signal, deadlineMs, clear };

  function clear(): void {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
