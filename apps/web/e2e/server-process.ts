import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serverEnvironment } from './config.ts';

const SERVER = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const RUNNING = /running at (http:\S+)/;
const START_TIMEOUT_MS = 60_000;

export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** What it printed so far. */
  output(): string;
}

/** The real server in a process of its own, on a free port; it takes requests. @throws Error with its output when it does not start */
export async function startServer(dataDir: string, setupFile?: string): Promise<ServerProcess> {
  const port = await freePort();
  const options = ['--port', String(port), '--data-dir', dataDir, ...(setupFile ? ['--setup', setupFile] : [])];
  const server = spawn(process.execPath, [SERVER, ...options], { env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collectOutput(server);
  await untilRunning(server, output);
  return {
    url: `http://localhost:${port}`,
    output,
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
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
