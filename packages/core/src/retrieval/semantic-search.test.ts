import { type FoundKind, newId } from '@majed-vanna/contract';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { describe, expect, test } from 'vitest';
import { type VisibleModel, visibleModel } from '../agent/visible-model.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import { createThesaurus } from '../semantics/thesaurus.ts';
import { createSemanticSearch } from './semantic-search.ts';
import { hospital, KNOWLEDGE } from './testing/hospital.ts';

const source = newId('src');
const { search, findVerified } = createSemanticSearch({ thesaurus: createThesaurus() });
const semantics = hospital();

async function found(query: string, kinds?: FoundKind[], visible?: VisibleModel, known: SourceSemantics = semantics) {
  const items = await search(known, source, query, { limit: 50, ...(kinds ? { kinds } : {}), ...(visible ? { visible } : {}) });
  return items.map(({ key }) => key);
}

/** What somebody sees of the hospital from whom tables or columns are hidden. */
function without({ tables = [], columns = [], masked = [] }: { tables?: string[]; columns?: string[]; masked?: string[] }): VisibleModel {
  const policy = policyFromSnapshot(semantics.snapshot);
  for (const table of tables) delete policy.tables[table];
  for (const rules of Object.values(policy.tables)) {
    rules.hidden = rules.columns.filter((name) => columns.includes(name));
    rules.masked = rules.columns.filter((name) => masked.includes(name));
    rules.columns = rules.columns.filter((name) => !columns.includes(name) && !masked.includes(name));
  }
  return visibleModel(semantics.model, policy);
}

describe('things are found', () => {
  test.each([
    ['by any form of their name', 'How many wards are there?', 'table', 'main.wards'],
    ['by a word with a letter wrong', 'admisions by month', 'table', 'main.admissions'],
    ['by a synonym', 'which physicians work here', 'table', 'main.doctors'],
    ['by what they say of themselves', 'where can I leave my car', 'table', 'main.parking_permits'],
    ['by a value that a column holds', 'who works in cardiology', 'column', 'main.doctors.specialty'],
    ['by the name of a column', 'on which floor', 'column', 'main.wards.floor'],
    ['as a metric', 'total payroll', 'metric', 'payroll'],
    ['as a dimension', 'people per pay band', 'dimension', 'pay band'],
    ['as a term', 'what is the length of stay', 'glossary', 'length of stay'],
    ['as a passage of a document', 'when may relatives visit', 'passage', 'doc_1:0'],
    ['in Arabic, with the article and an ending', 'كم عدد الأطباء', 'table', 'main.doctors'],
    ['in Arabic, with a preposition written onto the word', 'المرضى بجناح', 'table', 'main.wards'],
    ['in Arabic, by a column', 'متوسط الرواتب', 'column', 'main.doctors.salary'],
    ['in Arabic, as a metric', 'اجمالى الرواتب', 'metric', 'payroll'],
  ] as const)('%s', async (_how, query, kind, key) => {
    expect((await found(query, [kind]))[0]).toBe(key);
    expect(await found(query)).toContain(key);
  });

  test('with the ways they were found, no value of the data, and the best first', async () => {
    const items = await search(semantics, source, 'which physicians know neurology', { limit: 10 });
    expect(items.find(({ key }) => key === 'main.doctors')?.by).toEqual(expect.arrayContaining(['synonyms', 'values']));
    expect(items.map(({ score }) => score)).toEqual(items.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(JSON.stringify(items)).not.toContain('Neurology');
  });

  test('as many as are wanted, and none for words of nothing', async () => {
    expect(await search(semantics, source, 'doctors wards admissions', { limit: 2 })).toHaveLength(2);
    expect(await found('xqzzy')).toEqual([]);
    expect(await found('')).toEqual([]);
  });

  test('also between tables that were joined: the table between two that are named', async () => {
    expect((await found('doctors of each ward', ['table'])).slice(0, 3)).toContain('main.admissions');
  });
});

describe('what is hidden from somebody is not found by them', () => {
  test('a hidden table, its columns, metrics, passages and confirmed questions', async () => {
    const visible = without({ tables: ['main.doctors'] });
    for (const query of ['doctors', 'physicians', 'cardiology', 'payroll', 'salary', 'How many doctors are there?', 'الأطباء'])
      expect(
        (await found(query, undefined, visible)).filter((key) => /doctor|payroll|vfq_|doc_2/.test(key) && !/admissions/.test(key)),
        query,
      ).toEqual([]);
    expect(await found('كم عدد الأجنحة', ['verified'], visible)).toEqual([KNOWLEDGE.verified[2]?.id]);
  });

  test('a hidden column does not lead to its table, to a question that reads it, or to a document that names it', async () => {
    const visible = without({ columns: ['salary'] });
    expect(await found('salary', undefined, visible)).toEqual([]);
    expect(await found('pay band', undefined, visible)).toEqual([]);
    expect(await found('What do doctors earn on average?', ['verified'], visible)).toEqual([KNOWLEDGE.verified[0]?.id]);
    expect(await found('salary', ['table'])).toEqual(expect.arrayContaining(['main.doctors']));
  });

  test('a value of a masked column', async () => {
    expect(await found('Kessler therapy', undefined, without({ masked: ['specialty'] }))).toEqual([]);
    expect(await found('kessler therapy')).toContain('main.doctors.specialty');
  });

  test('whoever sees everything after somebody who does not, and the other way round', async () => {
    const visible = without({ tables: ['main.doctors'] });
    expect(await found('doctors', ['table'], visible)).not.toContain('main.doctors');
    expect(await found('doctors', ['table'])).toContain('main.doctors');
    expect(await found('doctors', ['table'], visible)).not.toContain('main.doctors');
    expect(await found('doctors', ['table'], without({}))).toContain('main.doctors');
  });
});

describe('a confirmed question', () => {
  const [count, earn] = KNOWLEDGE.verified;

  test('is the one that was asked, whatever its case and marks', async () => {
    expect((await findVerified(semantics, source, 'how many DOCTORS are there')).exact).toEqual(count);
    expect((await findVerified(semantics, source, 'كم عدد الاجنحه')).exact).toEqual(KNOWLEDGE.verified[2]);
  });

  test('that is only like the one that was asked is offered, not taken', async () => {
    const { exact, nearest } = await findVerified(semantics, source, 'How many doctors earn well?');
    expect(exact).toBeNull();
    expect(nearest).toEqual(expect.arrayContaining([count, earn]));
  });

  test('that reads something hidden is neither taken nor offered', async () => {
    const visible = without({ columns: ['salary'] });
    const { exact, nearest } = await findVerified(semantics, source, earn?.question ?? '', { visible });
    expect(exact).toBeNull();
    expect(nearest).not.toContainEqual(earn);
  });
});

test('a published change is found with the next search', async () => {
  const before = await found('bed days', ['glossary']);
  const known = hospital({ glossary: [{ name: 'bed days', words: { en: ['bed days'] }, description: null }] });
  expect([before, await found('bed days', ['glossary'], undefined, known)]).toEqual([[], ['bed days']]);
});
