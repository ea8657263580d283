import { newId } from '@majed-vanna/contract';
import { expect, onTestFinished, test } from 'vitest';
import { analyst } from '../testing/answering.ts';
import { administrator, createEvaluating } from '../testing/evaluating.ts';

async function house() {
  const world = await createEvaluating();
  onTestFinished(() => world[Symbol.asyncDispose]());
  return world;
}

test('cases go out and come back as YAML and as JSON lines; what is known is left as it is', async () => {
  const { goldenSets, setOf, source } = await house();
  const lines = ['كم عدد العملاء؟ => SELECT COUNT(*) FROM customers', 'what is the weather', 'amounts => clarification'];
  const setId = await setOf('First', ...lines);
  for (const format of ['yaml', 'jsonl'] as const) {
    const { text, fileName } = await goldenSets.exportCases(administrator, { dataSourceId: source.id, setId, format });
    expect(fileName).toBe(`first.${format}`);
    const { id } = await goldenSets.create(administrator, { dataSourceId: source.id, name: format });
    if (id === null) throw new Error('no id');
    expect(await goldenSets.importCases(administrator, { setId: id, text })).toEqual({ added: 3, known: 0 });
    expect(await goldenSets.importCases(administrator, { setId: id, text })).toEqual({ added: 0, known: 3 });
    const plain = async (set: typeof setId) =>
      (await goldenSets.cases(administrator, { dataSourceId: source.id, setId: set })).map(({ question, expected, sql }) => [
        question,
        expected,
        sql,
      ]);
    expect(await plain(id)).toEqual(await plain(setId));
  }
});

test('questions of a benchmark file become cases', async () => {
  const { goldenSets, setOf, source } = await house();
  const setId = await setOf('Benchmark');
  const rows = [
    { id: 'a', db: 'x', question: 'How many?', gold_sql: ['SELECT 1', 'SELECT 2'], tags: [] },
    { id: 'b', db: 'x', question: 'Why?', gold_sql: null },
  ];
  await goldenSets.importCases(administrator, { setId, text: rows.map((row) => JSON.stringify(row)).join('\n') });
  expect(await goldenSets.cases(administrator, { dataSourceId: source.id, setId })).toMatchObject([
    { question: 'How many?', expected: 'answer', sql: 'SELECT 1' },
    { question: 'Why?', expected: 'refusal', sql: null },
  ]);
});

test.each([
  ['{"question": "x"', /JSON/],
  ['{"question": "x", "expected": "answer"}', /Case 1/],
  ['- question: x\n  expected: refusal\n  sql: SELECT 1', /Case 1: sql/],
  ['just text', /list/],
  ['- &a [x]\n- *a', /YAML/],
])('a file that cannot be read names the place (%#)', async (text, words) => {
  const { goldenSets, setOf } = await house();
  const setId = await setOf('Broken');
  await expect(goldenSets.importCases(administrator, { setId, text })).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(words),
  });
});

test('an answer becomes a case of what came of it, only for whoever asked', async () => {
  const { goldenSets, setOf, ask, source } = await house();
  const setId = await setOf('From answers');
  const [answered, refused] = [await ask('how many customers', {}, administrator), await ask('blorp zang quux', {}, administrator)];
  await goldenSets.addFromAnswer(administrator, { runId: answered.runId, setId });
  await goldenSets.addFromAnswer(administrator, { runId: refused.runId, setId });
  expect(await goldenSets.cases(administrator, { dataSourceId: source.id, setId })).toMatchObject([
    { question: 'how many customers', expected: 'answer', sql: expect.stringMatching(/COUNT/), originRunId: answered.runId },
    { question: 'blorp zang quux', expected: 'refusal', sql: null },
  ]);
  const foreign = await ask('how many customers', {}, analyst);
  await expect(goldenSets.addFromAnswer(administrator, { runId: foreign.runId, setId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(goldenSets.addFromAnswer(analyst, { runId: foreign.runId, setId })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a conversation becomes cases, one of each question that can be asked alone, only for whoever asked', async () => {
  const { goldenSets, setOf, ask, source } = await house();
  const setId = await setOf('From a conversation', 'amounts => clarification');
  const first = await ask('how many customers', {}, administrator);
  const more = { conversationId: first.conversationId };
  await ask('by region', more, administrator);
  await ask('number of orders', more, administrator);
  const again = await ask('how many customers', more, administrator);
  const of = { runId: first.runId, setId };
  expect(await goldenSets.addFromConversation(administrator, of)).toEqual({ added: 2, known: 0, left: 1 });
  expect((await goldenSets.cases(administrator, { dataSourceId: source.id, setId })).slice(1)).toMatchObject([
    { question: 'how many customers', expected: 'answer', sql: expect.stringMatching(/COUNT/), originRunId: again.runId },
    { question: 'number of orders', expected: 'answer', sql: expect.stringMatching(/orders/) },
  ]);
  expect(await goldenSets.addFromConversation(administrator, of)).toEqual({ added: 0, known: 2, left: 1 });
  await expect(goldenSets.addFromConversation(analyst, of)).rejects.toMatchObject({ code: 'forbidden' });
  const foreign = { runId: (await ask('how many customers', {}, analyst)).runId, setId };
  await expect(goldenSets.addFromConversation(administrator, foreign)).rejects.toMatchObject({ code: 'not_found' });
});

test('while a conversation becomes cases, others are served', async () => {
  const { goldenSets, setOf, ask } = await house();
  const setId = await setOf('From a conversation', 'amounts => clarification');
  const { runId, conversationId } = await ask('how many customers', {}, administrator);
  for (const question of ['number of orders', 'how many products']) await ask(question, { conversationId }, administrator);
  let served = 0;
  let serving = setImmediate(function serve() {
    served++;
    serving = setImmediate(serve);
  });
  await goldenSets.addFromConversation(administrator, { runId, setId });
  clearImmediate(serving);
  expect(served).toBeGreaterThanOrEqual(3);
});

test('changes of sets are audited; nobody but administrators reads them', async () => {
  const { goldenSets, setOf, database, source } = await house();
  const setId = await setOf('Short', 'what is the weather');
  await goldenSets.rename(administrator, { id: setId, name: 'Renamed' });
  await goldenSets.remove(administrator, setId);
  await expect(goldenSets.cases(administrator, { dataSourceId: source.id, setId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(goldenSets.list(analyst, source.id)).rejects.toMatchObject({ code: 'forbidden' });
  const actions = (await database.repositories.auditLog.list({ limit: 10 })).map(({ action }) => action);
  for (const what of ['created', 'case_added', 'renamed', 'removed']) expect(actions).toContain(`goldenSet.${what}`);
});

test('a sample company that was set up without its golden questions gets them, once; other data does not', async () => {
  const { goldenSets, database, source } = await house();
  await expect(goldenSets.addSampleSet(administrator, source.id)).rejects.toMatchObject({ code: 'invalid_input' });
  const { id } = await database.repositories.dataSources.create({
    ...{ id: newId('src'), name: 'Sample', kind: 'sample', dialect: 'duckdb', location: 'sample.duckdb' },
    ...{ isDefault: false, createdAt: new Date() },
  });
  await expect(goldenSets.addSampleSet(analyst, id)).rejects.toMatchObject({ code: 'forbidden' });
  const added = await goldenSets.addSampleSet(administrator, id);
  expect(await goldenSets.list(administrator, id)).toEqual([expect.objectContaining({ id: null }), added]);
  expect(await goldenSets.cases(administrator, { dataSourceId: id, setId: added.id })).toHaveLength(added.cases);
  await expect(goldenSets.addSampleSet(administrator, id)).rejects.toMatchObject({ code: 'conflict' });
  expect(await goldenSets.list(administrator, id)).toHaveLength(2);
  const created = await database.repositories.auditLog.list({ limit: 10 });
  expect(created.filter(({ action }) => action === 'goldenSet.created')).toMatchObject([{ target: added.id }]);
});
