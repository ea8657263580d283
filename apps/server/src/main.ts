import { createServer } from 'node:http';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { banner, browserUrl } from './boot/banner.ts';
import { prepareDataDir } from './boot/data-dir.ts';
import { lockDataDir } from './boot/data-dir-lock.ts';
import { type Flags, parseFlags, USAGE } from './boot/flags.ts';
import { listen } from './boot/listen.ts';
import { releaseStartupMemory } from './boot/release-memory.ts';
import { resolveSecretKey } from './boot/secret-key.ts';
import { drain, onSignals } from './boot/shutdown.ts';
import { compose } from './compose.ts';
import { type Config, ConfigError, loadConfig, ROOT_DIR, readEnvironment } from './config.ts';
import { createStreamGuard } from './http/stream-guard.ts';
import { createLog } from './log.ts';

/** Long enough for a large upload over a slow line; headers have to arrive within a minute all the same. */
const REQUEST_TIMEOUT_MS = 3_600_000;

try {
  const flags = parseFlags(process.argv.slice(2), process.cwd());
  if (flags.help) process.stdout.write(USAGE);
  else await start(flags, loadConfig({ ...readEnvironment(), ...flags.env }));
} catch (error) {
  complain(error);
  process.exit(1);
}

async function start(flags: Flags, config: Config): Promise<void> {
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
    const { log, flush } = createLog({ folder: config.paths.logs, debug: config.server.debug });
    const { services, setup, stopWork, close } = await compose({ config, secretKey, log });
    stop = () => close().finally(lock.release);
    if (flags.setupFile !== null) await setup.completeFromFile(flags.setupFile);

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
      flush();
    };
    log.info({ url, pid: process.pid }, 'listening');
    console.log(banner({ url, setupCode: await setup.currentCode() }));
    releaseStartupMemory();
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

function complain(error: unknown): void {
  const problems = error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)];
  console.error(
    problems.length === 1
      ? `Majed Vanna cannot start: ${problems[0]}`
      : `Majed Vanna cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
  );
}
