import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseProvider } from '../connection/database-location.ts';
import { createTemporaryPostgres } from '../connection/temporary-postgres.ts';
import { inContinuousIntegration, testPostgresUrl } from './config.ts';
import { createPostgresTestDatabase, explainPostgresAbsence } from './postgres-database.ts';
import { createTestDatabase, type TestDatabase } from './sqlite-database.ts';

export { createTestDatabase, type TestDatabase };

export interface TestProvider {
  readonly provider: DatabaseProvider;
  create(): Promise<TestDatabase>;
}

/**
 * The kinds of database that can be tested here: SQLite always, PostgreSQL when its server answers.
 * @throws Error in continuous integration when it does not.
 */
export async function testDatabases(): Promise<readonly TestProvider[]> {
  const sqlite: TestProvider = { provider: 'sqlite', create: createTestDatabase };
  const problem = await explainPostgresAbsence();
  if (problem === null) return [sqlite, { provider: 'postgresql', create: createPostgresTestDatabase }];
  const message = `PostgreSQL is not tested: ${problem}. Set TEST_POSTGRES_URL to a server on which databases may be created.`;
  if (inContinuousIntegration) throw new Error(message);
  process.stderr.write(`\n!!! ${message}\n\n`);
  return [sqlite];
}

/** Not even migrated; for tests of opening. */
export async function createEmptyDatabase(provider: DatabaseProvider): Promise<{ url: string; drop: () => Promise<void> }> {
  if (provider === 'postgresql') return createTemporaryPostgres(testPostgresUrl);
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-empty-'));
  return { url: `file:${join(folder, 'empty.db')}`, drop: () => rm(folder, { recursive: true, force: true }) };
}
