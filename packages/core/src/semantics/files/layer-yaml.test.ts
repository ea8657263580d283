import { semanticEntryBody } from '@majed-vanna/contract';
import { sampleSemanticEntries } from '@majed-vanna/warehouse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admin, createLayerWorld } from '../../testing/layer-world.ts';
import { MAX_YAML_CHARACTERS, readLayerYaml } from './read-layer-yaml.ts';
import { writeLayerYaml } from './write-layer-yaml.ts';

const write = (entries: Parameters<typeof writeLayerYaml>[0]['entries']) =>
  writeLayerYaml({ source: 'Shop', semanticVersion: 3, entries, verified: [] });

describe('a layer as YAML', () => {
  test('of the sample company comes back as it was, in any order the same text', () => {
    const entries = sampleSemanticEntries.map((entry) => semanticEntryBody.parse(entry));
    const text = write(entries);
    const { found, problems } = readLayerYaml(text);
    expect(problems).toEqual([]);
    const byKey = (a: { kind: string; key: string }, b: { kind: string; key: string }) =>
      `${a.kind}${a.key}` < `${b.kind}${b.key}` ? -1 : 1;
    expect(found.map(({ entry }) => entry).toSorted(byKey)).toEqual(entries.toSorted(byKey));
    expect(write(entries.toReversed())).toBe(text);
  });

  test('is made to be read: sections, tables with their columns, nothing that goes without saying', () => {
    const metric = { words: { en: ['revenue'], ar: ['الإيراد'] }, table: 'main.orders', expression: 'SUM({amount})' };
    const entries = [
      { kind: 'metric', key: 'revenue', body: metric },
      { kind: 'column', key: 'main.orders.amount', body: { words: {}, description: 'With VAT.\nIn riyals.' } },
      { kind: 'table', key: 'main.orders', body: { words: { en: ['Orders'] } } },
      { kind: 'glossary', key: 'odd: one', body: { words: {} } },
    ].map((entry) => semanticEntryBody.parse(entry));
    expect(write(entries)).toBe(`# The semantic layer of Shop, version 3.

version: 1
tables:
  main.orders:
    words:
      en: [ Orders ]
    columns:
      amount:
        words: {}
        description: |-
          With VAT.
          In riyals.
metrics:
  revenue:
    words:
      en: [ revenue ]
      ar: [ الإيراد ]
    table: main.orders
    expression: SUM({amount})
glossary:
  "odd: one":
    words: {}
`);
  });

  test.each([
    ['version: 2', 1, 'version', 'must be 1'],
    ['version: 1\nmetrcs: {}', 2, 'metrcs', 'is none of'],
    ['version: 1\nmetrics:\n  a:\n    table: main.t\n', 4, 'metrics.a.expression', 'is missing'],
    ['version: 1\nmetrics:\n  a:\n    table: t\n    expression: COUNT(*)\n    fitler: x\n', 6, 'metrics.a.fitler', 'is not known here'],
    ['version: 1\ntables:\n  main.t:\n    words: {en: 3}\n', 4, 'tables.main.t.words.en', 'must be a list'],
    ['version: 1\ntables:\n  main.t:\n    columns: [a]\n', 4, 'tables.main.t.columns', 'must be names'],
    ['version: 1\ntables:\n  a: {}\n  a: {}\n', 4, '', 'stands there twice'],
    ['version: 1\n  x: [', 1, '', 'only one value fits'],
  ])('%j is said to be wrong in line %i at %s', (text, line, path, message) => {
    const { problems } = readLayerYaml(text);
    expect(problems[0]).toMatchObject({ line, path, message: expect.stringContaining(message) });
  });

  test('what could fill the memory is refused', () => {
    const bomb = [
      'version: 1',
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]}, `.repeat(9)}x]`),
    ];
    expect(readLayerYaml(bomb.join('\n')).problems).toMatchObject([{ message: expect.stringContaining('aliases') }]);
    expect(readLayerYaml('x'.repeat(MAX_YAML_CHARACTERS + 1)).problems).toMatchObject([
      { message: expect.stringContaining('longer than') },
    ]);
    expect(readLayerYaml('['.repeat(100_000)).problems).not.toEqual([]);
  });
});

describe('a file that is imported', () => {
  let world: Awaited<ReturnType<typeof createLayerWorld>>;
  beforeEach(async () => {
    world = await createLayerWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());
  const take = (text: string, more = {}) =>
    world.layer.importYaml(admin, { dataSourceId: world.dataSourceId, text, dryRun: false, replace: false, ...more });
  const waiting = async () => (await world.layer.changes(admin, world.dataSourceId)).changes.map(({ difference }) => difference.key);

  test('only lets changes wait, and says before what they would be', async () => {
    const text =
      'version: 1\ntables:\n  MAIN.orders: {description: What was bought}\nmetrics:\n  n: {table: main.orders, expression: COUNT(*)}\n';
    const tried = await take(text, { dryRun: true });
    expect(tried).toMatchObject({ applied: false, problems: [], differences: [{ key: 'main.orders', before: null }, { key: 'n' }] });
    expect(await waiting()).toEqual([]);
    expect(await take(text)).toMatchObject({ applied: true });
    expect(await waiting()).toEqual(['n', 'main.orders']);
    await world.publish();
    const { items } = await world.layer.entries(admin, { dataSourceId: world.dataSourceId, kind: 'metric', page: 1, pageSize: 5 });
    expect(items).toMatchObject([{ origin: 'imported' }]);
  });

  test('of what was exported changes nothing; without a thing it removes that thing when it is the whole layer', async () => {
    await world.propose('metric', 'n', { words: { en: ['n'] }, table: 'main.orders', expression: 'COUNT(*)' });
    await world.propose('column', 'main.orders.amount', { words: { ar: ['القيمة'] }, format: 'currency', currency: 'SAR' });
    await world.publish();
    const { text, fileName } = await world.layer.exportYaml(admin, world.dataSourceId);
    expect(fileName).toBe('semantic-layer-v1.yaml');
    expect(await take(text, { replace: true })).toEqual({ applied: false, differences: [], problems: [], notImported: [] });
    const without = text.slice(0, text.indexOf('metrics:'));
    expect((await take(without)).differences).toEqual([]);
    expect((await take(without, { replace: true })).differences).toMatchObject([{ kind: 'metric', key: 'n', after: null }]);
  });

  test('with something that does not fit the data is not taken at all', async () => {
    const text =
      'version: 1\nmetrics:\n  good: {table: main.orders, expression: COUNT(*)}\n  bad:\n    table: main.orders\n    expression: SUM({gone})\n';
    const result = await take(text);
    const params = { column: 'gone', table: 'main.orders' };
    const message = 'there is no column gone in main.orders';
    expect(result.problems).toEqual([{ line: 5, path: 'metrics.bad.expression', reason: 'no_column_in', params, message }]);
    expect(result.applied).toBe(false);
    expect(await waiting()).toEqual([]);
  });
});
