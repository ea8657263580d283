import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Ctrl-C reaches a process several times: from the terminal and from each parent that passes it on. */
const SAME_PRESS_MS = 1_000;
const GRACE_MS = 15_000;
/** Clients that are busy have been answered within this time, and gone over to a new connection. */
const SETTLE_MS = 500;

export interface Drain {
  /** Stops what produces answers, so that their listeners hear the end. */
  stopWork(): Promise<void>;
  /** Ends every stream that is still open. */
  endStreams(): void;
  /** Closes what lies below: databases, child processes, files. */
  closeRest(): Promise<void>;
}

/**
 * Lets requests in flight finish, and loses none: for a moment the server still listens, but every answer ends its connection,
 * so that no client is about to send on one that closes under it. Readiness must say no before this is called.
 */
export async function drain(server: Server, { stopWork, endStreams, closeRest }: Drain): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  await Promise.all([stopWork(), pause(SETTLE_MS)]);
  endStreams();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await closed;
  clearInterval(idle);
  await closeRest();
}

/** Calls `stop` on the first signal and ends the process after it; a second one, or too long a wait, ends it at once. */
export function onSignals(stop: () => Promise<void>, leave: (code: number) => void): void {
  let firstAt: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, receive);

  function receive(): void {
    const now = performance.now();
    if (firstAt === null) {
      firstAt = now;
      setTimeout(() => leave(1), GRACE_MS).unref();
      stop().then(
        () => leave(0),
        () => leave(1),
      );
    } else if (now - firstAt > SAME_PRESS_MS) leave(1);
  }
}
