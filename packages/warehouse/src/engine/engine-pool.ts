import { SourceBusyError, WarehouseError } from '../warehouse.ts';
import type { EngineProcess } from './engine-process.ts';

/** Child processes of one database: one statement each, started when needed, at most `size` of them. */
export interface EnginePool {
  /** A process for the caller alone. Waits when all are busy; rejects with the reason of `signal`. */
  acquire(signal: AbortSignal): Promise<EngineProcess>;
  /** Gives a process back; a dead one is replaced at once. */
  release(engine: EngineProcess): void;
  close(): Promise<void>;
}

export interface EnginePoolOptions {
  readonly start: () => EngineProcess;
  readonly size: number;
  /** A process without work for so long is ended. */
  readonly idleMs: number;
}

interface Waiter {
  resolve(engine: EngineProcess): void;
  reject(error: unknown): void;
}

/** Starts nothing before the first call. */
export function createEnginePool({ start, size, idleMs }: EnginePoolOptions): EnginePool {
  const members = new Set<EngineProcess>();
  const idle: { engine: EngineProcess; timer: NodeJS.Timeout }[] = [];
  const waiters: Waiter[] = [];
  let starting = 0;
  let closed = false;

  return { acquire, release, close };

  function acquire(signal: AbortSignal): Promise<EngineProcess> {
    if (closed) return Promise.reject(new WarehouseError('connection', 'The data source is closed.'));
    if (signal.aborted) return Promise.reject(signal.reason);
    const engine = takeIdle();
    if (engine !== undefined) return Promise.resolve(engine);
    if (members.size < size) startMember();
    return new Promise((resolve, reject) => {
      const waiter = { resolve: settle(resolve), reject: settle(reject) };
      // While one is being started, the wait says nothing of the others.
      const onAbort = () => waiter.reject(starting === 0 ? asBusy(signal.reason) : signal.reason);
      waiters.push(waiter);
      signal.addEventListener('abort', onAbort, { once: true });

      function settle<T>(then: (value: T) => void): (value: T) => void {
        return (value) => {
          signal.removeEventListener('abort', onAbort);
          const index = waiters.indexOf(waiter);
          if (index >= 0) waiters.splice(index, 1);
          then(value);
        };
      }
    });
  }

  function release(engine: EngineProcess): void {
    if (closed) engine.kill();
    else if (engine.alive) offer(engine);
    else {
      members.delete(engine);
      startMember();
    }
  }

  async function close(): Promise<void> {
    closed = true;
    for (const waiter of [...waiters]) waiter.reject(new WarehouseError('connection', 'The data source is closed.'));
    for (const { timer } of idle.splice(0)) clearTimeout(timer);
    const ending = [...members];
    for (const engine of ending) engine.kill();
    await Promise.all(ending.map((engine) => engine.ended));
  }

  function startMember(): void {
    const engine = start();
    members.add(engine);
    starting++;
    const started = () => void starting--;
    engine.ready.then(started, started);
    void engine.ended.then(() => forget(engine));
    engine.ready.then(
      () => (closed ? engine.kill() : offer(engine)),
      (error: unknown) => {
        engine.kill();
        members.delete(engine);
        // The file cannot be opened: nobody who waits for this process will fare better with another one.
        waiters[0]?.reject(error);
        if (waiters.length > 0 && members.size === 0) startMember();
      },
    );
  }

  /** To the longest waiting caller, else to rest. */
  function offer(engine: EngineProcess): void {
    const waiter = waiters[0];
    if (waiter !== undefined) {
      waiter.resolve(engine);
      return;
    }
    const timer = setTimeout(() => engine.kill(), idleMs);
    timer.unref();
    idle.push({ engine, timer });
  }

  /** The one used last: the others grow old and end. */
  function takeIdle(): EngineProcess | undefined {
    const entry = idle.pop();
    if (entry === undefined) return undefined;
    clearTimeout(entry.timer);
    return entry.engine.alive ? entry.engine : takeIdle();
  }

  function forget(engine: EngineProcess): void {
    members.delete(engine);
    const index = idle.findIndex((entry) => entry.engine === engine);
    const [entry] = index >= 0 ? idle.splice(index, 1) : [];
    if (entry !== undefined) clearTimeout(entry.timer);
  }
}

function asBusy(reason: unknown): unknown {
  if (!(reason instanceof WarehouseError) || reason.kind !== 'deadline') return reason;
  return new SourceBusyError('All processes of this data source were busy with other statements.', { cause: reason });
}
