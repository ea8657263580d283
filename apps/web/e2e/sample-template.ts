import { constants, existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SetupFile } from '@majed-vanna/contract';
import { inject } from 'vitest';
import { ADMINISTRATOR } from './administrator.ts';
import { startServer } from './server-process.ts';

/** Copies the data folder of a product that was set up with the sample company, which is made once in a run. */
export async function copySampleProduct(dataDir: string): Promise<void> {
  const template = join(inject('templates'), 'sample');
  if (!existsSync(template)) await makeTemplate(template);
  await cp(template, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** Gets its name when it is finished; of two test files that make it at once, the second gives its own up. */
async function makeTemplate(template: string): Promise<void> {
  const folder = await mkdtemp(`${template}-`);
  const [setup, dataDir] = [join(folder, 'setup.json'), join(folder, 'data')];
  await writeFile(setup, JSON.stringify({ administrator: ADMINISTRATOR, dataSource: { kind: 'sample' } } satisfies SetupFile));
  await (await startServer(dataDir, setup))[Symbol.asyncDispose]();
  try {
    await rename(dataDir, template);
  } catch (error) {
    if (!existsSync(template)) throw error;
  }
  await rm(folder, { recursive: true });
}
