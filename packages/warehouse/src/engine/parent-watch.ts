import { Worker } from 'node:worker_threads';

/** Ends this child as soon as the channel to its parent closes. */
export function endWithParent(): void {
  process.on('disconnect', endNow);
}

/**
 * For engines that keep the main thread busy, so that it cannot hear the channel close: a second thread looks for the
 * parent every second. It costs about 17 MB.
 */
export function watchParentFromThread(): void {
  const source = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL') }, 1000)`;
  const watch = new Worker(source, {
    eval: true,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  // Unwatched, this process might stay for ever: better none.
  watch.on('error', endNow);
  watch.unref();
}

/** SIGKILL, not exit: handlers of a native library may wait for a statement that never ends. */
function endNow(): void {
  process.kill(process.pid, 'SIGKILL');
}
