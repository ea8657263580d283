import { createTemporaryPostgres, runOnPostgres } from '../connection/temporary-postgres.ts';
import { openDatabase } from '../open-database.ts';
import { testPostgresUrl } from './config.ts';
import type { TestDatabase } from './sqlite-database.ts';

/** A migrated PostgreSQL database of its own; dropped after use. */
export async function createPostgresTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createTemporaryPostgres(testPostgresUrl);
  const database = await openDatabase({ url });
  return {
    ...database,
    url,
    async [Symbol.asyncDispose]() {
      await database.close();
      await drop();
    },
  };
}

/** Null when the server answers, else what is wrong. */
export async function explainPostgresAbsence(): Promise<string | null> {
  try {
    await runOnPostgres(testPostgresUrl, 'SELECT 1');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}
