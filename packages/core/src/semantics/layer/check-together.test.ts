import { type SemanticEntryBody, semanticEntryBody } from '@majed-vanna/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLayerWorld } from '../../testing/layer-world.ts';
import { checkStatementOf, hasPassed } from './check-statement-of.ts';
import { passTogether } from './check-together.ts';

let world: Awaited<ReturnType<typeof createLayerWorld>>;
beforeEach(async () => {
  world = await createLayerWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const metric = (key: string, expression: string, filter: string | null = null): SemanticEntryBody =>
  semanticEntryBody.parse({ kind: 'metric', key, body: { words: {}, table: 'main.orders', expression, filter } });

async function counting() {
  const { warehouse, draft } = await world.semantics.draftFor(world.dataSourceId);
  const statements: string[] = [];
  const watched: typeof warehouse = {
    ...warehouse,
    query(call) {
      statements.push(call.sql);
      return warehouse.query(call);
    },
  };
  return { statements, source: { warehouse: watched, snapshot: draft.snapshot, index: draft.index } };
}

test('two thousand metrics are checked with a few statements, and what fits is not checked again', async () => {
  const { statements, source } = await counting();
  const entries = Array.from({ length: 2_000 }, (_, at) => metric(`m${at}`, `SUM({amount} * ${at})`, `{amount} > ${at}`));
  await passTogether(entries, source);
  expect(statements.length).toBeLessThan(70);
  expect(entries.every((entry) => hasPassed(entry, source.index))).toBe(true);
  const before = statements.length;
  for (const entry of entries) expect(await checkStatementOf(entry, source)).toEqual([]);
  expect(statements).toHaveLength(before);
});

test('columns in quotes are told from their marks without asking the database, however many there are', async () => {
  const { statements, source } = await counting();
  let read = 0;
  const warehouse: typeof source.warehouse = {
    ...source.warehouse,
    readStatement(...given) {
      read++;
      return source.warehouse.readStatement(...given);
    },
  };
  const entries = Array.from({ length: 500 }, (_, at) => metric(`m${at}`, `SUM("Amount" * ${at})`));
  await passTogether(entries, { ...source, warehouse });
  for (const entry of entries)
    expect(await checkStatementOf(entry, { ...source, warehouse })).toMatchObject([
      { reason: 'column_not_marked', params: { column: 'amount' } },
    ]);
  expect([statements.length, read]).toEqual([0, 0]);
  const said = await checkStatementOf(metric('said', `SUM({amount}) + LENGTH('"amount"')`), { ...source, warehouse });
  expect(said).toEqual([]);
  expect(read).toBeGreaterThan(0);
});

test('what does not fit is found among what does, and left to its own check', async () => {
  const { source } = await counting();
  const good = Array.from({ length: 100 }, (_, at) => metric(`m${at}`, `SUM({amount} + ${at})`));
  const bad = [
    metric('unknown', 'SUM(no_such_function({amount}))'),
    metric('filter', 'SUM({amount})', 'SUM({amount}) > 3'),
    metric('pair', 'SUM({amount}), 2'),
    metric('bare', 'SUM(amount)'),
    metric('opens', 'SUM({amount}) /*'),
    metric('closes', '*/ + 1'),
    metric('inner', 'SUM({amount}) + (SELECT MAX(name) FROM customers)'),
  ];
  await passTogether([...good.slice(0, 50), ...bad, ...good.slice(50)], source);
  expect(good.filter((entry) => !hasPassed(entry, source.index)).length).toBeLessThan(bad.length);
  expect(bad.filter((entry) => hasPassed(entry, source.index))).toEqual([]);
  for (const entry of bad) expect([entry.key, (await checkStatementOf(entry, source)).length]).toEqual([entry.key, 1]);
});
