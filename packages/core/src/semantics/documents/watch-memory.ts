/** Runs on a thread beside the reader: a few bytes may unfold to gigabytes outside of the heap, while the reader listens to nobody. */
import { workerData } from 'node:worker_threads';

const EVERY_MS = 20;
// Whoever starts this is read-pdf-process.ts and passes a number of bytes.
const maxBytes = workerData as number;

setInterval(() => {
  if (process.memoryUsage.rss() > maxBytes) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
