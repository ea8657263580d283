import { type DatabaseLocation, type DatabaseProvider, parseDatabaseUrl } from './connection/database-location.ts';
import { openingError } from './connection/opening-error.ts';
import { createPrismaClient, type PrismaConnection } from './connection/prisma-client.ts';
import { createFileOf, migrate } from './migrations/migrate.ts';
import { createRepositories, type Repositories } from './repositories.ts';

export interface Database {
  readonly provider: DatabaseProvider;
  readonly repositories: Repositories;
  /** All or nothing. Use only the repositories that are handed in: the outer ones wait until the transaction is over. */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** @throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** `file:/absolute/path.db` or `postgresql://…`. */
  readonly url: string;
  /** Only to be checked against the URL. */
  readonly provider?: DatabaseProvider;
}

/**
 * Opens the system database, created and migrated where necessary.
 * @throws Error when it cannot be reached or migrated, or was made by a newer version.
 */
export async function openDatabase({ url, provider }: OpenDatabaseOptions): Promise<Database> {
  const location = parseDatabaseUrl(url, provider);
  try {
    await createFileOf(location);
    return await open(location);
  } catch (error) {
    throw openingError(location, error);
  }
}

async function open(location: DatabaseLocation): Promise<Database> {
  const client = await createPrismaClient(location);
  try {
    await migrate(location, client);
  } catch (error) {
    await client.$disconnect();
    throw error;
  }
  return {
    provider: location.provider,
    repositories: createRepositories(client),
    transaction: (work) => client.$transaction((connection: PrismaConnection) => work(createRepositories(connection))),
    ping: async () => void (await client.$queryRaw`SELECT 1`),
    close: () => client.$disconnect(),
  };
}
