import type { Repositories } from '@majed-vanna/db';
import type { SetupServiceDeps } from '../setup/setup-service.ts';

/**
 * The parts of a set-up, which kill the whole process by SIGKILL after a given step: every call of a service or of a repository
 * is one, inside transactions too, and so is the end of a transaction.
 */
export function dyingAt(step: number, { database, auth, dataSources, uploads, ...rest }: SetupServiceDeps): SetupServiceDeps {
  let steps = 0;
  return {
    ...rest,
    auth: stepped(auth),
    dataSources: stepped(dataSources),
    uploads: stepped(uploads),
    database: {
      ...database,
      transaction: (work) => around(() => database.transaction((repositories) => work(steppedAll(repositories)))),
    },
  };

  function steppedAll(repositories: Repositories): Repositories {
    const entries = Object.entries(repositories).map(([name, repository]) => [name, stepped(repository)]);
    // The same names, each repository wrapped.
    return Object.fromEntries(entries) as Repositories;
  }

  function stepped<T extends object>(part: T): T {
    const entries = Object.entries(part).map(([name, member]) => [
      name,
      typeof member === 'function' ? (...args: unknown[]) => around(() => member(...args)) : member,
    ]);
    // The same names, each function wrapped.
    return Object.fromEntries(entries) as T;
  }

  async function around<T>(call: () => Promise<T> | T): Promise<T> {
    const result = await call();
    if (++steps === step) process.kill(process.pid, 'SIGKILL');
    return result;
  }
}
