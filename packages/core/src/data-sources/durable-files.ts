import { constants } from 'node:fs';
import { copyFile, link, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Suffix of what is still being made: whoever finds one after a crash may remove it. */
export const UNFINISHED = '.part';

/** Gives a finished folder its name; before, there is nothing under that name, after, everything is there and on disk. */
export async function publishFolder(unfinished: string, finished: string): Promise<void> {
  for (const name of await readdir(unfinished)) await syncPath(join(unfinished, name));
  await syncPath(unfinished);
  await rename(unfinished, finished);
  await syncPath(dirname(finished));
}

/** The same content under a second name, without its bytes being copied where the file system can do that. */
export async function duplicateFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}

/** Removing what is not there is no error. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

async function syncPath(path: string): Promise<void> {
  // Windows cannot open folders and syncs only files opened for writing; there the rename is as durable as it gets.
  if (process.platform === 'win32') return;
  await using handle = await open(path, 'r');
  await handle.sync();
}
