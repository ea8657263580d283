import { describe, expect, it } from 'vitest';
import { collect } from '../collect.ts';
import { COUNTED, type WarehouseFixture } from '../warehouse-fixture.ts';

const ALL = 'SELECT n FROM counting ORDER BY n';

/** Batches, backpressure, the row cap, early return. */
export function describeStreaming(fixture: () => WarehouseFixture): void {
  describe('streaming', () => {
    it('delivers every row once and in order, in batches of the size asked for', async () => {
      const { rows, batches, end } = await collect(fixture().warehouse, ALL, { batchRows: 1_000 });
      expect(rows.length).toBe(COUNTED);
      expect(rows.every(([n], index) => n === index + 1)).toBe(true);
      expect(batches).toBe(COUNTED / 1_000);
      expect(end).toMatchObject({ rowCount: COUNTED, truncated: false });
    });

    it('sends no more than two events ahead of the reader', async () => {
      const { warehouse, delivered } = fixture();
      const before = delivered();
      const events = warehouse.query({ sql: ALL, maxRows: COUNTED, batchRows: 1_000 })[Symbol.asyncIterator]();
      await events.next();
      await events.next();
      // Time for whatever would be sent unasked: four round trips through another process of the same source.
      for (let trip = 0; trip < 4; trip += 1) await warehouse.ping();
      expect(delivered() - before).toBeLessThanOrEqual(4);
      await events.return?.();
    });

    it('ends after maxRows and says whether rows were left', async () => {
      const { warehouse } = fixture();
      expect((await collect(warehouse, ALL, { maxRows: 10 })).end).toMatchObject({ rowCount: 10, truncated: true });
      expect((await collect(warehouse, 'SELECT id FROM customer', { maxRows: 3 })).end).toMatchObject({ rowCount: 3, truncated: false });
      expect((await collect(warehouse, 'SELECT id FROM customer', { maxRows: 0 })).end).toMatchObject({ rowCount: 0, truncated: true });
    });

    it('bounds a batch by its text as well', async () => {
      const { rows, batches } = await collect(
        fixture().warehouse,
        "SELECT replace(printf('%1000000d', 1), ' ', 'x') FROM counting WHERE n <= 5",
      );
      expect(rows.length).toBe(5);
      expect(batches).toBeGreaterThanOrEqual(3);
    });

    it('frees the source when the reader leaves early, as often as it happens', async () => {
      const { warehouse } = fixture();
      for (let turn = 0; turn < 12; turn += 1) {
        for await (const event of warehouse.query({ sql: ALL, maxRows: COUNTED })) if (event.type === 'batch') break;
      }
      expect((await collect(warehouse, 'SELECT 1')).rows).toEqual([[1]]);
    });
  });
}
