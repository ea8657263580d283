import { fork } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseLocation } from '../connection/database-location.ts';
import type { PrismaClient } from '../connection/prisma-client.ts';
import { type Migration, readMigrations } from './migration-folder.ts';
import { findPendingMigrations, type SelectRows } from './pending-migrations.ts';

const PROCESS = fileURLToPath(new URL('./migrate-process.ts', import.meta.url));

/** What the migrating process is asked, and what it answers. */
export type MigrateRequest = { readonly location: DatabaseLocation };
export type MigrateReply = { readonly applied: readonly string[] } | { readonly problem: string };

/**
 * Brings the database up to date. Safe to call from several processes at once, and to be killed at any moment.
 * The schema engine runs in a process of its own: memory that it once took would never be given back.
 * @returns the names of the migrations applied.
 */
export async function migrate(
  location: DatabaseLocation,
  client: PrismaClient,
  migrations: readonly Migration[] = readMigrations(location.provider),
): Promise<readonly string[]> {
  const select: SelectRows = async (sql) => (await client.$queryRawUnsafe<object[]>(sql)).map((row) => Object.values(row));
  if ((await findPendingMigrations(select, location.provider, migrations)).length === 0) return [];
  return migrateInProcess({ location });
}

/** So that the file, and what SQLite puts beside it, can be read by nobody else. */
export async function createFileOf(location: DatabaseLocation): Promise<void> {
  if (location.provider !== 'sqlite') return;
  await mkdir(dirname(location.file), { recursive: true, mode: 0o700 });
  await (await open(location.file, 'a', 0o600)).close();
}

function migrateInProcess(request: MigrateRequest): Promise<readonly string[]> {
  // The request travels as a message: a command line is visible to every user of the machine, and the URL may hold a password.
  const child = fork(PROCESS, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve, reject) => {
    let reply: MigrateReply | undefined;
    child.on('message', (message) => {
      // The far side is our own migrate-process.ts.
      reply = message as MigrateReply;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (reply && 'applied' in reply) resolve(reply.applied);
      else reject(new Error(`its migration failed: ${reply?.problem ?? (errors.trim() || `exit ${signal ?? code}`)}`));
    });
    child.send(request);
  });
}
