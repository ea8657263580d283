import { schemaSnapshot } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { COUNTED, type WarehouseFixture } from '../warehouse-fixture.ts';

/** What is there, and what it holds. */
export function describeIntrospection(fixture: () => WarehouseFixture): void {
  describe('introspection', () => {
    it('lists tables and views with kinds, keys and row estimates, and no system catalogue', async () => {
      const snapshot = schemaSnapshot.parse(await fixture().warehouse.introspect());
      const names = snapshot.tables.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['counting', 'customer', 'purchase', 'vip_customer']));
      expect(names.filter((name) => /^(sqlite|duckdb|pg)_|information_schema/.test(name))).toEqual([]);
      const table = (name: string) => snapshot.tables.find((candidate) => candidate.name === name);
      expect(table('customer')?.columns.map(({ name, kind }) => [name, kind])).toEqual([
        ['id', 'integer'],
        ['name', 'text'],
        ['city', 'text'],
        ['joined', 'date'],
        ['vip', 'boolean'],
      ]);
      expect(table('customer')).toMatchObject({ kind: 'table', primaryKey: ['id'], rowEstimate: 3 });
      expect(table('purchase')?.columns.map(({ kind }) => kind)).toEqual(['integer', 'integer', 'decimal', 'timestamp', 'text']);
      expect(table('purchase')?.foreignKeys).toEqual([
        { columns: ['customer_id'], referencedSchema: 'main', referencedTable: 'customer', referencedColumns: ['id'] },
      ]);
      expect(table('counting')?.rowEstimate).toBe(COUNTED);
      expect(table('vip_customer')).toMatchObject({ kind: 'view', rowEstimate: null });
    });

    it('knows which columns may be empty', async () => {
      const { tables } = await fixture().warehouse.introspect();
      const columns = tables.find(({ name }) => name === 'customer')?.columns;
      expect(columns?.filter(({ nullable }) => !nullable).map(({ name }) => name)).toEqual(['id', 'name']);
    });

    it('brings comments where the database keeps them', async () => {
      const { warehouse, dialect } = fixture();
      const customer = (await warehouse.introspect()).tables.find(({ name }) => name === 'customer');
      expect(customer?.comment).toBe(dialect.hasComments ? 'People who buy' : null);
      expect(customer?.columns.find(({ name }) => name === 'city')?.comment).toBe(dialect.hasComments ? 'Where they live' : null);
    });
  });

  describe('profile', () => {
    const profile = async (maxDistinct: number, ...columns: readonly (readonly [string, string])[]) =>
      (
        await fixture().warehouse.profileColumns({
          columns: columns.map(([table, column]) => ({ schema: 'main', table, column })),
          maxDistinct,
        })
      ).map(({ values, range }) => ({ values, range }));

    it('lists the values of text columns, nulls left out', async () => {
      expect(await profile(10, ['customer', 'city'], ['purchase', 'note'])).toEqual([
        { values: ['Jeddah', 'الرياض'], range: null },
        { values: ['first', 'large', 'refund'], range: null },
      ]);
    });

    it('lists none when there are more than asked for', async () => {
      expect(await profile(1, ['customer', 'city'])).toEqual([{ values: null, range: null }]);
    });

    it('tells the range of numbers, dates and timestamps', async () => {
      expect(await profile(10, ['purchase', 'amount'], ['customer', 'joined'], ['purchase', 'made_at'], ['counting', 'n'])).toEqual([
        { values: null, range: { min: -5, max: 12345678.9 } },
        { values: null, range: { min: '2024-01-31', max: '2024-02-29' } },
        { values: null, range: { min: '2024-03-01T10:00:00', max: '2024-12-31T23:59:59' } },
        { values: null, range: { min: 1, max: COUNTED } },
      ]);
    });

    it('refuses a column that does not exist', async () => {
      await expect(profile(10, ['customer', 'nickname'])).rejects.toMatchObject({ kind: 'unknown_object' });
    });
  });

  it('tells its version', async () => {
    expect((await fixture().warehouse.ping()).version).toMatch(/\d+\.\d+/);
  });
}
