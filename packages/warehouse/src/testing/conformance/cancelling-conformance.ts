import { describe, expect, it } from 'vitest';
import { collect } from '../collect.ts';
import { COUNTED, type WarehouseFixture } from '../warehouse-fixture.ts';

/** Statements that do not end are ended; nobody else notices. */
export function describeCancelling(fixture: () => WarehouseFixture): void {
  describe('cancelling', () => {
    it('stops a statement that never ends when its signal aborts, and answers the next', async () => {
      const { warehouse, dialect, untilEndless } = fixture();
      const controller = new AbortController();
      const endless = collect(warehouse, dialect.endless, { signal: controller.signal });
      await untilEndless(1);
      controller.abort();
      await expect(endless).rejects.toMatchObject({ kind: 'cancelled' });
      expect((await collect(warehouse, 'SELECT 1')).rows).toEqual([[1]]);
    });

    it('really ends them: as many as may run at once, twice over', async () => {
      const { warehouse, dialect, untilEndless } = fixture();
      for (let turn = 0; turn < 2; turn += 1) {
        const controller = new AbortController();
        const endless = [1, 2, 3, 4].map(() =>
          collect(warehouse, dialect.endless, { signal: controller.signal }).catch((error: unknown) => error),
        );
        await untilEndless(4);
        controller.abort();
        for (const failure of await Promise.all(endless)) expect(failure).toMatchObject({ kind: 'cancelled' });
        await untilEndless(0);
      }
      expect((await collect(warehouse, 'SELECT 1')).rows).toEqual([[1]]);
    });

    it('ends a call at its deadline', async () => {
      const { warehouse, dialect } = fixture();
      await expect(collect(warehouse, dialect.endless, { deadlineMs: 300 })).rejects.toMatchObject({
        kind: 'deadline',
        name: 'WarehouseError',
      });
      expect((await collect(warehouse, 'SELECT 1')).rows).toEqual([[1]]);
    });

    it('ends a call that waits for others to finish at its own deadline', async () => {
      const { warehouse, dialect, untilEndless } = fixture();
      const controller = new AbortController();
      await untilEndless(0);
      const busy = [1, 2, 3, 4].map(() => collect(warehouse, dialect.endless, { signal: controller.signal }).catch(() => 'ended'));
      await untilEndless(4);
      await expect(warehouse.readStatement('SELECT 1', { deadlineMs: 300 })).rejects.toMatchObject({ name: 'SourceBusyError' });
      controller.abort();
      expect(await Promise.all(busy)).toEqual(['ended', 'ended', 'ended', 'ended']);
    });

    it('does nothing for a signal that was aborted before', async () => {
      const { warehouse } = fixture();
      await expect(warehouse.ping({ signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'cancelled' });
      await expect(collect(warehouse, 'SELECT 1', { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'cancelled' });
    });

    it('leaves the statements of others alone', async () => {
      const { warehouse, dialect, untilEndless } = fixture();
      const controller = new AbortController();
      const other = warehouse.query({ sql: 'SELECT n FROM counting', maxRows: COUNTED, batchRows: 5_000 })[Symbol.asyncIterator]();
      await other.next();
      await untilEndless(0);
      const endless = collect(warehouse, dialect.endless, { signal: controller.signal });
      await untilEndless(1);
      controller.abort();
      await expect(endless).rejects.toMatchObject({ kind: 'cancelled' });
      let last = await other.next();
      for (let next = last; !next.done; next = await other.next()) last = next;
      expect(last.value).toMatchObject({ type: 'end', rowCount: COUNTED });
    });

    it('answers several at once, more than may run side by side', async () => {
      const { warehouse } = fixture();
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) => collect(warehouse, `SELECT ${index} + count(*) FROM counting`)),
      );
      expect(answers.map(({ rows }) => rows[0]?.[0])).toEqual(Array.from({ length: 12 }, (_, index) => index + COUNTED));
    });

    it('reports a connection failure when the database dies under a statement, and works again', async () => {
      const { warehouse, dialect, crash, untilEndless } = fixture();
      await untilEndless(0);
      for (let turn = 0; turn < 2; turn += 1) {
        const endless = collect(warehouse, dialect.endless).catch((error: unknown) => error);
        await untilEndless(1);
        await crash();
        expect(await endless).toMatchObject({ name: 'WarehouseError', kind: 'connection' });
        expect((await collect(warehouse, 'SELECT 1')).rows).toEqual([[1]]);
      }
    });
  });
}
