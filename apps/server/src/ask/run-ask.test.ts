import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAsk } from './run-ask.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ask-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(...args: string[]) {
  const printed = { out: '', err: '' };
  const exitCode = await runAsk([...args, '--data-dir', 'data'], {
    cwd: folder,
    columns: 100,
    colours: false,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  });
  return { exitCode, ...printed };
}

describe('ask on the command line', { timeout: 120_000 }, () => {
  test('answers from sample data when nothing is set up, and leaves the set-up open', async () => {
    const first = await ask('how', 'many', 'customers');
    expect(first).toMatchObject({ exitCode: 0, err: expect.stringContaining('sample data') });
    expect(first.out).toMatch(/6,?400/);
    expect(await readdir(join(folder, 'data', 'sources'))).toHaveLength(1);
    const second = await ask('how many customers');
    expect(second).toMatchObject({ exitCode: 0, err: '' });
    expect(await readdir(join(folder, 'data', 'sources'))).toHaveLength(1);
  });

  test('prints one JSON object, or only the statement', async () => {
    const answer = JSON.parse((await ask('how many customers', '--json')).out);
    expect(answer).toMatchObject({
      outcome: 'answered',
      question: 'how many customers',
      rows: [[6400]],
      receipt: { engine: 'embedded' },
      error: null,
    });
    expect((await ask('how many customers', '--sql')).out).toMatch(/^SELECT COUNT\(\*\)/i);
  });

  test('says with its exit code that it cannot answer', async () => {
    expect(await ask('blorp zang quux')).toMatchObject({ exitCode: 3, out: '' });
  });

  test.each([
    [['x'.repeat(100_000)], /too long/],
    [['???'], /empty/],
    [[''], /^Usage/],
    [['how many customers', '--rows', '0'], /--rows/],
    [['how many customers', '--json', '--sql'], /choose one/],
    [['how many customers', '--colour'], /--colour/],
  ])('explains a wrong call (%#)', async (args, words) => {
    const result = await ask(...args);
    expect(result.exitCode).toBe(1);
    expect(result.err).toMatch(words);
  });
});
