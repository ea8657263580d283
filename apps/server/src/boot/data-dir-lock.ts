import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileDurably } from './durable-file.ts';

interface Holder {
  readonly pid: number;
  /** When the process began, as the system counts it: a number may be given to a new process, the pair is not. Null where unknown. */
  readonly begun: string | null;
  readonly address: string;
}

/**
 * Takes the data folder for this process; two servers on one folder would each believe that they alone run its jobs.
 * @throws Error that names the other server
 */
export async function lockDataDir(dataDir: string, address: string): Promise<{ release(): Promise<void> }> {
  const path = join(dataDir, 'server.lock');
  const own = JSON.stringify({ pid: process.pid, begun: await beginningOf(process.pid), address } satisfies Holder);
  for (let attempt = 0; attempt < 5; attempt++) {
    // No reader ever sees half a lock.
    if (await createFileDurably(path, own, 0o600)) return { release };
    const content = await readFile(path, 'utf8').catch(() => null);
    const holder = content === null ? null : parseHolder(content);
    if (holder && (await isAlive(holder))) {
      throw new Error(
        `Another server (process ${holder.pid}, ${holder.address}) uses the data folder ${dataDir}. Stop it, or choose another folder with --data-dir DIR.`,
      );
    }
    if (content !== null) await removeStale(path, content);
  }
  throw new Error(`The lock ${path} changes hands too fast to be taken; try again.`);

  async function release(): Promise<void> {
    if ((await readFile(path, 'utf8').catch(() => null)) === own) await rm(path, { force: true });
  }
}

/** Moves the lock aside before removing it, and puts it back when it turns out to be another one by now. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => null);
  if (moved !== null && moved !== stale) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function parseHolder(content: string): Holder | null {
  try {
    const { pid, begun, address } = JSON.parse(content);
    return Number.isInteger(pid) && pid > 0 ? { pid, begun: typeof begun === 'string' ? begun : null, address: String(address) } : null;
  } catch {
    return null;
  }
}

async function isAlive({ pid, begun }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, as another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return begun === null ? pid !== process.pid : (await beginningOf(pid)) === begun;
}

/** Field 22 of /proc/PID/stat: start time in clock ticks since boot. Null on systems without it. */
async function beginningOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
