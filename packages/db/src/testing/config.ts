/** A PostgreSQL server for tests; each run makes databases of its own and drops them. */
export const testPostgresUrl = process.env.TEST_POSTGRES_URL ?? 'postgresql://root@127.0.0.1:5432/postgres';

/** In continuous integration an unreachable server is an error; at a desk it is said aloud and skipped. */
export const inContinuousIntegration = process.env.CI === 'true';
