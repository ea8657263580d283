import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseLocation, type DatabaseProvider, parseDatabaseUrl } from '../src/connection/database-location.ts';
import { createTemporaryPostgres } from '../src/connection/temporary-postgres.ts';
import { applyMigrations } from '../src/migrations/apply-migrations.ts';
import { draftMigration } from '../src/migrations/draft-migration.ts';
import { prismaFolder } from '../src/migrations/migration-folder.ts';
import { postgresServerUrl } from './config.ts';

// new-migration.ts NAME: writes the step from the migrations so far to the present schemas, for both providers.
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('usage: new-migration.ts NAME, in lower_snake_case');
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);

// PostgreSQL first: it is the one that may be unreachable, and then nothing is written.
const drafts = { postgresql: await draftOnPostgres(), sqlite: await draftOnSqlite() };
write('sqlite', drafts.sqlite);
write('postgresql', drafts.postgresql);

async function draftOnPostgres(): Promise<string | null> {
  const temporary = await createTemporaryPostgres(postgresServerUrl).catch((cause: unknown) => {
    throw new Error('the PostgreSQL step needs a server: set TEST_POSTGRES_URL to one on which databases may be created', { cause });
  });
  try {
    return await draft(parseDatabaseUrl(temporary.url));
  } finally {
    await temporary.drop();
  }
}

async function draftOnSqlite(): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'new-migration-'));
  try {
    return await draft({ provider: 'sqlite', file: join(folder, 'migrated.db') });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function draft(location: DatabaseLocation): Promise<string | null> {
  await applyMigrations(location);
  return draftMigration(location);
}

function write(provider: DatabaseProvider, script: string | null): void {
  if (script === null) {
    console.error(`${provider}: the migrations lead to the present schema already`);
    return;
  }
  const migrations = join(prismaFolder(provider), 'migrations');
  const folder = join(migrations, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), script);
  writeFileSync(join(migrations, 'migration_lock.toml'), `provider = "${provider}"\n`);
  console.error(`${provider}: ${join(folder, 'migration.sql')} written; read it before you commit it`);
}
