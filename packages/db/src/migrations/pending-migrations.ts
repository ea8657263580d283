import type { DatabaseProvider } from '../connection/database-location.ts';
import type { Migration } from './migration-folder.ts';

/** Runs a query; each row as the values of its columns in order. */
export type SelectRows = (sql: string) => Promise<readonly (readonly unknown[])[]>;

const HAS_TABLE: Record<DatabaseProvider, string> = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'",
  postgresql: "SELECT 1 AS name WHERE to_regclass('_prisma_migrations') IS NOT NULL",
};
const APPLIED =
  'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at, migration_name';

/**
 * What is still to be applied, by a query that costs next to nothing.
 * @throws Error when the database holds a migration that this version does not know, or knows otherwise.
 */
export async function findPendingMigrations(
  select: SelectRows,
  provider: DatabaseProvider,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const applied = new Map<string, string>();
  if ((await select(HAS_TABLE[provider])).length > 0) {
    for (const [name, checksum] of await select(APPLIED)) applied.set(String(name), String(checksum));
  }
  for (const [name, checksum] of applied) {
    const known = migrations.find((migration) => migration.name === name);
    if (!known) throw new Error(`the database is newer than this version: it holds the migration ${name}`);
    if (known.checksum !== checksum) throw new Error(`the migration ${name} was changed after it had been applied to this database`);
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}
