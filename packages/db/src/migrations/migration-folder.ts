import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type { DatabaseProvider } from '../connection/database-location.ts';

export interface Migration {
  readonly name: string;
  readonly script: string;
  /** As Prisma writes it into `_prisma_migrations`: SHA-256 of the script, in hex. */
  readonly checksum: string;
}

const PRISMA = fileURLToPath(new URL('../../../../prisma/', import.meta.url));

/** Of one provider: its schema and its migrations. */
export function prismaFolder(provider: DatabaseProvider): string {
  return provider === 'sqlite' ? PRISMA : join(PRISMA, 'postgresql');
}

/** All migrations of the provider, oldest first. */
export function readMigrations(provider: DatabaseProvider, folder = join(prismaFolder(provider), 'migrations')): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => {
    const script = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
    return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
  });
}

/** The folder as the schema engine wants it. */
export function toMigrationList(provider: DatabaseProvider, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: join(prismaFolder(provider), 'migrations'),
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"` },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}
