import { WarehouseError } from '../warehouse.ts';
import type { EngineDriver } from './engine-driver.ts';
import { endWithParent } from './parent-watch.ts';
import { CREDIT, type EngineOpening, type EngineResult, type EngineTask, type FromEngine, OPENING_ID, type ToEngine } from './protocol.ts';

/** The child's side of the protocol: opens one database, then runs one task at a time until the parent goes away. */
export function serveEngine(open: (opening: EngineOpening) => Promise<EngineDriver>, explain: (error: unknown) => WarehouseError): void {
  let driver: EngineDriver | undefined;
  let current: { id: number; credit: number; stopped: boolean; wake: () => void } | undefined;

  endWithParent();
  process.on('message', (message) => {
    // The only sender is our own parent.
    receive(message as ToEngine);
  });

  function receive(message: ToEngine): void {
    if (message.type === 'open') void openDatabase(message.opening);
    else if (message.type === 'run') void run(message.id, message.task);
    else if (current?.id !== message.id) return;
    else if (message.type === 'credit') {
      current.credit += 1;
      current.wake();
    } else {
      current.stopped = true;
      current.wake();
      driver?.interrupt();
    }
  }

  async function openDatabase(opening: EngineOpening): Promise<void> {
    try {
      driver = await open(opening);
      send({ type: 'opened' });
    } catch (error) {
      fail(OPENING_ID, error);
    }
  }

  async function run(id: number, task: EngineTask): Promise<void> {
    const running = { id, credit: CREDIT, stopped: false, wake: () => {} };
    current = running;
    try {
      if (driver === undefined) throw new WarehouseError('connection', 'The database is not open.');
      const result = task.kind === 'query' ? await stream(driver, running, task) : await perform(driver, task);
      if (running.stopped) throw new WarehouseError('cancelled', 'The statement was stopped.');
      current = undefined;
      send({ type: 'done', id, result });
    } catch (error) {
      current = undefined;
      fail(id, error);
    }
  }

  async function stream(engine: EngineDriver, running: NonNullable<typeof current>, task: EngineTask & { kind: 'query' }): Promise<null> {
    const events = engine.query(task);
    try {
      while (!running.stopped) {
        if (running.credit === 0) {
          await new Promise<void>((resolve) => {
            running.wake = resolve;
          });
          continue;
        }
        const next = await events.next();
        if (next.done || running.stopped) break;
        running.credit -= 1;
        send({ type: 'event', id: running.id, event: next.value });
      }
    } finally {
      await events.return();
    }
    return null;
  }

  function fail(id: number, error: unknown): void {
    const explained = error instanceof WarehouseError ? error : explain(error);
    send({ type: 'failure', id, kind: explained.kind, message: explained.message });
  }
}

function perform(driver: EngineDriver, task: Exclude<EngineTask, { kind: 'query' }>): Promise<EngineResult> {
  switch (task.kind) {
    case 'ping':
      return driver.ping();
    case 'introspect':
      return driver.introspect();
    case 'readStatement':
      return driver.readStatement(task.sql);
    case 'profileColumns':
      return driver.profileColumns(task.columns, task.maxDistinct, task.budgetMs);
  }
}

function send(message: FromEngine): void {
  // The callback keeps a parent that has just gone from raising an error here; the watch ends this process.
  process.send?.(message, undefined, undefined, () => {});
}
