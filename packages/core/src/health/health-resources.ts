import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { HealthResources } from '@majed-vanna/contract';

/** What this process uses of its machine, and what is left on the disk of the data folder. */
export async function healthResources(dataDir: string): Promise<HealthResources> {
  const disk = await statfs(dataDir).catch(() => null);
  return {
    memoryUsed: process.memoryUsage.rss(),
    // Without a limit of its own, e.g. of a container, the system reports an endless one.
    memoryTotal: Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem()),
    diskFree: disk && disk.bavail * disk.bsize,
    diskTotal: disk && disk.blocks * disk.bsize,
  };
}
