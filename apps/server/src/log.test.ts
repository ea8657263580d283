import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
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
  const lines = (await readFile(join(folder, 'server.log'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: 'tried', password: '[hidden]', input: { newPassword: '[hidden]' }, err: { message: 'broken', code: 'ENOENT' } },
  ]);
  expect((await stat(join(folder, 'server.log'))).mode & 0o777).toBe(0o600);
});
