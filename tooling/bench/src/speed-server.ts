import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMajedVannaClient, type MajedVannaClient } from '@majed-vanna/client';
import type { SetupFile } from '@majed-vanna/contract';
import { compileCache } from './config.ts';
import { type Figure, figure, median } from './speed-report.ts';

const MAIN = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url));
const ADMINISTRATOR = { username: 'bench', password: 'measured and found fast enough' };

export interface Product {
  readonly client: MajedVannaClient;
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the real server on a free port, set up with the data source when there is one. */
export async function startProduct(
  dataDir: string,
  { setUp, env = {} }: { setUp: SetupFile['dataSource'] | null; env?: Readonly<Record<string, string>> },
): Promise<Product & { startMs: number }> {
  await mkdir(dataDir, { recursive: true });
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const setup = join(dataDir, 'setup.json');
  if (setUp) await writeFile(setup, JSON.stringify({ administrator: ADMINISTRATOR, dataSource: setUp } satisfies SetupFile));
  const args = ['--port', String(port), '--data-dir', join(dataDir, 'data'), ...(setUp ? ['--setup', setup] : [])];
  const begun = performance.now();
  // The flags of `npm start`.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', MAIN, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Questions follow each other faster than a person asks them; nothing else comes from outside but the cache of `npm start`.
    env: { RATE_LIMIT_MAX_REQUESTS: '100000', NODE_COMPILE_CACHE: compileCache, ...env },
  });
  await untilServed(child, baseUrl);
  const startMs = performance.now() - begun;
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return {
    client: createMajedVannaClient({ baseUrl, signIn: ADMINISTRATOR }),
    baseUrl,
    dataDir: join(dataDir, 'data'),
    pid: pidOf(child),
    stop,
    startMs,
  };
}

/** Start of a server that is set up, and its memory before the first answer; the baseline is a bare Node process. */
export async function measureStart(dataDir: string): Promise<Figure[]> {
  const starts: number[] = [];
  let idleMb = 0;
  for (let i = 0; i < 3; i++) {
    const product = await startProduct(dataDir, { setUp: null });
    starts.push(product.startMs);
    idleMb = Math.max(idleMb, await residentMb(product.pid));
    await product.stop();
  }
  const bare = await bareNode();
  return [
    figure('start to first response', 'ms', { value: median(starts), baseline: bare.startMs, bar: 5_000 }),
    figure('memory before the first answer', 'MB', { value: idleMb, baseline: bare.mb, bar: 150 }),
  ];
}

/** Resident memory of a process (Linux), in MB. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
}

async function bareNode(): Promise<{ startMs: number; mb: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['-e', 'require("node:http").createServer().listen(0, () => console.log("up"))'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const startMs = performance.now() - begun;
  const mb = await residentMb(pidOf(child));
  child.kill();
  return { startMs, mb };
}

async function untilServed(child: ChildProcess, baseUrl: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const served = await fetch(`${baseUrl}/api/health/live`).then(
      (response) => response.ok,
      () => false,
    );
    if (served) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the process did not start');
  return child.pid;
}
