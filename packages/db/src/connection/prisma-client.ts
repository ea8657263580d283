import type { Prisma, PrismaClient as SqliteClient } from '../generated/sqlite/client.ts';
import type { DatabaseLocation } from './database-location.ts';

export type PrismaClient = SqliteClient;
/** What a repository gets: the client, or a transaction of it. */
export type PrismaConnection = PrismaClient | Prisma.TransactionClient;

const POOL = { max: 10, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 };
/** Milliseconds that a transaction may wait for its turn, and last. */
const transactionOptions = { maxWait: 20_000, timeout: 30_000 };

/** The one place that chooses the client. Only the chosen one is loaded: each brings its own query compiler. */
export async function createPrismaClient(location: DatabaseLocation): Promise<PrismaClient> {
  switch (location.provider) {
    case 'sqlite': {
      const { createSqliteAdapter } = await import('./sqlite-adapter.ts');
      const { PrismaClient } = await import('../generated/sqlite/client.ts');
      return new PrismaClient({ adapter: createSqliteAdapter(location.file), transactionOptions });
    }
    case 'postgresql': {
      const { PrismaPg } = await import('@prisma/adapter-pg');
      const { PrismaClient } = await import('../generated/postgres/client.ts');
      const adapter = new PrismaPg({ connectionString: location.connectionString, ...POOL }, { onPoolError: () => undefined });
      // Its schema is derived from the SQLite one, so models and calls are the same; what only PostgreSQL offers stays unused.
      return new PrismaClient({ adapter, transactionOptions }) as unknown as PrismaClient;
    }
  }
}
