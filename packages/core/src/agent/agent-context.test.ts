import type { DataPolicy, DataToLlm } from '@majed-vanna/contract';
import { failure, text, tool } from '@majed-vanna/fake-llm';
import { expect, test } from 'vitest';
import { ANSWER, createAgentHouse, customersAs, QUESTION } from '../testing/agent-house.ts';
import { analyst } from '../testing/answering.ts';
import { CHARACTERS_PER_TOKEN } from './text-size.ts';

const TOO_LONG = failure(400, 'The number of tokens to keep from the initial prompt is greater than the context length');

test('what is sent to a model of 4,096 tokens, and its reply, fit into them', async () => {
  const { ask, llm, bodies } = await createAgentHouse({ contextTokens: 4_096 });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  const sizes = bodies().map((body, i) => (llm.requests[i]?.body.length ?? 0) / CHARACTERS_PER_TOKEN + body.max_tokens);
  expect(sizes.length).toBe(2);
  expect(Math.max(...sizes)).toBeLessThan(4_096);
  expect(bodies()[0].messages[0].content).toContain('table main.customers');
});

test('a prompt that is too long is sent again by half, once, and that is recorded', async () => {
  const { ask, answers, bodies } = await createAgentHouse({ replies: [TOO_LONG, ...ANSWER], limits: { schemaCharacters: 900 } });
  const { of, runId } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  const [whole, half] = bodies().map(({ messages }) => messages[0].content.length);
  expect(half).toBeLessThan(whole - 200);
  const admin = { ...analyst, role: 'admin' } as const;
  expect(await answers.prompt(admin, runId)).toMatchObject({ requests: 3, budget: 450, shortenedFrom: 900 });
});

test('a server that calls a prompt that is too long its own failure is asked by half at once, and no third time', async () => {
  const own = failure(500, 'Requested tokens (9001) exceed context window of 4096');
  const { ask, bodies } = await createAgentHouse({ replies: [own, ...ANSWER], limits: { schemaCharacters: 900 } });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  const [whole, half] = bodies().map(({ messages }) => messages[0].content.length);
  expect(half).toBeLessThan(whole - 200);
  const again = await createAgentHouse({ replies: [own, own, own, own] });
  expect((await again.ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'too_long' } }]);
  expect(again.llm.requests).toHaveLength(2);
});

test('a failure of the server that speaks of nothing else is sent once more as it is', async () => {
  const { ask, llm } = await createAgentHouse({ replies: [failure(500, 'out of memory'), failure(500, 'out of memory'), ...ANSWER] });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'server_error' } }]);
  expect(llm.requests).toHaveLength(2);
});

test('a model that cannot read the half either is given up with the reason', async () => {
  const { ask, llm } = await createAgentHouse({ replies: [TOO_LONG, TOO_LONG, ...ANSWER] });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', modelTrouble: 'too_long' } }]);
  expect(llm.requests).toHaveLength(2);
});

test('a statement that ran before the prompt became too long is not the answer of the model that begins anew', async () => {
  const { ask } = await createAgentHouse({
    replies: [tool('run_sql', { sql: 'SELECT 1 AS one FROM main.customers' }), TOO_LONG, text('Hm.')],
  });
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
  const { ask, bodies } = await createAgentHouse({ dataToLlm });
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
  const policyFor = customersAs(() => restricted);
  const { ask, bodies } = await createAgentHouse({ dataToLlm: 'full', policyFor });
  await ask(IN_RIYADH);
  expect(bodies().length).toBeGreaterThan(0);
  expect(bodies()[0].messages[0].content).not.toContain(VALUES);
});
