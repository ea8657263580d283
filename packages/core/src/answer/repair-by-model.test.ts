import type { DataToLlm } from '@majed-vanna/contract';
import { failure, type Reply, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import { expect, onTestFinished, test } from 'vitest';
import { createAgent } from '../agent/create-agent.ts';
import { analyst, createAnswering } from '../testing/answering.ts';
import { searchByWords } from '../testing/search-by-words.ts';

const FIXED = 'SELECT COUNT(*) AS fixed FROM main.orders';
/** The embedded engine is sure of both; the second holds a value that it looked up. */
const QUESTION = 'number of orders';
const WITH_VALUE = 'number of orders in riyadh';

/** A database on which every statement fails but that of the model. */
const failing = (warehouse: Warehouse): Warehouse => ({
  ...warehouse,
  async *query(request) {
    if (!/fixed/.test(request.sql)) throw new WarehouseError('type', "cannot read 'Customer 7' as a number");
    yield* warehouse.query(request);
  },
});

async function house(replies: readonly Reply[], around: (warehouse: Warehouse) => Warehouse = failing) {
  const llm = await startFakeLlm({});
  llm.say(...replies);
  const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
  const agent = createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords() });
  const answering = await createAnswering({ agent, around });
  onTestFinished(async () => {
    await answering[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });
  const allow = (dataToLlm: DataToLlm) => answering.database.repositories.dataSources.update(answering.source.id, { dataToLlm });
  const sent = () => llm.requests.map(({ body }) => body).join('\n');
  return { ...answering, llm, allow, sent };
}

const REPAIR = [tool('run_sql', { sql: FIXED }), text('Counted.')];

test('a statement of the embedded engine that fails is repaired by the model, once, and what was tried is told', async () => {
  const { ask, llm, sent } = await house(REPAIR);
  const { of } = await ask(QUESTION);
  expect(of('done')).toMatchObject([{ outcome: 'answered' }]);
  expect(of('rows').flatMap(({ rows }) => rows)).toEqual([[1_200]]);
  expect(of('sql').at(-1)).toMatchObject({ sql: FIXED });
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model', model: 'test-model', attempts: [{ sql: of('sql')[0]?.sql }] } }]);
  expect(of('step').filter(({ step, state }) => step === 'repair' && state === 'done')).toHaveLength(1);
  expect(JSON.parse(llm.requests[0]?.body ?? '{}').messages.at(-2).content).toContain(of('sql')[0]?.sql);
  expect(sent()).toContain('reported a failure (type)');
  expect(sent()).not.toContain('Customer 7');
});

test('the model has one statement; when that fails too, the first failure is told', async () => {
  const { ask, llm } = await house([tool('run_sql', { sql: 'SELECT COUNT(*) AS other FROM main.orders' }), ...REPAIR]);
  const { of } = await ask(QUESTION);
  expect(of('done')).toMatchObject([{ outcome: 'failed' }]);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', modelTrouble: 'gave_up', attempts: [{}, {}] } }]);
  expect(llm.requests).toHaveLength(1);
});

test.each<[string, DataToLlm, number]>([
  [WITH_VALUE, 'aggregates', 0],
  [WITH_VALUE, 'none', 0],
  [WITH_VALUE, 'sample', 2],
  [QUESTION, 'none', 2],
])('%s, failing with data_to_llm %s, is asked for with %i requests', async (question, dataToLlm, requests) => {
  const { ask, allow, llm } = await house(REPAIR);
  await allow(dataToLlm);
  const { of } = await ask(question);
  expect(llm.requests).toHaveLength(requests);
  expect(of('receipt')).toMatchObject([{ receipt: requests === 0 ? { modelTrouble: 'values_hidden' } : { engine: 'model' } }]);
});

test('a database that is at fault is no matter for the model, and a model that fails leaves the failure as it was', async () => {
  const dead = await house(REPAIR, (warehouse) => ({
    ...warehouse,
    // biome-ignore lint/correctness/useYield: the port's shape
    async *query() {
      throw new WarehouseError('connection', 'the line is dead');
    },
  }));
  expect((await dead.ask(QUESTION)).of('done')).toMatchObject([{ outcome: 'failed' }]);
  expect(dead.llm.requests).toEqual([]);
  const { ask } = await house([failure(401, 'no')]);
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', modelTrouble: 'key_refused' } }]);
});

test('a statement that a person wrote is repaired on request only, as a new turn', async () => {
  const { ask, answers, listen, llm } = await house(REPAIR, (warehouse) => warehouse);
  const { runId } = await ask(QUESTION);
  const written = { runId, sql: 'SELECT COUNT(nothing) FROM main.orders' };
  const kinds = async (again: { runId: typeof runId }) => (await listen(again.runId)).map((event) => event);
  const plain = await kinds(await answers.rerun(analyst, written));
  expect(plain.at(-1)).toMatchObject({ outcome: 'refused' });
  expect(llm.requests).toEqual([]);
  const fixed = await kinds(await answers.rerun(analyst, { ...written, fix: true }));
  expect(fixed.at(-1)).toMatchObject({ outcome: 'answered' });
  expect(fixed.find(({ type }) => type === 'receipt')).toMatchObject({ receipt: { engine: 'model', attempts: [{ sql: written.sql }] } });
});

test.each([
  ['SELECT COUNT(nothing) FROM main.orders WHERE "region" = "Acme Ltd"', 'values_hidden'],
  ['SELECT COUNT(nothing) FROM "main"."orders" WHERE "amount" IS NULL', undefined],
])('%s is for a model that sees no values or not, as what it quotes is known or not', async (sql, trouble) => {
  const { ask, answers, listen, llm, allow } = await house(REPAIR, (warehouse) => warehouse);
  await allow('none');
  const { runId } = await ask(QUESTION);
  const again = await answers.rerun(analyst, { runId, sql, fix: true });
  const receipt = (await listen(again.runId)).find(({ type }) => type === 'receipt');
  expect(llm.requests).toHaveLength(trouble ? 0 : REPAIR.length);
  expect(receipt).toMatchObject({ receipt: trouble ? { modelTrouble: trouble } : { engine: 'model' } });
});
