import { createServer } from 'node:http';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { banner, browserUrl } from './boot/banner.ts';
import { prepareDataDir } from './boot/data-dir.ts';
import { lockDataDir } from './boot/data-dir-lock.ts';
import type { Flags } from './boot/flags.ts';
import { listen } from './boot/listen.ts';
import { releaseStartupMemory } from './boot/release-memory.ts';
import { resolveSecretKey } from './boot/secret-key.ts';
import { drain, onSignals } from './boot/shutdown.ts';
import { compose } from './compose.ts';
import { type Config, ROOT_DIR } from './config.ts';
import { createStreamGuard } from './http/stream-guard.ts';
import { createLog } from './log.ts';

/** Long enough for a large upload over a slow line; headers have to arrive within a minute all the same. */
const REQUEST_TIMEOUT_MS = 3_600_000;

/**
 * From nothing to a listening server; signals stop it from the first moment on.
 * @throws Error or ConfigError to be shown to whoever typed the command
 */
export async function start(flags: Flags, config: Config): Promise<void> {
  const { host } = config.server;
  await prepareDataDir(config.paths.dataDir);
  const lock = await lockDataDir(config.paths.dataDir, browserUrl(host, config.server.port));
  // What has to be undone grows as the start goes on; a signal in the middle of it undoes what is there by then.
  let stop: () => Promise<void> = lock.release;
  onSignals(
    () => stop(),
    (code) => process.exit(code),
  );
  try {
    const secretKey = await resolveSecretKey(config.auth.secretKey, config.paths.dataDir);
    const { log, flush } = await createLog({ folder: config.paths.logs, debug: config.server.debug });
    const { services, stopWork, close } = await compose({ config, secretKey, log });
    stop = () => close().finally(lock.release);
    if (flags.setupFile !== null) await services.setup.completeFromFile(flags.setupFile);

    const streams = createStreamGuard();
    let draining = false;
    const app = createApp({
      config,
      services,
      streams,
      log,
      webRoot: join(ROOT_DIR, 'apps/web/dist'),
      nowMs: Date.now,
      isDraining: () => draining,
    });
    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, app);
    const url = browserUrl(host, await listen(server, config.server));
    stop = async () => {
      draining = true;
      await drain(server, { stopWork, endStreams: streams.closeAll, closeRest: close });
      await lock.release();
      log.info('stopped');
      await flush();
    };
    log.info({ url, pid: process.pid }, 'listening');
    process.stdout.write(`${banner({ url, setupCode: await services.setup.currentCode(), withoutEffect: config.withoutEffect })}\n`);
    releaseStartupMemory();
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}
