import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparisonText } from './print-evaluation.ts';
import { runEvaluate } from './run-evaluate.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function evaluate(...args: string[]) {
  const printed = { out: '', err: '' };
  const exitCode = await runEvaluate([...args, '--data-dir', 'data'], {
    cwd: folder,
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
  });
  return { exitCode, ...printed };
}

describe('evaluate on the command line', { timeout: 300_000 }, () => {
  test('scores the golden set of the sample company, tells how far it is, and compares with an earlier one', async () => {
    const first = await evaluate();
    expect(first).toMatchObject({ exitCode: 0, err: expect.stringMatching(/\d+ of 63/) });
    expect(first.out).toMatch(/accuracy\s+\d+/);
    const id = /evl_\w+/.exec(first.out)?.[0] ?? '';
    const second = await evaluate('--set', 'Sample company', '--against', id, '--at-least', '100', '--json');
    expect(second.exitCode).toBe(2);
    expect(JSON.parse(second.out)).toMatchObject({
      run: { state: 'finished', engine: 'embedded' },
      comparison: { nowWrong: [], compared: 63 },
    });
    const { comparison } = JSON.parse(second.out);
    expect(comparisonText(comparison)).toMatch(/accuracy +(\S+ %) → \1\n[\s\S]*median time +\d+ ms → \d+ ms\n[\s\S]*now right: 0/);
  });

  test.each([
    [['--set', 'Nothing'], /Choose a set/],
    [['--set', 'verified'], /holds no cases/],
    [['--data-source', 'Nowhere'], /no data source "Nowhere"/],
    [['--engine', 'steam'], /--engine/],
    [['--at-least', 'all'], /--at-least/],
    [['--against', 'yesterday'], /--against/],
    [['--colour'], /--colour/],
  ])('explains a wrong call (%#)', async (args, words) => {
    const result = await evaluate(...args);
    expect(result.exitCode).toBe(1);
    expect(result.err).toMatch(words);
  });
});
