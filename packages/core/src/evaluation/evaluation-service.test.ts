import { newId } from '@majed-vanna/contract';
import { startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { expect, onTestFinished, test } from 'vitest';
import { createAgent } from '../agent/create-agent.ts';
import { analyst } from '../testing/answering.ts';
import { administrator, createEvaluating } from '../testing/evaluating.ts';
import { searchByWords } from '../testing/search-by-words.ts';

const CUSTOMERS = 'how many customers => SELECT COUNT(*) FROM customers';
const PER_REGION = 'customers per region => SELECT region, COUNT(*) FROM customers GROUP BY region';

async function house(options: Parameters<typeof createEvaluating>[0] = {}) {
  const world = await createEvaluating(options);
  onTestFinished(() => world[Symbol.asyncDispose]());
  return world;
}

test('every case is asked through the pipeline and judged by its rows', async () => {
  const { setOf, evaluate, database } = await house();
  const setId = await setOf(
    'All kinds',
    CUSTOMERS,
    PER_REGION,
    'how many orders => SELECT 5',
    'how many customers are there => SELECT nothing FROM nowhere',
    'number of customers => refusal',
    'what is the weather tomorrow => refusal',
    'blorp zang quux => SELECT COUNT(*) FROM customers',
  );
  const { run, results } = await evaluate({ setId });
  expect(results.map(({ verdict }) => verdict)).toEqual([
    'right',
    'right',
    'wrong',
    'failed',
    'answered_wrongly',
    'refused_rightly',
    'refused_wrongly',
  ]);
  expect(results[3]?.note).toMatch(/^The expected statement/);
  expect(run).toMatchObject({ state: 'finished', done: 7, total: 7, startedBy: 'huda', model: null, withChanges: false });
  expect(run.scores?.byModel).toBe(0);
  expect(run.scores).toMatchObject({ accuracy: 3 / 7, precision: 2 / 4, coverage: 3 / 5, restraint: 1 / 2, inputTokens: 0, cost: 0 });
  expect(await database.repositories.conversations.list(administrator.userId, { limit: 5 })).toEqual([]);
});

test('results of any size are compared', async () => {
  const { setOf, evaluate } = await house({ readings: 60_000 });
  const setId = await setOf(
    'Large',
    'list the readings => SELECT sensor FROM readings',
    'show all readings => SELECT * FROM readings WHERE temperature > 1',
  );
  const { results } = await evaluate({ setId });
  expect(results.map(({ verdict }) => verdict)).not.toContain('right');
  const right = await evaluate({ setId: await setOf('Right', `list the readings => ${results[0]?.sql}`) });
  expect(right.results[0]).toMatchObject({ verdict: 'right' });
});

test('the current engine asks the language model, whose use is counted', async () => {
  const llm = await startFakeLlm({ apiKey: 'sk-test-0123456789' });
  onTestFinished(() => llm[Symbol.asyncDispose]());
  const sql = 'SELECT region, COUNT(*) FROM main.customers GROUP BY region';
  llm.say(tool('run_sql', { sql }), text('There are four regions.'));
  const endpoint = {
    provider: 'compatible',
    baseUrl: llm.baseUrl,
    model: 'test-model',
    apiKey: 'sk-test-0123456789',
    prices: { input: 2, output: 10 },
  } as const;
  const agent = createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords() });
  const { setOf, evaluate } = await house({ agent, endpoint });
  const setId = await setOf('Model', `How does our clientele spread geographically? => ${sql}`);
  const { run, results } = await evaluate({ setId, engine: 'current' });
  expect(results).toMatchObject([{ verdict: 'right', engine: 'model' }]);
  expect(run.model).toBe('test-model');
  expect(run.scores?.byModel).toBe(1);
  const [{ inputTokens = 0, outputTokens = 0 } = {}] = results;
  expect(inputTokens + outputTokens).toBeGreaterThan(0);
  expect(run.scores?.cost).toBeCloseTo((inputTokens * 2 + outputTokens * 10) / 1e6, 12);
});

test('a change of the layer shows its effect before it is published', async () => {
  const { setOf, evaluate, evaluations, database, source } = await house();
  const setId = await setOf('Words', CUSTOMERS, 'how many patrons => SELECT COUNT(*) FROM customers');
  const change = { id: newId('chg'), dataSourceId: source.id, kind: 'table', key: 'main.customers', origin: 'edited' } as const;
  const body = { words: { en: ['customers', 'patrons'] }, description: null };
  const at = new Date('2026-03-10T09:00:00Z');
  await database.repositories.semanticChanges.putMany(source.id, [{ ...change, author: administrator.userId, body }], at);
  const { runId, baselineId, run } = await evaluate({ setId, withChanges: true });
  if (!baselineId) throw new Error('nothing to compare with');
  expect(run.scores?.accuracy).toBe(1);
  const effect = await evaluations.compare(administrator, { before: baselineId, after: runId });
  expect(effect.before).toMatchObject({ state: 'finished', withChanges: false });
  expect(effect.nowRight).toMatchObject([{ after: { question: 'how many patrons', verdict: 'right' } }]);
  expect(effect).toMatchObject({ nowWrong: [], otherwise: [], compared: 2 });
  // What is known of the published layer is not asked again.
  expect(await evaluate({ setId, withChanges: true })).toMatchObject({ baselineId });
});

test('an evaluation is stopped where it is; only one goes at a time', async () => {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const { setOf, evaluations, source } = await house({
    async beforeCase(count) {
      if (count < 2) return;
      reached.resolve();
      await gate.promise;
    },
  });
  const setId = await setOf('Stopped', CUSTOMERS, PER_REGION);
  const input = { dataSourceId: source.id, setId, engine: 'embedded', withChanges: false } as const;
  const { runId } = await evaluations.start(administrator, input);
  await reached.promise;
  expect(await evaluations.get(administrator, runId)).toMatchObject({ run: { state: 'running', done: 1 } });
  await expect(evaluations.start(administrator, input)).rejects.toMatchObject({ code: 'conflict' });
  await expect(evaluations.remove(administrator, runId)).rejects.toMatchObject({ code: 'conflict' });
  const stopped = evaluations.cancel(administrator, runId);
  gate.resolve();
  await stopped;
  expect(await evaluations.get(administrator, runId)).toMatchObject({ run: { state: 'cancelled', done: 1, scores: { accuracy: 1 } } });
  await evaluations.remove(administrator, runId);
  await expect(evaluations.get(administrator, runId)).rejects.toMatchObject({ code: 'not_found' });
});

test('what a crash left open is closed with what was done', async () => {
  const never = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const { setOf, evaluations, makeService, source } = await house({
    async beforeCase(count) {
      if (count < 2) return;
      reached.resolve();
      await never.promise;
    },
  });
  const setId = await setOf('Crashed', CUSTOMERS, PER_REGION);
  const { runId } = await evaluations.start(administrator, { dataSourceId: source.id, setId, engine: 'embedded', withChanges: false });
  await reached.promise;
  const restarted = makeService();
  await restarted.recover();
  expect(await restarted.get(administrator, runId)).toMatchObject({ run: { state: 'interrupted', done: 1, scores: { accuracy: 1 } } });
  never.resolve();
  await evaluations.close();
});

test('a server that closes ends what is going', async () => {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const { setOf, evaluations, source } = await house({
    async beforeCase() {
      reached.resolve();
      await gate.promise;
    },
  });
  const setId = await setOf('Closed', CUSTOMERS);
  const { runId } = await evaluations.start(administrator, { dataSourceId: source.id, setId, engine: 'embedded', withChanges: false });
  await reached.promise;
  const closed = evaluations.close();
  gate.resolve();
  await closed;
  expect(await evaluations.get(administrator, runId)).toMatchObject({ run: { state: 'interrupted', done: 0 } });
});

test('nobody but administrators evaluates, and an empty set is not evaluated', async () => {
  const { evaluations, source } = await house();
  const input = { dataSourceId: source.id, setId: null, engine: 'embedded', withChanges: false } as const;
  await expect(evaluations.start(analyst, input)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(evaluations.list(analyst, source.id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(evaluations.start(administrator, input)).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(evaluations.start(administrator, { ...input, dataSourceId: newId('src') })).rejects.toMatchObject({ code: 'not_found' });
});
