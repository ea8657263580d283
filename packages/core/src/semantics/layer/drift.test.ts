import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admin, createLayerWorld } from '../../testing/layer-world.ts';
import { createSchemaWatch } from '../schema-watch.ts';
import { refreshSchema } from './refresh-schema.ts';

let world: Awaited<ReturnType<typeof createLayerWorld>>;
beforeEach(async () => {
  world = await createLayerWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

/** Another program changes the source's file. */
function alter(sql: string): void {
  const shop = new DatabaseSync(join(world.dataDir, 'shop.sqlite'));
  shop.exec(sql);
  shop.close();
}

const stale = async () => (await world.layer.stale(admin, world.dataSourceId)).map(({ key, stale: why }) => [key, why.reason, why.subject]);
const engine = async () => (await world.semantics.engineFor(world.dataSourceId)).model;

describe('a schema that drifts', () => {
  test('makes stale what names the lost, leaves it out of the engine, and says why', async () => {
    await world.propose('metric', 'revenue', { words: { en: ['revenue'] }, table: 'main.orders', expression: 'SUM({amount})' });
    await world.propose('metric', 'orders', { words: { en: ['order count'] }, table: 'main.orders', expression: 'COUNT(*)' });
    await world.propose('column', 'main.readings.sensor', { words: { en: ['Probe'] } });
    await world.publish();
    alter('ALTER TABLE orders RENAME COLUMN amount TO total; DROP TABLE readings');
    const drift = await world.layer.refreshSchema(admin, world.dataSourceId);
    expect(drift).toMatchObject({
      changed: true,
      removedTables: ['main.readings'],
      addedColumns: ['main.orders.total'],
      removedColumns: ['main.orders.amount'],
      stale: 2,
    });
    expect(await stale()).toEqual([
      ['main.readings.sensor', 'table_gone', 'main.readings.sensor'],
      ['revenue', 'column_gone', 'main.orders.amount'],
    ]);
    expect((await engine()).metrics.map(({ name }) => name)).toEqual(['orders']);
    const tables = await world.layer.tables(admin, { dataSourceId: world.dataSourceId, state: 'stale', page: 1, pageSize: 9 });
    expect(tables.items).toMatchObject([
      { key: 'main.orders', stale: 1, exists: true },
      { key: 'main.readings', stale: 1, exists: false },
    ]);
    expect(await world.audited('semanticLayer.schemaRefreshed')).toMatchObject([{ actor: admin.userId, details: { removedTables: 1 } }]);
  });

  test('of another type makes stale until someone confirms it, or it is as it was', async () => {
    await world.propose('column', 'main.readings.sensor', { words: { en: ['Probe'] } });
    await world.publish();
    const retype = (type: string) =>
      alter(
        `DROP TABLE readings; CREATE TABLE readings (reading_id INTEGER PRIMARY KEY, sensor ${type} NOT NULL, temperature REAL NOT NULL)`,
      );
    retype('INTEGER');
    expect(await world.layer.refreshSchema(admin, world.dataSourceId)).toMatchObject({
      retyped: [{ column: 'main.readings.sensor', before: 'TEXT', after: 'INTEGER' }],
      stale: 1,
    });
    expect(await stale()).toEqual([['main.readings.sensor', 'type_changed', 'main.readings.sensor']]);
    await world.layer.confirm(admin, { dataSourceId: world.dataSourceId, kind: 'column', key: 'main.readings.sensor' });
    await world.publish();
    expect(await stale()).toEqual([]);
    retype('DATE');
    await world.layer.refreshSchema(admin, world.dataSourceId);
    expect(await stale()).toHaveLength(1);
    retype('TEXT');
    await world.layer.refreshSchema(admin, world.dataSourceId);
    expect(await stale()).toEqual([]);
  });

  test('is known as retyped before anybody can ask of the new schema', async () => {
    await world.propose('metric', 'warmth', { words: { en: ['warmth'] }, table: 'main.readings', expression: 'AVG({temperature})' });
    await world.publish();
    expect((await engine()).metrics).toHaveLength(1);
    alter('DROP TABLE readings; CREATE TABLE readings (reading_id INTEGER PRIMARY KEY, sensor TEXT NOT NULL, temperature TEXT NOT NULL)');
    const asked: Promise<unknown>[] = [];
    await refreshSchema({ ...world, semantics: { ...world.semantics, lookAgain: asking } }, world.dataSourceId, 'system');
    await Promise.all(asked);
    expect(asked).toHaveLength(1);
    expect((await engine()).metrics).toEqual([]);

    // A question comes at the very moment at which the new draft is in use.
    async function asking(...given: Parameters<typeof world.semantics.lookAgain>) {
      const drawn = await world.semantics.lookAgain(...given);
      asked.push(engine());
      await asked[0];
      return drawn;
    }
  });

  test('to the same again is no drift', async () => {
    await engine();
    expect(await world.layer.refreshSchema(admin, world.dataSourceId)).toMatchObject({ changed: false, stale: 0 });
  });
});

describe('the watch over the files of sources', () => {
  const watch = () =>
    createSchemaWatch({
      database: world.database,
      dataSources: { fileStamp: async () => String(stamp) },
      semantics: { ...world.semantics, lookAgain: counted },
      clock: world.clock,
      log: world.log,
    });
  let stamp = 0;
  let looks = 0;
  const counted: typeof world.semantics.lookAgain = (...given) => {
    looks++;
    return world.semantics.lookAgain(...given);
  };

  test('looks at a source again only when its file is another', async () => {
    [stamp, looks] = [1, 0];
    await watch().look();
    await engine();
    await watch().look();
    await watch().look();
    expect(looks).toBe(0);
    alter('DROP TABLE readings');
    stamp = 2;
    await watch().look();
    await watch().look();
    expect(looks).toBe(1);
    expect((await engine()).tables).toHaveLength(2);
    expect(await world.audited('semanticLayer.schemaRefreshed')).toMatchObject([{ actor: 'system' }]);
  });

  test('goes on with the next source when one cannot be read', async () => {
    await engine();
    const broken = createSchemaWatch({
      database: world.database,
      dataSources: { fileStamp: () => Promise.reject(new Error('gone')) },
      semantics: world.semantics,
      clock: world.clock,
      log: world.log,
    });
    await broken.look();
    expect(world.log.lines).toContainEqual(expect.objectContaining({ level: 'warn' }));
  });
});
