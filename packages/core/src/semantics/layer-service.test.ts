import { newId, proposeInput, role } from '@majed-vanna/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admin, createLayerWorld } from '../testing/layer-world.ts';

let house: Awaited<ReturnType<typeof createLayerWorld>>;
beforeEach(async () => {
  house = await createLayerWorld();
});
afterEach(() => house[Symbol.asyncDispose]());
const paged = { page: 1, pageSize: 50 };
const revenue = { words: { en: ['revenue'] }, table: 'main.orders', expression: 'SUM({amount})', dateColumn: 'order_date' };

describe('changes', () => {
  test('wait until they are published, and then count from the next question on', async () => {
    await house.propose('metric', 'revenue', revenue);
    expect((await house.semantics.engineFor(house.dataSourceId)).model.metrics).toEqual([]);
    const waiting = await house.layer.changes(admin, house.dataSourceId);
    expect(waiting).toMatchObject({ semanticVersion: 0, changes: [{ origin: 'edited', difference: { kind: 'metric', before: null } }] });
    expect(await house.publish('Revenue at last')).toMatchObject({ number: 1, note: 'Revenue at last', changeCount: 1 });
    const live = await house.semantics.engineFor(house.dataSourceId);
    expect(live.model.metrics).toEqual([expect.objectContaining({ name: 'revenue' })]);
    expect(live.semanticVersion).toBe(1);
    expect((await house.layer.changes(admin, house.dataSourceId)).changes).toEqual([]);
  });

  test('can be looked at in an engine before they are published, all or some of them', async () => {
    await house.propose('metric', 'revenue', revenue);
    await house.propose('metric', 'orders', { ...revenue, words: { en: ['order count'] }, expression: 'COUNT(*)' });
    const before = await house.semantics.engineFor(house.dataSourceId);
    const preview = await house.semantics.previewFor(house.dataSourceId);
    expect(preview.model.metrics.map(({ name }) => name).toSorted()).toEqual(['orders', 'revenue']);
    const { changes } = await house.layer.changes(admin, house.dataSourceId);
    const ids = changes.filter(({ difference }) => difference.key === 'orders').map(({ id }) => id);
    expect((await house.semantics.previewFor(house.dataSourceId, { ids })).model.metrics.map(({ name }) => name)).toEqual(['orders']);
    expect(await house.semantics.engineFor(house.dataSourceId)).toBe(before);
  });

  test('of one thing are one; what is proposed as it is published waits no more', async () => {
    await house.propose('metric', 'revenue', revenue);
    await house.propose('metric', 'Revenue', { ...revenue, description: 'With VAT.' });
    const { changes } = await house.layer.changes(admin, house.dataSourceId);
    expect(changes.map(({ difference }) => difference.key)).toEqual(['revenue']);
    await house.publish();
    await house.propose('metric', 'revenue', revenue);
    await house.propose('metric', 'revenue', { ...revenue, description: 'With VAT.' });
    expect((await house.layer.changes(admin, house.dataSourceId)).changes).toEqual([]);
  });

  test('can be dropped, and be published one by one', async () => {
    await house.propose('table', 'MAIN.Orders', { words: { en: ['Purchases'] } });
    await house.propose('column', 'main.orders.amount', { words: { en: ['Value'] } });
    const { changes } = await house.layer.changes(admin, house.dataSourceId);
    const [column, table] = changes.toSorted((a, b) => (a.difference.kind < b.difference.kind ? -1 : 1));
    expect(table?.difference.key).toBe('main.orders');
    const input = { dataSourceId: house.dataSourceId, ids: [column?.id ?? newId('chg')], note: '', expectedVersion: 0 };
    await house.layer.publish(admin, input);
    await expect(house.layer.publish(admin, { ...input, expectedVersion: 1 })).rejects.toMatchObject({ code: 'conflict' });
    await house.layer.discard(admin, { dataSourceId: house.dataSourceId, ids: [table?.id ?? newId('chg')] });
    await expect(house.publish()).rejects.toMatchObject({ code: 'invalid_input' });
    const semantics = await house.semantics.engineFor(house.dataSourceId);
    const orders = semantics.model.tables.find(({ name }) => name === 'orders');
    expect(orders?.words.en).toEqual(['orders']);
    expect(orders?.columns.find(({ name }) => name === 'amount')?.words.en?.[0]).toBe('Value');
  });

  test('are published for whoever looked at the current version only', async () => {
    await house.propose('metric', 'revenue', revenue);
    await expect(house.layer.publish(admin, { dataSourceId: house.dataSourceId, note: '', expectedVersion: 3 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('are audited, each step', async () => {
    await house.propose('metric', 'revenue', revenue);
    await house.publish();
    await house.layer.revert(admin, { dataSourceId: house.dataSourceId, number: 1 });
    expect(await house.audited('semanticLayer.proposed')).toMatchObject([
      { actor: admin.userId, details: { origin: 'reverted', changes: 1 } },
      { target: house.dataSourceId, details: { kind: 'metric', key: 'revenue' } },
    ]);
    expect(await house.audited('semanticLayer.published')).toMatchObject([{ details: { number: 1, changes: 1 } }]);
  });
});

describe('versions', () => {
  test('hold what was before and after, and going back makes changes that wait', async () => {
    await house.propose('metric', 'revenue', revenue);
    await house.publish('one');
    await house.propose('metric', 'revenue', { ...revenue, description: 'With VAT.' });
    await house.propose('glossary', 'late', { words: { en: ['late'] }, condition: { table: 'main.orders', filter: '{amount} > 3' } });
    await house.publish('two');
    await house.propose('metric', 'revenue', null);
    await house.publish('three');
    const source = { dataSourceId: house.dataSourceId };
    expect((await house.layer.versions(admin, { ...source, ...paged })).items.map(({ note }) => note)).toEqual(['three', 'two', 'one']);
    const two = await house.layer.version(admin, { ...source, number: 2 });
    expect(two.differences).toMatchObject([
      { kind: 'glossary', before: null },
      { kind: 'metric', before: { description: null }, after: { description: 'With VAT.' } },
    ]);
    expect(await house.layer.revert(admin, { ...source, number: 2 })).toEqual({ changes: 2 });
    expect((await house.semantics.engineFor(house.dataSourceId)).model.metrics).toEqual([]);
    await house.publish('back to one');
    const { model } = await house.semantics.engineFor(house.dataSourceId);
    expect([model.metrics.map(({ description }) => description), model.conditions]).toEqual([[null], []]);
  });
});

describe('what does not fit the data is refused where it stands', () => {
  test.each([
    ['table', 'main.gone', { words: {} }, 'there is no table main.gone'],
    ['table', 'main.orders', { words: {}, displayColumn: 'title' }, 'displayColumn: there is no column title'],
    ['table', 'main.orders', { words: { en: [' '] } }, 'words.en[0]: must be'],
    ['column', 'main.orders.gone', { words: {} }, 'there is no column main.orders.gone'],
    ['metric', 'm', { ...revenue, expression: 'SUM({gone})' }, 'expression: there is no column gone'],
    ['metric', 'm', { ...revenue, expression: '{amount}' }, 'expression: is no aggregate'],
    ['metric', 'm', { ...revenue, expression: 'SUM({amount}' }, 'expression: '],
    ['metric', 'm', { ...revenue, expression: 'SUM({amount}), 2' }, 'expression: '],
    ['metric', 'm', { ...revenue, expression: 'SUM({amount})), (2' }, 'expression: has a bracket without its partner'],
    ['metric', 'm', { ...revenue, expression: 'SUM({amount)' }, 'expression: has a brace without its partner'],
    ['metric', 'm', { ...revenue, expression: 'SUM(amount)' }, 'expression: write {amount}'],
    ['metric', 'm', { ...revenue, expression: 'SUM({amount}) FROM customers --' }, 'expression: '],
    ['metric', 'm', { ...revenue, expression: 'SUM(no_such_function({amount}))' }, 'expression: '],
    ['metric', 'm', { ...revenue, filter: '{amount} >' }, 'filter: '],
    ['metric', 'm', { ...revenue, dateColumn: 'category' }, 'dateColumn: main.orders.category is no date'],
    ['metric', 'm', { ...revenue, expression: 'SUM((SELECT MAX(name) FROM customers) + {amount})' }, 'expression: '],
    ['dimension', 'd', { words: {}, table: 'main.orders', expression: 'SUM({amount})' }, 'expression: is an aggregate'],
    ['dimension', 'd', { words: {}, table: 'main.orders', expression: 'CASE WHEN {amount} > 3 THEN' }, 'expression: '],
    [
      'join',
      'j',
      { words: {}, from: { table: 'main.orders', columns: ['category'] }, to: { table: 'main.customers', columns: ['customer_id'] } },
      'to.columns[0]: customer_id is INTEGER, but category is TEXT',
    ],
    ['glossary', 'g', { words: {}, condition: { table: 'main.orders', filter: '{amount} LIKE' } }, 'condition.filter: '],
  ] as const)('%s %s %j: %s', async (kind, key, body, message) => {
    const refused = house.propose(kind, key, body);
    await expect(refused).rejects.toMatchObject({ code: 'invalid_input', message: expect.stringContaining(message) });
    expect((await house.layer.changes(admin, house.dataSourceId)).changes).toEqual([]);
  });

  test('what fits is taken: a dimension, a condition, a rejected join', async () => {
    await house.propose('dimension', 'size', {
      words: { en: ['Order size'] },
      table: 'main.orders',
      expression: "CASE WHEN {amount} > 13 THEN 'large' ELSE 'small' END",
    });
    await house.propose('glossary', 'large', {
      words: { en: ['large order'] },
      condition: { table: 'main.orders', filter: '{amount} > 13' },
    });
    expect((await house.layer.changes(admin, house.dataSourceId)).changes).toHaveLength(2);
  });
});

describe('tables and entries', () => {
  test('are listed with their state, found by their words, page by page', async () => {
    await house.propose('column', 'main.orders.amount', { words: { en: ['Value'], ar: ['القيمة'] } });
    await house.publish();
    await house.propose('metric', 'revenue', revenue);
    const input = { dataSourceId: house.dataSourceId, ...paged };
    const all = await house.layer.tables(admin, input);
    expect(all.items.map(({ key, pending, describedColumns }) => [key, pending, describedColumns])).toEqual([
      ['main.customers', 0, 0],
      ['main.orders', 1, 1],
      ['main.readings', 0, 0],
    ]);
    expect(all.counts).toEqual({ all: 3, guess: 2, confirmed: 1, pending: 1, stale: 0 });
    expect((await house.layer.tables(admin, { ...input, find: 'القِيمة' })).items.map(({ key }) => key)).toEqual(['main.orders']);
    expect((await house.layer.tables(admin, { ...input, state: 'guess', pageSize: 1, page: 2 })).items.map(({ key }) => key)).toEqual([
      'main.readings',
    ]);
  });

  test('show for every thing what is published, what waits and what was drafted', async () => {
    await house.propose('metric', 'revenue', revenue);
    await house.propose('table', 'main.orders', { words: { en: ['Purchases'] } });
    const table = await house.layer.table(admin, { dataSourceId: house.dataSourceId, key: 'main.orders' });
    expect(table.thing).toMatchObject({
      origin: 'guess',
      published: null,
      draft: { words: { en: ['orders'] } },
      change: { origin: 'edited' },
    });
    expect(table.columns.find(({ name }) => name === 'order_id')).toMatchObject({ isKey: true, nativeType: 'INTEGER' });
    expect(table.joins).toMatchObject([{ origin: 'declared', evidence: [{ basis: 'declared' }], published: null }]);
    expect(table.metrics).toMatchObject([{ key: 'revenue', change: { body: { expression: 'SUM({amount})' } } }]);
    await expect(house.layer.table(admin, { dataSourceId: house.dataSourceId, key: 'main.gone' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('a guess that is confirmed waits as it was drafted, and is confirmed once', async () => {
    const input = { dataSourceId: house.dataSourceId, kind: 'join' as const };
    const { items } = await house.layer.entries(admin, { ...input, ...paged });
    const key = items[0]?.key ?? '';
    await house.layer.confirm(admin, { ...input, key });
    await house.publish();
    const { model } = await house.semantics.engineFor(house.dataSourceId);
    expect(model.joins.map(({ origin }) => origin)).toEqual(['confirmed']);
    expect((await house.layer.entries(admin, { ...input, ...paged })).items).toMatchObject([{ key, origin: 'confirmed' }]);
    await expect(house.layer.confirm(admin, { ...input, key })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('guesses are confirmed together, without what someone edited meanwhile, and counted', async () => {
    const { dataSourceId } = house;
    await house.propose('column', 'main.orders.amount', { words: { en: ['Value'] } });
    const { thing, columns, joins } = await house.layer.table(admin, { dataSourceId, key: 'main.orders' });
    const things = [thing, ...columns.map((column) => column.thing), ...joins].map(({ kind, key }) => ({ kind, key }));
    expect(await house.layer.confirmMany(admin, { dataSourceId, things })).toEqual({ confirmed: things.length - 1 });
    expect(await house.layer.waiting(admin)).toEqual({ changes: things.length, drafts: 0 });
    const { changes } = await house.layer.changes(admin, dataSourceId);
    expect(changes.filter(({ origin }) => origin === 'edited')).toMatchObject([{ difference: { after: { words: { en: ['Value'] } } } }]);
    expect(await house.layer.confirmMany(admin, { dataSourceId, things })).toEqual({ confirmed: 0 });
    expect(await house.audited('semanticLayer.proposed')).toHaveLength(2);
    const unknown = { kind: 'table' as const, key: 'main.gone' };
    await expect(house.layer.confirmMany(admin, { dataSourceId, things: [unknown] })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a second editor is told, and sees what is there now', async () => {
    const { dataSourceId } = house;
    const of = { dataSourceId, kind: 'metric' as const, key: 'revenue' };
    const edit = (seen: string, description: string) =>
      house.layer.propose(admin, proposeInput.parse({ ...of, seen, body: { ...revenue, description } }));
    const stamp = async () => (await house.layer.thing(admin, of)).stamp;
    expect(await stamp()).toBe('');
    await edit('', 'one');
    await expect(edit('', 'two')).rejects.toMatchObject({ code: 'conflict', details: { key: 'revenue' } });
    const first = await stamp();
    await edit(first, 'two');
    await expect(edit(first, 'three')).rejects.toMatchObject({ code: 'conflict' });
    expect(await house.layer.thing(admin, of)).toMatchObject({ change: { body: { description: 'two' } } });
    const second = await stamp();
    await house.publish();
    await expect(edit(second, 'three')).rejects.toMatchObject({ code: 'conflict' });
    await edit(await stamp(), 'three');
  });

  test('a guess that is rejected is no join any more', async () => {
    const [join] = (await house.layer.entries(admin, { dataSourceId: house.dataSourceId, kind: 'join', ...paged })).items;
    await house.propose('join', join?.key ?? '', { ...join?.draft, rejected: true });
    await house.publish();
    expect((await house.semantics.engineFor(house.dataSourceId)).model.joins).toEqual([]);
  });
});

test('nobody but an administrator sees or changes the layer', async () => {
  const id = house.dataSourceId;
  for (const other of role.options.filter((name) => name !== 'admin')) {
    const actor = { ...admin, role: other };
    const calls = [
      house.layer.tables(actor, { dataSourceId: id, ...paged }),
      house.layer.table(actor, { dataSourceId: id, key: 'main.orders' }),
      house.layer.entries(actor, { dataSourceId: id, kind: 'metric', ...paged }),
      house.layer.stale(actor, id),
      house.layer.thing(actor, { dataSourceId: id, kind: 'table', key: 'main.orders' }),
      house.layer.waiting(actor),
      house.layer.propose(actor, proposeInput.parse({ dataSourceId: id, kind: 'metric', key: 'm', body: revenue })),
      house.layer.confirm(actor, { dataSourceId: id, kind: 'table', key: 'main.orders' }),
      house.layer.confirmMany(actor, { dataSourceId: id, things: [{ kind: 'table', key: 'main.orders' }] }),
      house.layer.changes(actor, id),
      house.layer.discard(actor, { dataSourceId: id, ids: [newId('chg')] }),
      house.layer.publish(actor, { dataSourceId: id, note: '', expectedVersion: 0 }),
      house.layer.versions(actor, { dataSourceId: id, ...paged }),
      house.layer.version(actor, { dataSourceId: id, number: 1 }),
      house.layer.revert(actor, { dataSourceId: id, number: 1 }),
      house.layer.refreshSchema(actor, id),
      house.layer.exportYaml(actor, id),
      house.layer.importYaml(actor, { dataSourceId: id, text: '', dryRun: true, replace: false }),
      house.layer.importDbt(actor, { dataSourceId: id, text: '{}', dryRun: true }),
      house.layer.documents(actor, id),
      house.layer.document(actor, { dataSourceId: id, id: newId('doc') }),
      house.layer.addDocument(actor, { dataSourceId: id, title: 't', fileName: 'f.md', text: 'text' }),
      house.layer.removeDocument(actor, { dataSourceId: id, id: newId('doc') }),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'forbidden' });
  }
});

test('a document counts from the next question on, and no more once it is removed', async () => {
  const source = { dataSourceId: house.dataSourceId };
  const before = await house.semantics.engineFor(house.dataSourceId);
  const added = await house.layer.addDocument(admin, { ...source, title: 'Rules', fileName: 'rules.md', text: '# Net\n\nWithout VAT.' });
  expect(added).toMatchObject({ mediaType: 'text/markdown', passages: 1 });
  const after = await house.semantics.engineFor(house.dataSourceId);
  expect(after.knowledge.passages).toMatchObject([{ title: 'Rules: Net', text: 'Without VAT.' }]);
  expect(after.engine).toBe(before.engine);
  expect(await house.layer.document(admin, { ...source, id: added.id })).toMatchObject({ text: '# Net\n\nWithout VAT.' });
  await house.layer.removeDocument(admin, { ...source, id: added.id });
  expect((await house.semantics.engineFor(house.dataSourceId)).knowledge.passages).toEqual([]);
  expect(await house.audited('semanticLayer.documentRemoved')).toHaveLength(1);
});
