import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from './testing/shop.ts';

describe('the row cap', () => {
  let duckdb: Shop;
  let sqlite: Shop;
  beforeAll(async () => {
    [duckdb, sqlite] = await Promise.all([openShop('duckdb'), openShop('sqlite')]);
  });
  afterAll(() => Promise.all([duckdb.close(), sqlite.close()]));

  async function capped(shop: Shop, sql: string) {
    const verdict = await shop.check(sql);
    if (verdict.verdict === 'deny') throw new Error(verdict.refusal.message);
    return { action: verdict.injections.rowCap.action, rows: (await shop.run(verdict.sql)).length, sql: verdict.sql };
  }

  const long = '(SELECT unnest(range(500)) AS n)';

  it.each([
    ['is added where there is none', `SELECT n FROM ${long}`, 'added', 100],
    ['keeps a smaller limit', `SELECT n FROM ${long} LIMIT 7`, 'kept', 7],
    ['clamps a larger limit', `SELECT n FROM ${long} LIMIT 400`, 'clamped', 100],
    ['clamps LIMIT ALL', `SELECT n FROM ${long} LIMIT ALL`, 'clamped', 100],
    ['clamps a percentage', `SELECT n FROM ${long} LIMIT 90%`, 'clamped', 100],
    ['keeps a small percentage small', `SELECT n FROM ${long} LIMIT 10%`, 'clamped', 50],
    ['clamps a computed limit', `SELECT n FROM ${long} LIMIT 200 + 200`, 'clamped', 100],
    ['clamps a limit in another notation', `SELECT n FROM ${long} LIMIT 1e3`, 'clamped', 100],
    ['clamps FETCH', `SELECT n FROM ${long} ORDER BY n FETCH FIRST 400 ROWS ONLY`, 'clamped', 100],
    ['holds with an offset', `SELECT n FROM ${long} OFFSET 450`, 'added', 50],
    ['holds for a whole set operation', `SELECT n FROM ${long} UNION ALL SELECT n FROM ${long}`, 'added', 100],
    [
      'holds when a part of a set operation has a limit of its own',
      `(SELECT n FROM ${long} LIMIT 5) UNION ALL (SELECT n FROM ${long} LIMIT 400)`,
      'added',
      100,
    ],
    ['leaves a limit inside of a common table alone', `WITH t AS (SELECT n FROM ${long} LIMIT 300) SELECT count(*) FROM t`, 'added', 1],
    ['holds for a statement in brackets', `(SELECT n FROM ${long} LIMIT 400)`, 'added', 100],
    ['holds for a sample', `SELECT n FROM ${long} USING SAMPLE 300 ROWS`, 'added', 100],
    ['holds for FROM first', `FROM ${long}`, 'added', 100],
  ])('%s on DuckDB', async (_, sql, action, rows) => {
    expect(await capped(duckdb, sql)).toMatchObject({ action, rows });
  });

  const counted = 'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 500)';

  it.each([
    ['is added where there is none', 'SELECT n FROM c', 'added', 100],
    ['keeps a smaller limit', 'SELECT n FROM c LIMIT 7', 'kept', 7],
    ['clamps a larger limit', 'SELECT n FROM c LIMIT 400', 'clamped', 100],
    ['clamps the second number of offset, count', 'SELECT n FROM c LIMIT 10, 400', 'clamped', 100],
    ['keeps offset, count', 'SELECT n FROM c LIMIT 400, 10', 'kept', 10],
    ['clamps a negative limit, which means none', 'SELECT n FROM c LIMIT -1', 'clamped', 100],
    ['clamps a computed limit', 'SELECT n FROM c LIMIT 200 + 200', 'clamped', 100],
    ['holds for a whole set operation', 'SELECT n FROM c UNION ALL SELECT n FROM c', 'added', 100],
  ])('%s on SQLite', async (_, sql, action, rows) => {
    expect(await capped(sqlite, `${counted} ${sql}`)).toMatchObject({ action, rows });
  });

  it('keeps the order of a statement that it has to wrap', async () => {
    const verdict = await duckdb.check('SELECT sale_id FROM sales ORDER BY sale_id DESC LIMIT 1 + 2');
    expect(verdict.verdict === 'allow' && (await duckdb.run(verdict.sql)).flat()).toEqual([4, 3, 2]);
  });
});
