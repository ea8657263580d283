import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prismaFolder } from '../src/migrations/migration-folder.ts';
import { toPostgresSchema } from './postgres-schema.ts';

// Writes prisma/postgresql/schema.prisma; with --check it only says, by its exit code, whether that file is up to date.
const target = join(prismaFolder('postgresql'), 'schema.prisma');
const derived = toPostgresSchema(readFileSync(join(prismaFolder('sqlite'), 'schema.prisma'), 'utf8'));
const current = existsSync(target) ? readFileSync(target, 'utf8') : '';

if (current === derived) {
  console.error('prisma/postgresql/schema.prisma is up to date');
} else if (process.argv.includes('--check')) {
  console.error('prisma/postgresql/schema.prisma is stale: run node packages/db/scripts/derive-postgres-schema.ts');
  process.exitCode = 1;
} else {
  mkdirSync(prismaFolder('postgresql'), { recursive: true });
  writeFileSync(target, derived);
  console.error('prisma/postgresql/schema.prisma written');
}
