import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type CallOptions, WarehouseError, type WarehouseErrorKind } from '../warehouse.ts';
import { startCallLimit } from './call-limit.ts';

/** What a child that builds a file answers with, once. */
export type BuildAnswer<Report> =
  | { readonly type: 'built'; readonly report: Report }
  | { readonly type: 'failure'; readonly kind: WarehouseErrorKind; readonly message: string; readonly details?: object };

export interface BuildFileOptions extends CallOptions {
  /** Absolute path of the finished file; its folder exists. */
  readonly target: string;
  /** What the child is told, besides the path to write to. */
  readonly order: object;
}

/**
 * Builds a database file in a child process under another name; it gets its own name only when it is complete and on
 * the disk. A kill at any moment leaves either no file or the whole one.
 */
export async function buildFile<Report>(script: URL, { target, order, ...options }: BuildFileOptions): Promise<Report> {
  const unfinished = join(dirname(target), `.${basename(target)}.${randomUUID()}.unfinished`);
  try {
    const report = await runBuilder<Report>(script, { ...order, path: unfinished }, options);
    // A company's data: for the eyes of this account only.
    await chmod(unfinished, 0o600);
    await flush(unfinished);
    await rename(unfinished, target);
    await flush(dirname(target));
    return report;
  } finally {
    await Promise.all(['', '.wal', '.tmp'].map((ending) => rm(`${unfinished}${ending}`, { force: true, recursive: true })));
  }
}

function runBuilder<Report>(script: URL, order: object, options: CallOptions): Promise<Report> {
  const limit = startCallLimit(options);
  const { promise, resolve, reject } = Promise.withResolvers<Report>();
  const child = fork(script, [], {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=512'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let answer: BuildAnswer<Report> | undefined;
  const onAbort = () => child.kill('SIGKILL');
  if (limit.signal.aborted) onAbort();
  limit.signal.addEventListener('abort', onAbort, { once: true });
  child.on('message', (message) => {
    // The child is our own script and says one thing.
    answer = message as BuildAnswer<Report>;
  });
  child.on('error', (error) => reject(new WarehouseError('connection', `The building process could not be started: ${error.message}`)));
  // Only once the child is gone is nobody writing any more.
  child.on('exit', (code, signal) => {
    limit.clear();
    if (answer?.type === 'built') resolve(answer.report);
    else if (answer !== undefined) reject(new WarehouseError(answer.kind, answer.message, { cause: answer.details }));
    else if (limit.signal.aborted) reject(limit.signal.reason);
    else reject(new WarehouseError('resource', `The building process ended before it was done (${signal ?? `code ${code}`}).`));
  });
  child.send(order, () => {});
  return promise;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
