import { type ChildProcess, fork } from 'node:child_process';
import { type QueryEvent, WarehouseError } from '../warehouse.ts';
import { type EngineOpening, type EngineResult, type EngineTask, type FromEngine, OPENING_ID, type ToEngine } from './protocol.ts';

/** A child process that holds one database open and runs one task at a time. */
export interface EngineProcess {
  readonly pid: number | undefined;
  readonly alive: boolean;
  /** Settles once the database is open, or says why not. */
  readonly ready: Promise<void>;
  /** Settles once the process has ended. */
  readonly ended: Promise<void>;
  run(task: EngineTask, onEvent?: (event: QueryEvent) => void): RunningTask;
  kill(): void;
}

export interface RunningTask {
  /** Settles when the child has finished the task, well or not, or has ended. */
  readonly finished: Promise<EngineResult>;
  /** Lets the child send one more event. */
  credit(): void;
  /** Asks the child to stop; it may not listen. */
  stop(): void;
}

interface Waiting {
  resolve(result: EngineResult): void;
  reject(error: WarehouseError): void;
  onEvent: ((event: QueryEvent) => void) | undefined;
}

/** A small nursery: rows pass through and are gone, so room for them only delays their collection (155 instead of 255 MB). */
const ENGINE_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=256', '--max-semi-space-size=4'];

/** Starts `script` on the same Node as this process, with an empty environment: a child holds no secret. */
export function startEngineProcess(script: URL, opening: EngineOpening, onUnexpectedEnd: (reason: string) => void): EngineProcess {
  const child = fork(script, [], {
    env: {},
    execArgv: ENGINE_FLAGS,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  const lastWords = keepLastWords(child);
  const ended = Promise.withResolvers<void>();
  let alive = true;
  let killed = false;
  let lastId = OPENING_ID;

  child.on('message', (message) => {
    // The child is our own script and speaks nothing else.
    receive(message as FromEngine);
  });
  child.on('error', (error) => end(`The database process could not be started: ${error.message}`));
  child.on('exit', (code, signal) => end(`The database process ended unexpectedly (${signal ?? `code ${code}`}).${lastWords()}`));

  const ready = expect(OPENING_ID).then(() => rest());
  // A process nobody waits for any more may still fail to open.
  ready.catch(() => {});
  send({ type: 'open', opening });

  return {
    pid: child.pid,
    ready,
    ended: ended.promise,
    run,
    kill,
    // A killed process may still deliver the end of its task: it must not be handed out again.
    get alive() {
      return alive && !killed;
    },
  };

  function run(task: EngineTask, onEvent?: (event: QueryEvent) => void): RunningTask {
    lastId += 1;
    const id = lastId;
    child.ref();
    child.channel?.ref();
    const finished = expect(id, onEvent).finally(rest);
    send({ type: 'run', id, task });
    return { finished, credit: () => send({ type: 'credit', id }), stop: () => send({ type: 'stop', id }) };
  }

  function expect(id: number, onEvent?: (event: QueryEvent) => void): Promise<EngineResult> {
    return new Promise((resolve, reject) => {
      if (alive) waiting.set(id, { resolve, reject, onEvent });
      else reject(new WarehouseError('connection', 'The database process has ended.'));
    });
  }

  function receive(message: FromEngine): void {
    const id = message.type === 'opened' ? OPENING_ID : message.id;
    const waiter = waiting.get(id);
    if (waiter === undefined) return;
    if (message.type === 'event') {
      waiter.onEvent?.(message.event);
      return;
    }
    waiting.delete(id);
    if (message.type === 'failure') waiter.reject(new WarehouseError(message.kind, message.message));
    else waiter.resolve(message.type === 'done' ? message.result : null);
  }

  function send(message: ToEngine): void {
    if (child.connected) child.send(message, () => {});
  }

  /** An idle child does not keep the program running. */
  function rest(): void {
    child.unref();
    child.channel?.unref();
  }

  function kill(): void {
    killed = true;
    // Whoever waits for the end must hear of it, even if nothing else keeps the program running.
    child.ref();
    child.kill('SIGKILL');
  }

  function end(message: string): void {
    if (alive && !killed) onUnexpectedEnd(message);
    alive = false;
    for (const waiter of waiting.values()) waiter.reject(new WarehouseError('connection', message));
    waiting.clear();
    ended.resolve();
  }
}

function keepLastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-2_000);
  });
  return () => (words === '' ? '' : ` Last words: ${words.trim()}`);
}
