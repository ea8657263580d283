import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serverProcess } from './testing/server-process.ts';

const LISTENING = /running at (http:\/\/localhost:\d+)/;

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'majed-vanna-main-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return join(path, 'data');
}

test('prints its address and, while set-up is open, the code; the data folder is for its owner only', async () => {
  const dataDir = await folder();
  await using server = serverProcess(['--port', '0', '--data-dir', dataDir]);
  const [, url = ''] = await server.printed(LISTENING);
  await server.printed(/enter this code:\s+\S{6,}/);
  expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
});

test('a setting that this version does not use is named', async () => {
  const dataDir = await folder();
  await using server = serverProcess(['--port', '0', '--data-dir', dataDir], { BACKUP_PATH: 'copies' });
  await server.printed(/not used by this version: BACKUP_PATH\n/);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it cleanly, and the folder can be used again', async (signal) => {
  const dataDir = await folder();
  await using first = serverProcess(['--port', '0', '--data-dir', dataDir]);
  await first.printed(LISTENING);
  first.child.kill(signal);
  expect(await first.ended()).toMatchObject({ code: 0 });
  expect(await readdir(dataDir)).not.toContain('server.lock');
  await using second = serverProcess(['--port', '0', '--data-dir', dataDir]);
  await second.printed(LISTENING);
});

test('a second server on the same data folder is told who has it', async () => {
  const dataDir = await folder();
  await using first = serverProcess(['--port', '0', '--data-dir', dataDir]);
  await first.printed(LISTENING);
  await using second = serverProcess(['--port', '0', '--data-dir', dataDir]);
  const { code, output } = await second.ended();
  expect(code).toBe(1);
  expect(output).toContain(`Another server (process ${first.child.pid}`);
  expect(output).toContain('--data-dir');
});

test('a server that was killed leaves no lock that keeps the next one out', async () => {
  const dataDir = await folder();
  await using first = serverProcess(['--port', '0', '--data-dir', dataDir]);
  await first.printed(LISTENING);
  first.child.kill('SIGKILL');
  await first.ended();
  await using second = serverProcess(['--port', '0', '--data-dir', dataDir]);
  await second.printed(LISTENING);
});

test('a port in use is told with the flag that helps', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  // A TCP server's address is never a pipe's string.
  const { port } = other.address() as AddressInfo;
  await using server = serverProcess(['--port', String(port), '--data-dir', await folder()]);
  const { code, output } = await server.ended();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is in use by another program. Choose a free one with --port`);
});

test('all configuration problems are told at once, on stderr, with exit code 1', async () => {
  await using server = serverProcess(['--data-dir', await folder()], { PORT: 'many', SECRET_KEY: 'changeme', RATE_LIMIT_WINDOW: '0' });
  const { code, output } = await server.ended();
  expect(code).toBe(1);
  for (const name of ['PORT', 'SECRET_KEY', 'RATE_LIMIT_WINDOW']) expect(output).toContain(`  - ${name} `);
});

test('--help explains the flags, and an unknown flag is an error', async () => {
  await using help = serverProcess(['--help']);
  expect(await help.ended()).toMatchObject({ code: 0, output: expect.stringContaining('--setup FILE') });
  await using wrong = serverProcess(['--prot', '80']);
  expect(await wrong.ended()).toMatchObject({ code: 1, output: expect.stringContaining("'--prot'") });
});

test('a set-up file that cannot be used is told, and nothing is set up', async () => {
  await using server = serverProcess(['--port', '0', '--data-dir', await folder(), '--setup', '/nowhere/setup.json']);
  expect(await server.ended()).toMatchObject({ code: 1, output: expect.stringContaining('/nowhere/setup.json') });
});
