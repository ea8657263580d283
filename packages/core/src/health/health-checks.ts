import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataSourceId, type HealthCheck, newId } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import type { Clock } from '../ports.ts';

export interface CheckResult {
  readonly status: HealthCheck['status'];
  /** Fixed words: a report may be read without signing in. */
  readonly message: string | null;
}

const MEGABYTE = 1024 ** 2;
const LITTLE_SPACE_MB = 1_024;
const NO_SPACE_MB = 100;
const HEARTBEAT = 'health.heartbeat';

const PASS: CheckResult = { status: 'pass', message: null };

/** Writes a value and reads it back: a database that is full or read-only still answers a ping. */
export async function checkDatabase({ repositories }: Database, clock: Clock): Promise<CheckResult> {
  const beat = clock.now().toISOString();
  await repositories.settings.set(HEARTBEAT, beat);
  const read = await repositories.settings.get(HEARTBEAT);
  return typeof read === 'string' ? PASS : { status: 'fail', message: 'does not keep what is written' };
}

/** Writes, syncs and removes a file, and looks at the space that is left. */
export async function checkDataFolder(dataDir: string): Promise<CheckResult> {
  const path = join(dataDir, `.health-${newId('run')}`);
  try {
    await using file = await open(path, 'wx', 0o600);
    await file.writeFile('ok');
    await file.sync();
  } finally {
    await rm(path, { force: true });
  }
  const { bavail, bsize } = await statfs(dataDir);
  const freeMb = Math.floor((bavail * bsize) / MEGABYTE);
  if (freeMb >= LITTLE_SPACE_MB) return PASS;
  return { status: freeMb < NO_SPACE_MB ? 'fail' : 'warn', message: `${freeMb} MB of disk space left` };
}

/** Runs a trivial statement on the source that questions go to. */
export async function checkDefaultSource(
  dataSources: Pick<DataSourceService, 'connect'>,
  id: DataSourceId,
  deadlineMs: number,
): Promise<CheckResult> {
  try {
    const { warehouse } = await dataSources.connect(id);
    await warehouse.ping({ deadlineMs });
    return PASS;
  } catch {
    // Signing in, history and other sources still work.
    return { status: 'warn', message: 'the data source does not answer' };
  }
}
