import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a new database, and what lies beside it, is readable by its owner alone', async () => {
  const file = join(folder, 'new', 'app.db');
  const database = await openDatabase({ url: `file:${file}` });
  await database.ping();
  for (const path of [file, `${file}-wal`, `${file}-shm`]) expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'new'))).mode & 0o777).toBe(0o700);
  await database.close();
});

test('a file that is no database is named, and left as it is', async () => {
  const file = join(folder, 'notes.txt');
  await writeFile(file, 'not a database '.repeat(100));
  await expect(openDatabase({ url: `file:${file}` })).rejects.toThrow(
    `the system database ${file} cannot be opened: file is not a database`,
  );
  expect((await stat(file)).size).toBe(1_500);
});

test('a server that does not answer is named without its password', async () => {
  const opening = openDatabase({ url: 'postgresql://somebody:secret@127.0.0.1:1/app' });
  await expect(opening).rejects.toThrow(
    /^the system database 127\.0\.0\.1:1\/app cannot be opened: Can't reach database server at 127\.0\.0\.1:1$/,
  );
});
