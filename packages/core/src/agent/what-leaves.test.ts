import type { DataPolicy, DataToLlm } from '@majed-vanna/contract';
import { type FakeLlm, type Reply, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { expect, onTestFinished, test } from 'vitest';
import type { PolicyFor } from '../results/result-reader.ts';
import { analyst, createAnswering } from '../testing/answering.ts';
import { searchByWords } from '../testing/search-by-words.ts';
import { type AgentDeps, createAgent } from './create-agent.ts';

/** The embedded engine knows neither word. */
const QUESTION = 'How does our clientele spread geographically?';
const SQL = 'SELECT region, COUNT(*) AS customers FROM main.customers GROUP BY region ORDER BY region';

async function house({ policyFor, ...deps }: { readonly policyFor?: PolicyFor } & Partial<Omit<AgentDeps, 'models'>> = {}) {
  const llm = await startFakeLlm({});
  const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
  const agent = createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords(), ...deps });
  const answering = await createAnswering({ agent, ...(policyFor ? { policyFor } : {}) });
  onTestFinished(async () => {
    await answering[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });
  const allow = (dataToLlm: DataToLlm) => answering.database.repositories.dataSources.update(answering.source.id, { dataToLlm });
  return { ...answering, llm, allow };
}

const answersWith = (llm: FakeLlm, sql: string) => llm.say(tool('run_sql', { sql }), text('Done.'));
const since = ({ requests }: FakeLlm, from: number) =>
  requests
    .slice(from)
    .map(({ body }) => body)
    .join('\n');

test('what is searched for is encoded by the model of whoever asks', async () => {
  const actors: unknown[] = [];
  const search: AgentDeps['search'] = {
    search: async (_semantics, _source, _query, { actor }) => {
      actors.push(actor);
      return [];
    },
  };
  const { ask, llm } = await house({ search });
  const replies: Reply[] = [tool('search_semantics', { query: 'regions' }), tool('run_sql', { sql: SQL }), text('Done.')];
  llm.say(...replies);
  await ask(QUESTION);
  expect(actors).toEqual([analyst, analyst]);
});

test.each<[DataToLlm, boolean]>([
  ['none', false],
  ['aggregates', false],
  ['full', true],
])('once values are let out no further than %s, a statement of a model that had seen them goes along: %s', async (later, along) => {
  const { ask, llm, allow } = await house();
  await allow('full');
  answersWith(llm, "SELECT COUNT(*) AS n FROM main.customers WHERE name = 'Customer 7'");
  const { conversationId } = await ask(QUESTION);
  await allow(later);
  const before = llm.requests.length;
  answersWith(llm, SQL);
  await ask('Kindly furnish the foremost pair', { conversationId });
  expect(llm.requests.length).toBeGreaterThan(before);
  expect(since(llm, before).includes('Customer 7')).toBe(along);
});

test('a turn that read what is hidden by now is no part of the conversation any more', async () => {
  let hidden: string[] = [];
  const policyFor: PolicyFor = async (_actor, _id, { snapshot }): Promise<DataPolicy> => {
    const policy = policyFromSnapshot(snapshot);
    const customers = policy.tables['main.customers'];
    if (!customers) throw new Error('the shop has no customers');
    const columns = customers.columns.filter((column) => !hidden.includes(column));
    return { ...policy, tables: { ...policy.tables, 'main.customers': { ...customers, columns, hidden } } };
  };
  const { ask, llm } = await house({ policyFor });
  answersWith(llm, 'SELECT name AS who FROM main.customers LIMIT 3');
  const { conversationId } = await ask(QUESTION);
  answersWith(llm, SQL);
  await ask('Kindly furnish the foremost pair', { conversationId });
  hidden = ['name'];
  const before = llm.requests.length;
  answersWith(llm, SQL);
  await ask('Kindly furnish the hindmost pair', { conversationId });
  expect(since(llm, before)).toContain('foremost');
  expect(since(llm, before)).not.toMatch(/SELECT name|\bwho\b/);
});

test('what the database says of a failing statement is marked as data', async () => {
  const { ask, llm, allow } = await house();
  await allow('full');
  llm.say(tool('run_sql', { sql: 'SELECT json(name) AS j FROM main.customers' }), tool('run_sql', { sql: SQL }), text('Done.'));
  await ask(QUESTION);
  expect(since(llm, 1).replaceAll('\\\\n', '\n')).toContain('reported a failure (type):\n<data>\nmalformed JSON\n</data>');
});
