import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { causeOf } from './nlq-failures.ts';
import { createJudge } from './nlq-judge.ts';

let folder = '';
let file = '';
let variant = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judge-'));
  const fill = (name: string, rows: string) => {
    const path = join(folder, name);
    const database = new DatabaseSync(path);
    database.exec(
      `CREATE TABLE boats (id INTEGER, name TEXT, length REAL, port TEXT); CREATE TABLE ports (name TEXT); INSERT INTO boats VALUES ${rows}`,
    );
    database.close();
    return path;
  };
  file = fill('base.sqlite', "(1, 'Rih', 9.5, 'Jubail'), (2, 'Mawj', 12, 'Yanbu')");
  variant = fill('variant.sqlite', "(1, 'Rih', 12, 'Jubail'), (2, 'Mawj', 12, 'Yanbu')");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('judge', () => {
  const gold = 'SELECT name FROM boats WHERE length > 10';

  it('wants a statement to be right on every variant of the database', async () => {
    const judge = createJudge();
    const predicted = "SELECT name FROM boats WHERE name = 'Mawj'";
    expect((await judge.judge({ files: [file], golds: [gold], predicted })).strict).toBe(true);
    expect((await judge.judge({ files: [file, variant], golds: [gold], predicted })).strict).toBe(false);
    judge.close();
  });

  it('ends a statement that does not end, and goes on', async () => {
    const judge = createJudge(1_500);
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';
    expect((await judge.judge({ files: [file], golds: [gold], predicted: endless })).invalid).toContain('no end');
    expect((await judge.judge({ files: [file], golds: [gold], predicted: gold })).strict).toBe(true);
    judge.close();
  });

  it.each([
    ['SELECT name FROM', 'invalid SQL'],
    ['SELECT name FROM ports', 'wrong tables'],
    ['SELECT port FROM boats WHERE length > 10', 'wrong columns'],
    ['SELECT max(name) FROM boats WHERE length > 100', 'wrong aggregate'],
    ['SELECT name FROM boats WHERE length > 9', 'wrong filter'],
    ['SELECT name FROM boats WHERE length > 10 ORDER BY name LIMIT 0', 'wrong order or limit'],
    ['SELECT name, length FROM boats WHERE length > 10', 'surplus or missing output'],
  ])('says what is wrong with %s', async (predicted, cause) => {
    const judge = createJudge();
    expect(causeOf(gold, predicted, await judge.judge({ files: [file], golds: [gold], predicted }))).toBe(cause);
    judge.close();
  });
});
