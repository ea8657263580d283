import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from './log.ts';

test('lines are JSON in a file for its owner only, and secrets are blanked wherever they stand', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { log, flush } = await createLog({ folder, debug: false });
  log.info({ password: 'palm', input: { newPassword: 'wadi' }, err: Object.assign(new Error('broken'), { code: 'ENOENT' }) }, 'tried');
  log.debug('not at this level');
  flush();
  const lines = (await readFile(join(folder, 'server.1.log'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: 'tried', password: '[hidden]', input: { newPassword: '[hidden]' }, err: { message: 'broken', code: 'ENOENT' } },
  ]);
  expect((await stat(join(folder, 'server.1.log'))).mode & 0o777).toBe(0o600);
});

test('a full file is followed by the next, and the oldest go', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (let number = 1; number <= 9; number++) await writeFile(join(folder, `server.${number}.log`), '');
  await truncate(join(folder, 'server.9.log'), 20 * 1_024 * 1_024 - 1);
  const { log } = await createLog({ folder, debug: false });
  log.info('the last one that fits');
  const kept = ['server.10.log', 'server.6.log', 'server.7.log', 'server.8.log', 'server.9.log'];
  await expect.poll(async () => (await readdir(folder)).sort(), { timeout: 10_000 }).toEqual(kept);
  expect((await stat(join(folder, 'server.10.log'))).mode & 0o777).toBe(0o600);
});
