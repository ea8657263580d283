import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runEvaluate } from './run-evaluate.ts';

const SCHEMA = `
  CREATE TABLE visitor (id INTEGER PRIMARY KEY, name TEXT, city TEXT, age INTEGER);
  INSERT INTO visitor VALUES (1, 'Noura', 'Riyadh', 31), (2, 'Omar', 'Jeddah', 45), (3, 'Huda', 'Riyadh', 28);`;
const COUNT = 'SELECT count(*) FROM visitor';
const RIGHT = { id: 'a', db: 'museum', question: 'How many visitors are there?', gold_sql: COUNT };
const WRONG = { ...RIGHT, id: 'b', gold_sql: 'SELECT 7' };
const EITHER = { ...RIGHT, id: 'c', gold_sql: ['SELECT 7', COUNT] };
const LEFT_OUT = { ...RIGHT, id: 'd', tags: ['gold-error'] };
const NOTHING = { id: 'e', db: 'museum', question: 'What is the weather on the moon?', gold_sql: null };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-folder-'));
  await aSet('museum', { 'questions.jsonl': [RIGHT, WRONG, EITHER, LEFT_OUT], 'unanswerable.jsonl': [NOTHING] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function aSet(name: string, files: Readonly<Record<string, readonly unknown[]>>, root = 'sets') {
  await mkdir(join(folder, root, name, 'db'), { recursive: true });
  const database = new DatabaseSync(join(folder, root, name, 'db', 'museum.sqlite'));
  database.exec(SCHEMA);
  database.close();
  for (const [file, rows] of Object.entries(files))
    await writeFile(join(folder, root, name, file), rows.map((row) => JSON.stringify(row)).join('\n'));
}

async function evaluate(...args: string[]) {
  const printed = { out: '', err: '' };
  const exitCode = await runEvaluate(args, {
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

describe('a benchmark on the command line', { timeout: 60_000 }, () => {
  test('is scored by set and as a whole, without a data folder', async () => {
    const { exitCode, out } = await evaluate('--folder', 'sets');
    expect(out.split('\n').map((line) => line.split(/\s{2,}/).slice(0, 3))).toEqual([
      ['set', 'cases', 'accuracy'],
      ['museum', '3', '66.7 %'],
      ['museum/unanswerable', '1', '100.0 %'],
      ['total', '4', '75.0 %'],
      [''],
    ]);
    expect(exitCode).toBe(0);
    expect(await readdir(folder)).toEqual(['sets']);
    expect(await readdir(join(folder, 'sets/museum/db'))).toEqual(['museum.sqlite']);
  });

  test('fails below the accuracy that is demanded', async () => {
    expect(await evaluate('--folder', 'sets', '--at-least', '75')).toMatchObject({ exitCode: 0 });
    expect(await evaluate('--folder', 'sets', '--at-least', '76')).toMatchObject({ exitCode: 2 });
  });

  test('is told in detail, of one set and its first questions', async () => {
    const { out } = await evaluate('--folder', 'sets', '--set', 'museum/unanswerable', '--json');
    expect(JSON.parse(out)).toMatchObject({
      sets: [{ name: 'museum/unanswerable', results: [{ case: { id: 'e' }, verdict: 'refused_rightly' }] }],
      total: { accuracy: 1, restraint: 1 },
    });
    const first = JSON.parse((await evaluate('--folder', 'sets', '--set', 'museum', '--limit', '2', '--json')).out);
    expect(first.sets.map((set: { results: unknown[] }) => set.results.length)).toEqual([2, 1]);
    expect(first.sets[0].results).toMatchObject([{ verdict: 'right' }, { verdict: 'wrong' }]);
  });

  test('is not asked of a language model before the product is set up', async () => {
    const { exitCode, err } = await evaluate('--folder', 'sets', '--engine', 'current', '--data-dir', 'data');
    expect([exitCode, err]).toEqual([1, expect.stringMatching(/set up/)]);
  });

  test('names the line that is no question, and the database that is not there', async () => {
    await aSet('odd', { 'questions.jsonl': [RIGHT, { id: 'x' }] }, 'odd');
    expect(await evaluate('--folder', 'odd')).toMatchObject({ exitCode: 1, err: expect.stringMatching(/questions\.jsonl, line 2/) });
    await aSet('away', { 'questions.jsonl': [{ ...RIGHT, db: '../../sets/museum/db/museum' }] }, 'away');
    expect(await evaluate('--folder', 'away')).toMatchObject({ exitCode: 1, err: expect.stringMatching(/line 1/) });
    await aSet('lost', { 'questions.jsonl': [{ ...RIGHT, db: 'theatre' }] }, 'lost');
    expect(await evaluate('--folder', 'lost')).toMatchObject({ exitCode: 1, err: expect.stringMatching(/no database .*theatre/) });
  });

  test.each([
    [['--folder', 'nowhere'], /there is no folder/],
    [['--folder', 'sets', '--set', 'opera'], /no set is called opera; there is: museum/],
    [['--folder', 'sets', '--limit', '0'], /--limit/],
    [['--folder', 'sets', '--with-changes'], /--with-changes does not go/],
    [['--limit', '3'], /goes with --folder/],
  ])('explains a wrong call (%#)', async (args, words) => {
    const result = await evaluate(...args);
    expect([result.exitCode, result.err]).toEqual([1, expect.stringMatching(words)]);
  });
});
