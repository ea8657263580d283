import { newId, type SemanticEntryInput } from '@majed-vanna/contract';
import type { Warehouse } from '@majed-vanna/warehouse';
import { expect, test } from 'vitest';
import { analyst, createAnswering } from '../testing/answering.ts';
import { createSemanticsService } from './semantics-service.ts';

const entry = (input: SemanticEntryInput, source: Parameters<ReturnType<typeof newSemantics>['engineFor']>[0]) => ({
  ...input,
  id: newId('sem'),
  dataSourceId: source,
  status: 'confirmed' as const,
});

function newSemantics(
  house: Awaited<ReturnType<typeof createAnswering>>,
  connect: Parameters<typeof createSemanticsService>[0]['dataSources'],
) {
  return createSemanticsService({ database: house.database, dataSources: connect, log: house.log });
}

/** Counts how often the source was looked at. */
function counting() {
  const calls = { introspect: 0, profile: 0 };
  const around = (warehouse: Warehouse): Warehouse => ({
    ...warehouse,
    dialect: warehouse.dialect,
    introspect: (options) => {
      calls.introspect++;
      return warehouse.introspect(options);
    },
    profileColumns: (request) => {
      calls.profile++;
      return warehouse.profileColumns(request);
    },
  });
  return { calls, around };
}

test('a source is looked at once, whoever asks, and never again after a restart', async () => {
  const { calls, around } = counting();
  await using house = await createAnswering({ around });
  const [first, second] = await Promise.all([house.semantics.engineFor(house.source.id), house.semantics.engineFor(house.source.id)]);
  expect(second).toBe(first);
  expect(await house.semantics.engineFor(house.source.id)).toBe(first);
  const restarted = newSemantics(house, house.dataSources);
  expect((await restarted.engineFor(house.source.id)).model).toEqual(first.model);
  expect(calls).toEqual({ introspect: 1, profile: 1 });
  expect(await house.database.repositories.dataSources.getById(house.source.id)).toMatchObject({ schemaVersion: first.schemaVersion });
});

test('what people write about the data takes effect with the next question; what cannot be read is left out', async () => {
  await using house = await createAnswering();
  const before = await house.semantics.engineFor(house.source.id);
  await house.database.repositories.semanticEntries.upsertMany([
    entry(
      {
        kind: 'metric',
        key: 'revenue',
        body: {
          words: { en: ['revenue'], ar: ['الإيراد'] },
          table: 'main.orders',
          expression: 'SUM({amount})',
          currency: 'SAR',
          format: 'currency',
        },
      },
      house.source.id,
    ),
    { ...entry({ kind: 'glossary', key: 'odd', body: { words: {} } }, house.source.id), body: { words: 'not an object' } },
  ]);
  const after = await house.semantics.engineFor(house.source.id);
  expect(after).not.toBe(before);
  expect(after.schemaVersion).toBe(before.schemaVersion);
  const overview = await house.semantics.overview(analyst);
  expect(overview.metrics).toEqual([expect.objectContaining({ label: 'revenue', expression: 'SUM({amount})' })]);
  expect((await house.semantics.overview(analyst, house.source.id, 'ar')).metrics[0]?.label).toBe('الإيراد');
  expect(overview.tables.map(({ name }) => name).toSorted()).toEqual(['customers', 'orders', 'readings']);
  expect(house.log.lines).toContainEqual(expect.objectContaining({ level: 'warn', fields: expect.objectContaining({ key: 'odd' }) }));
});

test('a source that could not be read is tried again with the next question', async () => {
  let broken = true;
  const around = (warehouse: Warehouse): Warehouse => ({
    ...warehouse,
    dialect: warehouse.dialect,
    introspect: (options) => (broken ? Promise.reject(new Error('not now')) : warehouse.introspect(options)),
  });
  await using house = await createAnswering({ around });
  await expect(house.semantics.engineFor(house.source.id)).rejects.toThrow('not now');
  broken = false;
  expect((await house.semantics.engineFor(house.source.id)).model.tables).toHaveLength(3);
});
