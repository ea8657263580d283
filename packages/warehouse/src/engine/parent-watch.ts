import { Worker } from 'node:worker_threads';

/**
 * Ends this child when its parent is gone. The channel tells at once; a second thread looks every second, because a
 * statement that never ends keeps the first thread from hearing it.
 */
export function startParentWatch(): void {
  process.on('disconnect', endNow);
  const source = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL') }, 1000)`;
  new Worker(source, {
    eval: true,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 4, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
  }).unref();
}

/** SIGKILL, not exit: handlers of a native library may wait for a statement that never ends. */
function endNow(): void {
  process.kill(process.pid, 'SIGKILL');
}
