import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { HealthResources } from '@majed-vanna/contract';

/** What this process uses of its machine, and what is left on the disk of the data folder. */
export async function healthResources(dataDir: string): Promise<HealthResources> {
  const disk = await statfs(dataDir).catch(() => null);
  return {
    memoryUsed: process.memoryUsage.rss(),
    memoryTotal: process.constrainedMemory() || totalmem(),
    diskFree: disk && disk.bavail * disk.bsize,
    diskTotal: disk && disk.blocks * disk.bsize,
  };
}
