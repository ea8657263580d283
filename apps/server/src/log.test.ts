import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLog } from './log.ts';

test('lines are JSON in a file for its owner only, and secrets are blanked wherever they stand', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { log, flush } = await createLog({ folder, debug: false });
  log.info({ password: 'palm', input: { newPassword: 'wadi' }, err: Object.assign(new Error('broken'), { code: 'ENOENT' }) }, 'tried');
  log.debug('not at this level');
  await flush();
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

test.skipIf(process.platform !== 'linux')('a full disk costs lines, and neither the server nor its end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink('/dev/full', join(folder, 'server.1.log'));
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => told.mockRestore());
  const { log, flush } = await createLog({ folder, debug: false });
  log.info('lost');
  await flush();
  log.info('lost too');
  await flush();
  expect(told.mock.calls.flat()).toEqual([expect.stringContaining('ENOSPC')]);
});

test('a next file that cannot be opened leaves the lines in the full one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'server.1.log'), '');
  await truncate(join(folder, 'server.1.log'), 20 * 1_024 * 1_024 - 1);
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => told.mockRestore());
  const { log, flush } = await createLog({ folder, debug: false });
  await mkdir(join(folder, 'server.2.log'));
  log.info('the last one that fits');
  await flush();
  await expect.poll(() => told.mock.calls.flat()).toEqual([expect.stringContaining('EISDIR')]);
  log.info('one more');
  await flush();
  expect(await readFile(join(folder, 'server.1.log'), 'utf8')).toMatch(/the last one that fits[^\n]+\n[^\n]+one more/);
});
