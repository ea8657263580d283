import type { DataPolicy, DataToLlm } from '@majed-vanna/contract';
import { failure, type Reply, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { expect, onTestFinished, test } from 'vitest';
import type { PolicyFor } from '../results/result-reader.ts';
import { analyst, createAnswering } from '../testing/answering.ts';
import { searchByWords } from '../testing/search-by-words.ts';
import type { AgentLimits } from './agent-limits.ts';
import { createAgent } from './create-agent.ts';
import { CHARACTERS_PER_TOKEN } from './text-size.ts';

const QUESTION = 'How does our clientele spread geographically?';
const SQL = 'SELECT region, COUNT(*) AS customers FROM main.customers GROUP BY region ORDER BY region';
const ANSWER = [tool('run_sql', { sql: SQL }), text('Done.')];
const TOO_LONG = failure(400, 'The number of tokens to keep from the initial prompt is greater than the context length');

interface Options {
  readonly replies?: readonly Reply[];
  readonly contextTokens?: number;
  readonly limits?: Partial<AgentLimits>;
  readonly policyFor?: PolicyFor;
  readonly dataToLlm?: DataToLlm;
}

async function house({ replies = ANSWER, contextTokens, limits = {}, policyFor, dataToLlm }: Options) {
  const llm = await startFakeLlm({});
  llm.say(...replies);
  const model = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
  const endpoint = { ...model, ...(contextTokens ? { contextTokens } : {}) };
  const agent = createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords(), limits });
  const answering = await createAnswering({ agent, ...(policyFor ? { policyFor } : {}) });
  onTestFinished(async () => {
    await answering[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });
  if (dataToLlm) await answering.database.repositories.dataSources.update(answering.source.id, { dataToLlm });
  return { ...answering, llm, bodies: () => llm.requests.map(({ body }) => JSON.parse(body)) };
}

test('what is sent to a model of 4,096 tokens, and its reply, fit into them', async () => {
  const { ask, llm, bodies } = await house({ contextTokens: 4_096 });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  const sizes = bodies().map((body, i) => (llm.requests[i]?.body.length ?? 0) / CHARACTERS_PER_TOKEN + body.max_tokens);
  expect(sizes.length).toBe(2);
  expect(Math.max(...sizes)).toBeLessThan(4_096);
  expect(bodies()[0].messages[0].content).toContain('table main.customers');
});

test('a prompt that is too long is sent again by half, once, and that is recorded', async () => {
  const { ask, answers, bodies } = await house({ replies: [TOO_LONG, ...ANSWER], limits: { schemaCharacters: 900 } });
  const { of, runId } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  const [whole, half] = bodies().map(({ messages }) => messages[0].content.length);
  expect(half).toBeLessThan(whole - 200);
  const admin = { ...analyst, role: 'admin' } as const;
  expect(await answers.prompt(admin, runId)).toMatchObject({ requests: 3, budget: 450, shortenedFrom: 900 });
});

test('a server that calls a prompt that is too long its own failure is asked by half at once, and no third time', async () => {
  const own = failure(500, 'Requested tokens (9001) exceed context window of 4096');
  const { ask, bodies } = await house({ replies: [own, ...ANSWER], limits: { schemaCharacters: 900 } });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  const [whole, half] = bodies().map(({ messages }) => messages[0].content.length);
  expect(half).toBeLessThan(whole - 200);
  const again = await house({ replies: [own, own, own, own] });
  expect((await again.ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'too_long' } }]);
  expect(again.llm.requests).toHaveLength(2);
});

test('a failure of the server that speaks of nothing else is sent once more as it is', async () => {
  const { ask, llm } = await house({ replies: [failure(500, 'out of memory'), failure(500, 'out of memory'), ...ANSWER] });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'server_error' } }]);
  expect(llm.requests).toHaveLength(2);
});

test('a model that cannot read the half either is given up with the reason', async () => {
  const { ask, llm } = await house({ replies: [TOO_LONG, TOO_LONG, ...ANSWER] });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', modelTrouble: 'too_long' } }]);
  expect(llm.requests).toHaveLength(2);
});

test('a statement that ran before the prompt became too long is not the answer of the model that begins anew', async () => {
  const { ask } = await house({ replies: [tool('run_sql', { sql: 'SELECT 1 AS one FROM main.customers' }), TOO_LONG, text('Hm.')] });
  expect((await ask(QUESTION)).of('sql')).toEqual([]);
});

const VALUES = 'Words of the question that are values';
const IN_RIYADH = 'Kindly portray the dwellers of Riyadh';

test.each<[DataToLlm, boolean]>([
  ['none', false],
  ['aggregates', false],
  ['sample', true],
  ['full', true],
])('with data_to_llm %s, the column of a value that the question names is told: %s', async (dataToLlm, tells) => {
  const { ask, bodies } = await house({ dataToLlm });
  await ask(IN_RIYADH);
  const told: string = bodies()[0].messages[0].content;
  expect(told.includes(VALUES)).toBe(tells);
  expect(told.includes("'Riyadh' = main.customers.region")).toBe(tells);
});

test.each<[string, Partial<DataPolicy['tables'][string]>]>([
  ['hidden', { columns: ['customer_id', 'name'], hidden: ['region'] }],
  ['masked', { masked: ['region'] }],
  ['perhaps of a row that is filtered out', { rowFilter: "region <> 'Riyadh'" }],
])('a value that is %s is not told', async (_, restricted) => {
  const policyFor: PolicyFor = async (_actor, _id, { snapshot }) => {
    const policy = policyFromSnapshot(snapshot);
    const customers = policy.tables['main.customers'];
    if (!customers) throw new Error('the shop has no customers');
    return { ...policy, tables: { ...policy.tables, 'main.customers': { ...customers, ...restricted } } };
  };
  const { ask, bodies } = await house({ dataToLlm: 'full', policyFor });
  await ask(IN_RIYADH);
  expect(bodies().length).toBeGreaterThan(0);
  expect(bodies()[0].messages[0].content).not.toContain(VALUES);
});
