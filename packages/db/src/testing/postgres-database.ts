import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../open-database.ts';
import { testPostgresUrl } from './config.ts';
import type { TestDatabase } from './sqlite-database.ts';

/** A migrated PostgreSQL database of its own; dropped after use. */
export async function createPostgresTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createEmptyPostgresDatabase();
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

export async function createEmptyPostgresDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `mv_test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(`CREATE DATABASE ${name}`);
  const url = new URL(testPostgresUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOnServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Null when the server answers, else what is wrong. */
export async function explainPostgresAbsence(): Promise<string | null> {
  try {
    await runOnServer('SELECT 1');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

async function runOnServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testPostgresUrl, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
