import { describe, expect, it } from 'vitest';
import { collect } from '../collect.ts';
import type { WarehouseFixture } from '../warehouse-fixture.ts';

/** The second opinion, and that nothing but reading works. */
export function describeReading(fixture: () => WarehouseFixture): void {
  describe('second opinion', () => {
    const reading = (sql: string) => fixture().warehouse.readStatement(sql);
    const tables = async (sql: string) => (await reading(sql)).tables.map(({ table }) => table).sort();

    it('names the base tables wherever they stand', async () => {
      expect(await tables('SELECT 1')).toEqual([]);
      expect(await tables('SELECT id FROM customer')).toEqual(['customer']);
      expect(await tables('SELECT c.id FROM CUSTOMER c JOIN purchase p ON p.customer_id = c.id')).toEqual(['customer', 'purchase']);
      expect(
        await tables('SELECT id FROM customer WHERE id IN (SELECT customer_id FROM purchase WHERE id > (SELECT min(n) FROM counting))'),
      ).toEqual(['counting', 'customer', 'purchase']);
      expect(await tables('SELECT id FROM customer UNION SELECT n FROM counting')).toEqual(['counting', 'customer']);
      expect(await tables('SELECT count(*) FROM main.purchase')).toEqual(['purchase']);
    });

    it('looks through common table expressions, not at their names', async () => {
      expect(await tables('WITH x AS (SELECT id FROM customer), y AS (SELECT id FROM x) SELECT count(*) FROM y')).toEqual(['customer']);
      expect(await tables('WITH purchase AS (SELECT id FROM customer) SELECT id FROM purchase')).toEqual(['customer']);
      expect(
        await tables(
          'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < (SELECT max(n) FROM counting)) SELECT n FROM r',
        ),
      ).toEqual(['counting']);
      expect(await tables('SELECT q.id FROM (WITH z AS (SELECT id FROM purchase) SELECT id FROM z) q, customer z')).toEqual([
        'customer',
        'purchase',
      ]);
    });

    it('counts a view as the table it is asked for', async () => {
      expect(await tables('SELECT name FROM vip_customer')).toEqual(['vip_customer']);
      expect(await tables('SELECT v.name FROM vip_customer v JOIN customer c ON c.id = v.id')).toEqual(
        expect.arrayContaining(['vip_customer']),
      );
    });

    it('counts statements and tells functions', async () => {
      expect(await reading('SELECT upper(name), count(*) FROM customer GROUP BY 1;')).toMatchObject({
        statements: 1,
        readOnly: true,
        functions: ['count', 'upper'],
      });
      expect(await reading('SELECT 1; SELECT 2')).toMatchObject({ statements: 2 });
      expect(await reading('SELECT 1; -- the end')).toMatchObject({ statements: 1, readOnly: true });
    });

    it('calls no other statement a query', async () => {
      const { dialect } = fixture();
      const verdicts = [];
      for (const sql of dialect.notQueries) verdicts.push([sql, (await reading(sql)).readOnly]);
      expect(verdicts).toEqual(dialect.notQueries.map((sql) => [sql, false]));
    });

    it('says so when it cannot parse', async () => {
      await expect(reading('SELEC 1')).rejects.toMatchObject({ kind: 'syntax' });
      await expect(reading('SELECT (1')).rejects.toMatchObject({ kind: 'syntax' });
    });
  });

  describe('read-only', () => {
    it('lets nothing through that writes, opens files or changes its settings', async () => {
      const { warehouse, dialect, fingerprint } = fixture();
      const before = await fingerprint();
      const succeeded: string[] = [];
      for (const sql of dialect.forbidden) {
        await collect(warehouse, sql).then(
          () => succeeded.push(sql),
          () => {},
        );
      }
      expect(succeeded).toEqual([]);
      expect(await fingerprint()).toBe(before);
      expect((await collect(warehouse, 'SELECT count(*) FROM customer')).rows).toEqual([[3]]);
    });
  });
}
