import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId } from '@majed-vanna/contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseDatabaseUrl } from '../connection/database-location.ts';
import { createPrismaClient } from '../connection/prisma-client.ts';
import { openDatabase } from '../open-database.ts';
import { createEmptyDatabase, testDatabases } from '../testing/index.ts';
import { applyMigrations } from './apply-migrations.ts';
import { draftMigration } from './draft-migration.ts';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migration-folder.ts';

const OPENER = fileURLToPath(new URL('../testing/open-process.ts', import.meta.url));
const APPLIER = fileURLToPath(new URL('../testing/apply-process.ts', import.meta.url));

function migration(name: string, script: string): Migration {
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}

function ended(script: string, ...args: string[]): Promise<number | null> {
  return new Promise((resolve) => fork(script, args, { stdio: 'ignore' }).on('close', resolve));
}

describe.each(await testDatabases())('migrations on $provider', ({ provider }) => {
  let url: string;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ url, drop } = await createEmptyDatabase(provider));
  });
  afterEach(() => drop());

  async function query(sql: string): Promise<object[]> {
    const client = await createPrismaClient(parseDatabaseUrl(url));
    try {
      return await client.$queryRawUnsafe<object[]>(sql);
    } finally {
      await client.$disconnect();
    }
  }

  test('a new database gets every migration, with its checksum; a second start applies none', async () => {
    expect(await applyMigrations(parseDatabaseUrl(url))).toEqual(readMigrations(provider).map(({ name }) => name));
    expect(await query('SELECT migration_name, checksum FROM _prisma_migrations')).toEqual(
      readMigrations(provider).map(({ name, checksum }) => ({ migration_name: name, checksum })),
    );
    expect(await applyMigrations(parseDatabaseUrl(url))).toEqual([]);
  });

  test('the migrations lead to exactly the present schema', async () => {
    await applyMigrations(parseDatabaseUrl(url));
    expect(await draftMigration(parseDatabaseUrl(url))).toBeNull();
  });

  test('four processes that start at once all open the database, and it is migrated once', async () => {
    const exits = await Promise.all([1, 2, 3, 4].map(() => ended(OPENER, url)));
    expect(exits).toEqual([0, 0, 0, 0]);
    expect(await query('SELECT migration_name FROM _prisma_migrations')).toHaveLength(readMigrations(provider).length);
  });

  test('a migration that fails half-way leaves nothing behind, and names itself', async () => {
    const broken = migration('20990101000000_broken', 'CREATE TABLE half (id TEXT);\nINSERT INTO absent VALUES (1);');
    await expect(applyMigrations(parseDatabaseUrl(url), [...readMigrations(provider), broken])).rejects.toThrow(/20990101000000_broken/);
    await expect(query('SELECT * FROM half')).rejects.toThrow();
    await expect(query('SELECT * FROM users')).rejects.toThrow();
    await (await openDatabase({ url })).close();
  });

  test('a semicolon inside a string does not cut a script', async () => {
    const tricky = migration('20990101000000_tricky', "CREATE TABLE notes (body TEXT);\nINSERT INTO notes VALUES ('a; b');");
    await applyMigrations(parseDatabaseUrl(url), [tricky]);
    expect(await query('SELECT body FROM notes')).toEqual([{ body: 'a; b' }]);
  });

  test('a database of a newer version, or with an edited migration, is refused', async () => {
    await applyMigrations(parseDatabaseUrl(url));
    const client = await createPrismaClient(parseDatabaseUrl(url));
    const [first] = readMigrations(provider);
    await expect(migrate(parseDatabaseUrl(url), client, [])).rejects.toThrow(/newer than this version/);
    await expect(migrate(parseDatabaseUrl(url), client, [migration(first?.name ?? '', 'SELECT 2')])).rejects.toThrow(/changed after/);
    await client.$disconnect();
  });
});

describe('migrations on a SQLite file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'migrate-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a process killed in the middle of a migration leaves a database that the next start brings up to date', async () => {
    const file = join(folder, 'killed.db');
    const child = fork(APPLIER, [file], { stdio: 'ignore' });
    const closed = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)));
    // The long migration outgrows the page cache: pages of the open transaction are on disk when it is killed.
    await vi.waitFor(async () => expect((await stat(`${file}-wal`)).size).toBeGreaterThan(1_000_000), { timeout: 20_000, interval: 5 });
    child.kill('SIGKILL');
    expect(await closed).toBe('SIGKILL');

    const database = await openDatabase({ url: `file:${file}` });
    expect(await database.repositories.users.count()).toBe(0);
    await database.close();
    expect(await applyMigrations({ provider: 'sqlite', file })).toEqual([]);
  });

  test('rebuilding a table does not cascade into the rows that refer to it', async () => {
    const file = join(folder, 'rebuilt.db');
    const database = await openDatabase({ url: `file:${file}` });
    const at = new Date();
    const user = await database.repositories.users.create({ id: newId('usr'), username: 'amal', hashedPassword: 'x', createdAt: at });
    const session = { id: newId('ses'), userId: user.id, ip: '', userAgent: '', createdAt: at, expiresAt: at, tokenHash: 'h' };
    await database.repositories.sessions.create(session);
    await database.close();

    const rebuild = `PRAGMA foreign_keys=OFF;
      CREATE TABLE "new_users" AS SELECT * FROM "users"; DROP TABLE "users"; CREATE TABLE "users" (id TEXT PRIMARY KEY, username TEXT, username_key TEXT);
      INSERT INTO "users" SELECT id, username, username_key FROM "new_users"; DROP TABLE "new_users"; PRAGMA foreign_keys=ON;`;
    await applyMigrations({ provider: 'sqlite', file }, [...readMigrations('sqlite'), migration('20990101000000_rebuild', rebuild)]);
    const client = await createPrismaClient({ provider: 'sqlite', file });
    expect(await client.session.count()).toBe(1);
    await client.$disconnect();
  });

  test('a migration that would break a foreign key is not committed', async () => {
    const file = join(folder, 'dangling.db');
    const dangling = `INSERT INTO sessions (id, user_id, ip, user_agent, created_at, last_used_at, expires_at) VALUES ('s', 'nobody', '', '', 0, 0, 0);`;
    const migrations = [...readMigrations('sqlite'), migration('20990101000000_dangling', dangling)];
    await expect(applyMigrations({ provider: 'sqlite', file }, migrations)).rejects.toThrow(/broken foreign key/);
    await expect(applyMigrations({ provider: 'sqlite', file })).resolves.toEqual(readMigrations('sqlite').map(({ name }) => name));
  });
});
