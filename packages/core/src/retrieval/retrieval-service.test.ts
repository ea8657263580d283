import type { Actor } from '@majed-vanna/contract';
import { newId } from '@majed-vanna/contract';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { expect, test } from 'vitest';
import { createThesaurus } from '../semantics/thesaurus.ts';
import { analyst, createAnswering } from '../testing/answering.ts';
import { createRetrievalService } from './retrieval-service.ts';
import { createSemanticSearch } from './semantic-search.ts';

const admin: Actor = { userId: newId('usr'), username: 'amina', role: 'admin', attributes: {} };

/** The search over the shop, from whose other people the customers are hidden. */
async function shop() {
  const house = await createAnswering();
  const retrieval = createRetrievalService({
    database: house.database,
    semantics: house.semantics,
    search: createSemanticSearch({ thesaurus: createThesaurus() }),
    policyFor: async (_actor, _source, { snapshot }) => {
      const policy = policyFromSnapshot(snapshot);
      delete policy.tables['main.customers'];
      return policy;
    },
  });
  return { ...house, retrieval };
}

test('administrators find everything, with scores and methods; others what they may see, without', async () => {
  await using house = await shop();
  const query = { query: 'customers in Riyadh', limit: 20 };
  const { items: all } = await house.retrieval.search(admin, query);
  expect(all.find(({ key }) => key === 'main.customers')).toMatchObject({ kind: 'table', by: expect.arrayContaining(['words', 'values']) });
  expect(all[0]?.score).toBeGreaterThan(0);
  const { items: some } = await house.retrieval.search(analyst, { ...query, query: 'customers and orders in Riyadh' });
  expect(some.map(({ key }) => key)).toContain('main.orders');
  expect(some.filter(({ key }) => key.startsWith('main.customers'))).toEqual([]);
  expect(some.every(({ score, by }) => score === null && by === null)).toBe(true);
});

test('a source that does not exist is not found', async () => {
  await using house = await shop();
  await expect(house.retrieval.search(admin, { query: 'orders', limit: 5, dataSourceId: newId('src') })).rejects.toMatchObject({
    code: 'not_found',
  });
});
