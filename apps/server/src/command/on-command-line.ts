import { type Actor, AppError, userId } from '@majed-vanna/contract';
import pino from 'pino';
import { prepareDataDir } from '../boot/data-dir.ts';
import { resolveSecretKey } from '../boot/secret-key.ts';
import { compose } from '../compose.ts';
import { ConfigError, loadConfig, readEnvironment } from '../config.ts';
import type { Environment } from '../config-schema.ts';
import type { Services } from '../services.ts';

/** Whoever may run a command owns the data folder. One fixed id, so that its questions stay together. */
export const COMMAND_LINE: Actor = {
  userId: userId.parse(`usr_${'0'.repeat(26)}`),
  username: 'command line',
  role: 'admin',
  attributes: {},
};

/** The services without a server, also beside a running one; closed when the work is over. */
export async function withServices<T>(env: Environment, work: (services: Services) => Promise<T>): Promise<T> {
  const config = loadConfig({ ...readEnvironment(), ...env });
  await prepareDataDir(config.paths.dataDir);
  const secretKey = await resolveSecretKey(config.auth.secretKey, config.paths.dataDir);
  const log = pino({ level: config.server.debug ? 'debug' : 'silent' }, pino.destination({ dest: 2, sync: true }));
  const { services, stopWork, close } = await compose({ config, secretKey, log, ownsDataDir: false });
  try {
    return await work(services);
  } finally {
    await stopWork();
    await close();
  }
}

/** For whoever typed the command. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.join('\n');
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
