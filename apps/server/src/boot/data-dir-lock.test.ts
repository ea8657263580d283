import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockDataDir } from './data-dir-lock.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'data-dir-lock-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function processThatEnded(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('of twenty at once exactly one gets the folder, and the others are told who has it', async () => {
  const dir = await folder();
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDir(dir, 'http://localhost:7777')));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const told = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
  expect(new Set(told).size).toBe(1);
  expect(told[0]).toContain(`process ${process.pid}, http://localhost:7777`);
  expect(await readdir(dir)).toEqual(['server.lock']);
});

test('the lock of a process that ended is taken over', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'server.lock'), JSON.stringify({ pid: await processThatEnded(), begun: '1', address: 'http://x' }));
  const { release } = await lockDataDir(dir, 'http://localhost:1');
  expect(JSON.parse(await readFile(join(dir, 'server.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  await release();
  expect(await readdir(dir)).toEqual([]);
});

test.runIf(process.platform === 'linux')('a process number that was given away again is not mistaken for the holder', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'server.lock'), JSON.stringify({ pid: process.pid, begun: 'another time', address: 'http://x' }));
  await expect(lockDataDir(dir, 'http://localhost:1')).resolves.toBeDefined();
});

test('a lock that is not readable as one is replaced', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'server.lock'), '{"pid":');
  await expect(lockDataDir(dir, 'http://localhost:1')).resolves.toBeDefined();
});
