import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createApp } from '../app.ts';
import { type Config, loadConfig } from '../config.ts';
import { createStreamGuard } from '../http/stream-guard.ts';
import type { Services } from '../services.ts';

export interface ListeningApp extends AsyncDisposable {
  readonly url: string;
  /** What was logged, one parsed line each. */
  readonly logged: readonly Record<string, unknown>[];
}

/** The application over real HTTP on a free port, with a small page in place of the built browser application. */
export async function listeningApp(services: Services, env: Record<string, string> = {}): Promise<ListeningApp> {
  const config: Config = loadConfig({ RATE_LIMIT_MAX_REQUESTS: '100000', ...env });
  const webRoot = await pageFolder();
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const streams = createStreamGuard({ recheckMs: 20 });
  const server = createServer(createApp({ config, services, streams, log, webRoot, nowMs: Date.now, isDraining: () => false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A TCP server's address is never a pipe's string.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    logged,
    async [Symbol.asyncDispose]() {
      streams.closeAll();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(webRoot, { recursive: true });
    },
  };
}

async function pageFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'assets/app-4f3c2b1a.js'), `${'// a script\n'.repeat(500)}`);
  await writeFile(join(folder, 'assets/app-4f3c2b1a.js.br'), 'precompressed');
  return folder;
}
