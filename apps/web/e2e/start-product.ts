import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SetupFile } from '@majed-vanna/contract';
import { serverEnvironment } from './config.ts';

const SERVER = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const PAGES = fileURLToPath(new URL('../dist/index.html', import.meta.url));
const SETUP_CODE = /^\s+([0-9A-Z]{4}(?:-[0-9A-Z]{4})+)\s*$/m;
const RUNNING = /running at (http:\S+)/;
const START_TIMEOUT_MS = 60_000;

export const ADMINISTRATOR = { username: 'amina', password: 'three quiet camels walk home' } as const;

export interface Product extends AsyncDisposable {
  readonly url: string;
  /** A folder of this run for files that the test makes; removed with the product. */
  readonly folder: string;
  /** The one-time code from the console. */
  setupCode(): string;
}

interface StartOptions {
  /** Set up before the first request, instead of by the wizard. Paths are relative to the product's folder. */
  readonly dataSource?: SetupFile['dataSource'];
  /** Set up together with the data source. */
  readonly languageModel?: SetupFile['languageModel'];
  /** Makes the files that the set-up reads. */
  readonly prepare?: (folder: string) => void | Promise<void>;
}

/** The real server in a process of its own, on a free port, with an empty data folder. */
export async function startProduct({ dataSource, languageModel, prepare }: StartOptions = {}): Promise<Product> {
  if (!existsSync(PAGES)) throw new Error('The pages are not built: run "pnpm --filter @majed-vanna/web build" first.');
  const folder = await mkdtemp(join(tmpdir(), 'product-'));
  await prepare?.(folder);
  const setup = join(folder, 'setup.json');
  if (dataSource) await writeFile(setup, JSON.stringify({ administrator: ADMINISTRATOR, dataSource, languageModel } satisfies SetupFile));
  const port = await freePort();
  const options = ['--port', String(port), '--data-dir', join(folder, 'data'), ...(dataSource ? ['--setup', setup] : [])];
  const server = spawn(process.execPath, [SERVER, ...options], { env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collectOutput(server);
  await untilRunning(server, output);
  return {
    url: `http://localhost:${port}`,
    folder,
    setupCode() {
      const code = SETUP_CODE.exec(output())?.[1];
      if (!code) throw new Error(`The server showed no set-up code:\n${output()}`);
      return code;
    },
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function collectOutput(server: ChildProcess): () => string {
  let text = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

/** The console says so when the server takes requests; a server that ends before tells why. */
async function untilRunning(server: ChildProcess, output: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`${reason}:\n${output()}`));
    const late = setTimeout(() => fail('The server did not start in time'), START_TIMEOUT_MS);
    const settle = (then: () => void) => {
      clearTimeout(late);
      then();
    };
    server.once('exit', (code) => settle(() => fail(`The server ended with code ${code}`)));
    server.stdout?.on('data', () => RUNNING.test(output()) && settle(resolve));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
