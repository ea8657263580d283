import { fileURLToPath } from 'node:url';

export const packageFolder = fileURLToPath(new URL('../', import.meta.url));

/**
 * What a child running Prisma's own tools gets to see. `prisma generate` wants to download an engine that it never runs, unless
 * this variable names an existing file: https://www.prisma.io/docs/orm/reference/environment-variables-reference
 */
export function prismaEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
}

/** A server on which databases may be created, to draft PostgreSQL migrations. */
export const postgresServerUrl = process.env.TEST_POSTGRES_URL ?? 'postgresql://root@127.0.0.1:5432/postgres';
