import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseLocation } from '../connection/database-location.ts';
import { openMigrationConnection } from './migration-connection.ts';
import { prismaFolder } from './migration-folder.ts';
import { loadSchemaEngine } from './schema-engine.ts';

/** The script that takes this (migrated) database to the present schema, by Prisma's own diff; null when it is there already. */
export async function draftMigration(location: DatabaseLocation): Promise<string | null> {
  const folder = prismaFolder(location.provider);
  const files = [{ path: join(folder, 'schema.prisma'), content: readFileSync(join(folder, 'schema.prisma'), 'utf8') }];
  const connection = await openMigrationConnection(location);
  try {
    const engine = await loadSchemaEngine(files[0]?.content ?? '', connection.adapter);
    const { stdout, exitCode } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : stdout;
  } finally {
    await connection.close();
  }
}
