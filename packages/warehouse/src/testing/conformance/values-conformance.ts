import { describe, expect, it } from 'vitest';
import { collect } from '../collect.ts';
import type { WarehouseFixture } from '../warehouse-fixture.ts';
import { CUSTOMERS } from '../warehouse-fixture.ts';

/** Cells, kinds, nulls, scripts, errors. */
export function describeValues(fixture: () => WarehouseFixture): void {
  describe('values', () => {
    it('keeps text of every script, nulls, dates and booleans as they are', async () => {
      const { rows, columns } = await collect(fixture().warehouse, 'SELECT id, name, city, joined, vip FROM customer ORDER BY id');
      expect(rows).toEqual(CUSTOMERS);
      expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
        ['id', 'integer'],
        ['name', 'text'],
        ['city', 'text'],
        ['joined', 'date'],
        ['vip', 'boolean'],
      ]);
    });

    it('turns each type into the cell and the kind agreed upon', async () => {
      const { warehouse, dialect } = fixture();
      const seen = [];
      for (const { sql } of dialect.values) {
        const { columns, rows } = await collect(warehouse, sql);
        seen.push({ sql, kind: columns[0]?.kind, cell: rows[0]?.[0] });
      }
      expect(seen).toEqual(dialect.values);
    });

    it('tells the columns of a result without rows', async () => {
      const { columns, rows, end } = await collect(fixture().warehouse, 'SELECT id, name FROM customer WHERE id < 0');
      expect(columns.map(({ name }) => name)).toEqual(['id', 'name']);
      expect(rows).toEqual([]);
      expect(end).toMatchObject({ rowCount: 0, truncated: false });
    });

    it('keeps two columns of the same name apart', async () => {
      const { columns, rows } = await collect(fixture().warehouse, 'SELECT 1 AS a, 2 AS a');
      expect(columns.map(({ name }) => name)).toEqual(['a', 'a']);
      expect(rows).toEqual([[1, 2]]);
    });

    it('names the kind of each failure and goes on working', async () => {
      const { warehouse, dialect } = fixture();
      const seen = [];
      for (const { sql } of dialect.errors) {
        const failure = await collect(warehouse, sql).catch((error: unknown) => error);
        seen.push({ sql: sql.slice(0, 80), kind: failure instanceof Error && 'kind' in failure ? failure.kind : failure });
      }
      expect(seen).toEqual(dialect.errors.map(({ sql, kind }) => ({ sql: sql.slice(0, 80), kind })));
      expect((await collect(warehouse, 'SELECT 1')).rows).toEqual([[1]]);
    });
  });
}
