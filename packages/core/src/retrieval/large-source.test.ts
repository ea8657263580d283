import { type FoundKind, newId } from '@majed-vanna/contract';
import { createEngine, type SemanticModel } from '@majed-vanna/nlq';
import { expect, test } from 'vitest';
import { createThesaurus } from '../semantics/thesaurus.ts';
import { createSemanticSearch } from './semantic-search.ts';
import { hospital } from './testing/hospital.ts';

const THINGS = ['invoice', 'order', 'shipment', 'ticket', 'visit', 'claim', 'journey', 'meeting', 'lesson', 'harvest'];
const AREAS = ['northern', 'retail', 'legal', 'marine', 'school', 'rural', 'airport', 'clinic', 'museum', 'factory'];
const FIELDS = ['number', 'opened', 'closed', 'amount', 'status', 'remark', 'owner', 'priority', 'channel', 'city'];

/** Two thousand tables of thirty columns. */
function large(): SemanticModel {
  const column = hospital().model.tables[0]?.columns[1];
  const table = hospital().model.tables[0];
  if (!column || !table) throw new Error('the hospital is empty');
  const tables = Array.from({ length: 2_000 }, (_, at) => {
    const name = `${AREAS[at % 10]}_${THINGS[Math.floor(at / 10) % 10]}_${Math.floor(at / 100)}`;
    const columns = Array.from({ length: 30 }, (_none, field) => {
      const called = `${FIELDS[field % 10]}_${Math.floor(field / 10)}`;
      return { ...column, name: called, words: { en: [called.replace('_', ' ')] } };
    });
    return { ...table, name, words: { en: [name.replaceAll('_', ' ')] }, columns };
  });
  return { ...hospital().model, tables, joins: [], metrics: [] };
}

test('in two thousand tables the one that is meant comes first', async () => {
  const model = large();
  const semantics = { ...hospital(), model, engine: createEngine({ ...model, tables: [] }) };
  const { search } = createSemanticSearch({ thesaurus: createThesaurus() });
  const keys = async (query: string, kind: FoundKind) =>
    (await search(semantics, newId('src'), query, { limit: 5, kinds: [kind] })).map(({ key }) => key);
  expect((await keys('amount of marine harvests 7', 'table'))[0]).toBe('main.marine_harvest_7');
  expect((await keys('status of the school lessons 3', 'column'))[0]).toMatch(/^main\.school_lesson_3\.status/);
});
