import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { oneAtATime } from './build-lock.mjs';

const MODULE = new URL('./build-lock.mjs', import.meta.url).href;

/** A process that works under the lock; it writes a line when it waits, begins and ends. */
function worker(folder, work = '') {
  const say = (what) => `appendFileSync(${JSON.stringify(join(folder, 'log'))}, '${what}\\n'); console.log('${what}')`;
  const script = `
    import { appendFileSync } from 'node:fs';
    import { oneAtATime } from ${JSON.stringify(MODULE)};
    oneAtATime(${JSON.stringify(join(folder, 'lock'))}, () => { ${say('begins')}; ${work}; ${say('ends')}; }, () => { ${say('waits')}; });
  `;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
}

const said = async (child) => String((await once(child.stdout, 'data'))[0]).trim();
/** Goes on when its standard input ends. */
const UNTIL_TOLD = "process.getBuiltinModule('node:fs').readFileSync(0)";

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'build-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, lines: () => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') };
}

test('the second waits until the first has ended', async () => {
  const { folder, lines } = aFolder();
  const first = worker(folder, UNTIL_TOLD);
  expect(await said(first)).toBe('begins');
  const second = worker(folder);
  expect(await said(second)).toBe('waits');
  first.stdin.end();
  await Promise.all([once(first, 'exit'), once(second, 'exit')]);
  expect(lines()).toEqual(['begins', 'waits', 'ends', 'begins', 'ends']);
});

test('a process that is killed holds nobody up', async () => {
  const { folder, lines } = aFolder();
  const first = worker(folder, UNTIL_TOLD);
  expect(await said(first)).toBe('begins');
  first.kill('SIGKILL');
  await once(first, 'exit');
  await once(worker(folder), 'exit');
  expect(lines()).toEqual(['begins', 'begins', 'ends']);
});

test('where the lock cannot be opened nothing is waited for', () => {
  const { folder } = aFolder();
  expect(oneAtATime(join(folder, 'absent', 'lock'), () => 'done')).toBe('done');
});

test('what the work throws is not taken for a lock that cannot be had', () => {
  const { folder } = aFolder();
  let runs = 0;
  const failing = () => {
    runs++;
    throw new Error('the build failed');
  };
  expect(() => oneAtATime(join(folder, 'lock'), failing)).toThrow('the build failed');
  expect(runs).toBe(1);
});
