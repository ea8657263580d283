import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A new, empty database on that server; for tests and for drafting migrations. */
export async function createTemporaryPostgres(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `majed_vanna_temporary_${randomUUID().replaceAll('-', '')}`;
  await runOnPostgres(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runOnPostgres(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

export async function runOnPostgres(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
