import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { readMigrations } from '../migrations/migration-folder.ts';
import { type Database, openDatabase } from '../open-database.ts';

export interface TestDatabase extends Database, AsyncDisposable {
  /** To open it a second time, or from another process. */
  readonly url: string;
}

let template: Promise<string> | undefined;

/** A migrated SQLite database in a temporary folder of its own, copied from a template; gone after use. */
export async function createTestDatabase(): Promise<TestDatabase> {
  template ??= makeTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-db-'));
  const file = join(folder, 'test.db');
  await copyFile(await template, file);
  const url = `file:${file}`;
  const database = await openDatabase({ url });
  return {
    ...database,
    url,
    async [Symbol.asyncDispose]() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Migrated once for all test processes, until there is another migration. Closing it folds the write-ahead log into the file, so
 * that the file alone can be copied; it gets its name when it is finished.
 */
async function makeTemplate(): Promise<string> {
  const checksums = createHash('sha256').update(JSON.stringify(readMigrations('sqlite').map(({ checksum }) => checksum)));
  const template = join(tmpdir(), `majed-vanna-template-${userInfo().uid}-${checksums.digest('hex').slice(0, 16)}.db`);
  if (existsSync(template)) return template;
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-template-'));
  const file = join(folder, 'template.db');
  const database = await openDatabase({ url: `file:${file}` });
  await database.close();
  await rename(file, template);
  await rm(folder, { recursive: true });
  return template;
}
