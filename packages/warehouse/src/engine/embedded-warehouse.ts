import type { Dialect } from '@majed-vanna/contract';
import type { CallOptions, QueryEvent, QueryRequest, Warehouse } from '../warehouse.ts';
import { type CallLimit, startCallLimit } from './call-limit.ts';
import type { EnginePool } from './engine-pool.ts';
import type { EngineProcess, RunningTask } from './engine-process.ts';
import { createEventQueue } from './event-queue.ts';
import type { EngineResult, EngineTask } from './protocol.ts';

/** Time a child has to stop by itself before it is killed. */
const STOP_GRACE_MS = 150;
const DEFAULT_BATCH_ROWS = 2_048;

/** The warehouse port over child processes of one embedded database. */
export function createEmbeddedWarehouse(dialect: Dialect, pool: EnginePool): Warehouse {
  return {
    dialect,
    ping: async (options = {}) => {
      const started = performance.now();
      const version = await call<string>({ kind: 'ping' }, options);
      return { ms: performance.now() - started, version };
    },
    introspect: (options = {}) => call({ kind: 'introspect' }, options),
    readStatement: (sql, options = {}) => call({ kind: 'readStatement', sql }, options),
    profileColumns: ({ columns, maxDistinct, ...options }) =>
      call(({ deadlineMs }) => ({ kind: 'profileColumns', columns, maxDistinct, budgetMs: deadlineMs * 0.7 }), options),
    query,
    close: () => pool.close(),
  };

  async function call<Result extends EngineResult>(
    task: EngineTask | ((limit: CallLimit) => EngineTask),
    options: CallOptions,
  ): Promise<Result> {
    const limit = startCallLimit(options);
    try {
      const engine = await acquire(limit.signal);
      const running = engine.run(typeof task === 'function' ? task(limit) : task);
      releaseWhenFinished(engine, running);
      // The kind of task fixes the kind of result; the child keeps to that.
      return (await orAbort(running.finished, limit.signal, () => stop(engine, running))) as Result;
    } finally {
      limit.clear();
    }
  }

  async function* query(request: QueryRequest): AsyncGenerator<QueryEvent, void, undefined> {
    const limit = startCallLimit(request);
    try {
      const engine = await acquire(limit.signal);
      const events = createEventQueue<QueryEvent>();
      const running = engine.run(
        { kind: 'query', sql: request.sql, maxRows: request.maxRows, batchRows: request.batchRows ?? DEFAULT_BATCH_ROWS },
        events.push,
      );
      releaseWhenFinished(engine, running);
      let finished = false;
      running.finished.then(
        () => {
          finished = true;
          events.end();
        },
        (error: unknown) => {
          finished = true;
          events.end(error);
        },
      );
      // Also while the reader is busy elsewhere: an abandoned stream must not keep a statement running.
      limit.signal.addEventListener(
        'abort',
        () => {
          events.end(limit.signal.reason);
          stop(engine, running);
        },
        { once: true },
      );
      try {
        for (let event = await events.next(); event !== undefined; event = await events.next()) {
          yield event;
          running.credit();
        }
      } finally {
        if (!finished) stop(engine, running);
      }
    } finally {
      limit.clear();
    }
  }

  /** The signal may abort between the moment a process is given and the moment it is taken. */
  async function acquire(signal: AbortSignal): Promise<EngineProcess> {
    const engine = await pool.acquire(signal);
    if (!signal.aborted) return engine;
    pool.release(engine);
    throw signal.reason;
  }

  function releaseWhenFinished(engine: EngineProcess, running: RunningTask): void {
    const release = () => pool.release(engine);
    running.finished.then(release, release);
  }
}

/** Asks first, then kills: the caller has gone on already, the process returns to the pool or is replaced. */
function stop(engine: EngineProcess, running: RunningTask): void {
  running.stop();
  const timer = setTimeout(() => engine.kill(), STOP_GRACE_MS);
  const clear = () => clearTimeout(timer);
  running.finished.then(clear, clear);
}

async function orAbort<T>(work: Promise<T>, signal: AbortSignal, onAbort: () => void): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => {
    onAbort();
    aborted.reject(signal.reason);
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
