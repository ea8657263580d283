import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop, type ShopDialect } from './testing/shop.ts';

describe.each<ShopDialect>(['duckdb', 'sqlite'])('the rewritten statement on %s', (dialect) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(dialect);
  });
  afterAll(() => shop.close());

  async function accepted(sql: string) {
    const verdict = await shop.check(sql);
    if (verdict.verdict === 'deny') throw new Error(`${verdict.refusal.code}: ${verdict.refusal.message}`);
    return { ...verdict, rows: await shop.run(verdict.sql) };
  }

  it('filters rows at every mention of a table', async () => {
    const { rows } = await accepted(
      'SELECT count(*), (SELECT count(*) FROM sales), (SELECT count(*) FROM (SELECT * FROM sales) s) FROM sales',
    );
    expect(rows.map((row) => row.map(Number))).toEqual([[4, 4, 4]]);
  });

  it('keeps the filter whatever the WHERE of the statement says', async () => {
    const { rows } = await accepted("SELECT count(*) FROM sales WHERE store_id = 3 OR 1 = 1 --' AND nothing");
    expect(Number(rows[0]?.[0])).toBe(4);
  });

  it('keeps outer joins outer, although the joined table is filtered', async () => {
    const { rows } = await accepted(
      'SELECT p.title, x.sale_id FROM products p LEFT JOIN sales x ON x.product_id = p.product_id AND x.amount > 1000 ORDER BY 1',
    );
    expect(rows).toEqual([
      ['Coffee', null],
      ['Dates', null],
      ['Lamp', null],
    ]);
  });

  it('gives the same rows as the bare statement where nothing is protected', async () => {
    const sql = 'SELECT family, count(*) AS n, max(price) AS p FROM products GROUP BY family ORDER BY family';
    const bare = dialect === 'duckdb' ? sql.replace('products', 'shop.products') : sql;
    expect((await accepted(sql)).rows).toEqual(await shop.run(bare));
  });

  it('shows masked columns as stars and leaves hidden columns out of *', async () => {
    const { rows, injections } = await accepted('SELECT * FROM people ORDER BY person_id');
    expect(rows[0]).toEqual([1, 1, 'Noura', '***', null, '2020-02-01']);
    expect(injections.masks.map((mask) => mask.column)).toEqual(['phone']);
  });

  it('reads names of file headers: spaces, reserved words, Arabic', async () => {
    const { rows } = await accepted(
      'SELECT "المدينة" AS "المكان", sum("Total Sales (SAR)") AS "Order" FROM "Monthly Report" GROUP BY "المدينة" ORDER BY "Order"',
    );
    expect(rows.map((row) => [row[0], Number(row[1])])).toEqual([
      ['الرياض', 100],
      ['جدة', 250],
    ]);
  });

  it('tells tables, columns, sources of outputs, filters and the row cap', async () => {
    const { lineage, injections } = await accepted(
      'SELECT s.name AS store, sum(x.amount * x.quantity) AS value FROM sales x JOIN stores s USING (store_id) GROUP BY s.name',
    );
    const schema = dialect === 'duckdb' ? 'shop' : 'main';
    const column = (table: string, name: string) => ({ schema, table, column: name });
    expect(lineage.tables).toEqual([
      { schema, table: 'sales' },
      { schema, table: 'stores' },
    ]);
    expect(lineage.outputs).toEqual([
      { name: 'store', sources: [column('stores', 'name')] },
      { name: 'value', sources: [column('sales', 'amount'), column('sales', 'quantity')] },
    ]);
    expect(lineage.columns).toEqual(expect.arrayContaining([column('sales', 'amount'), column('stores', 'name')]));
    expect(injections.rowFilters).toEqual([
      { table: `${schema}.sales`, predicate: 'store_id <> 3' },
      { table: `${schema}.stores`, predicate: 'store_id <> 3' },
    ]);
    expect(injections.rowCap).toEqual({ maxRows: 100, action: 'added' });
  });

  it('follows sources through common tables, sub-queries and set operations', async () => {
    const { lineage } = await accepted(
      'WITH a AS (SELECT title AS t FROM products), b AS (SELECT name AS t FROM stores) SELECT t FROM (SELECT * FROM a UNION ALL SELECT * FROM b) u',
    );
    expect(lineage.outputs[0]?.sources.map((source) => `${source.table}.${source.column}`)).toEqual(['products.title', 'stores.name']);
  });
});
