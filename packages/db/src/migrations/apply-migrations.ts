import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseLocation } from '../connection/database-location.ts';
import { openMigrationConnection } from './migration-connection.ts';
import { type Migration, prismaFolder, readMigrations, toMigrationList } from './migration-folder.ts';
import { findPendingMigrations, type SelectRows } from './pending-migrations.ts';
import { loadSchemaEngine } from './schema-engine.ts';

/**
 * Applies what is pending, in one transaction, alone. Prisma's own engine runs the scripts and keeps `_prisma_migrations`.
 * @returns the names of the migrations applied; none when another process was faster.
 */
export async function applyMigrations(
  location: DatabaseLocation,
  migrations: readonly Migration[] = readMigrations(location.provider),
): Promise<readonly string[]> {
  const connection = await openMigrationConnection(location);
  try {
    const select: SelectRows = async (sql) => (await connection.adapter.queryRaw({ sql, args: [], argTypes: [] })).rows;
    if ((await findPendingMigrations(select, location.provider, migrations)).length === 0) return [];
    const schema = readFileSync(join(prismaFolder(location.provider), 'schema.prisma'), 'utf8');
    const engine = await loadSchemaEngine(schema, connection.adapter);
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: toMigrationList(location.provider, migrations),
      filters: { externalTables: [], externalEnums: [] },
    });
    await connection.commit();
    return appliedMigrationNames;
  } catch (error) {
    const failed = connection.adapter.failedScript();
    const broken = migrations.find(({ script }) => script === failed?.script);
    if (!failed || !broken) throw error;
    const reason = failed.cause instanceof Error ? failed.cause.message : String(failed.cause);
    throw new Error(`the migration ${broken.name} failed, and nothing was changed: ${reason}`, { cause: failed.cause });
  } finally {
    await connection.close();
  }
}
