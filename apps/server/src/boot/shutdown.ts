import type { Server } from 'node:http';

/** Ctrl-C reaches a process several times: from the terminal and from each parent that passes it on. */
const SAME_PRESS_MS = 1_000;
const GRACE_MS = 15_000;

export interface Drain {
  /** Stops what produces answers, so that their listeners hear the end. */
  stopWork(): Promise<void>;
  /** Ends every stream that is still open. */
  endStreams(): void;
  /** Closes what lies below: databases, child processes, files. */
  closeRest(): Promise<void>;
}

/**
 * Lets requests in flight finish and takes no new connections: readiness must say no before this is called.
 * Every answer from now on closes its connection.
 */
export async function drain(server: Server, { stopWork, endStreams, closeRest }: Drain): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await stopWork();
  endStreams();
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
