import type { DataPolicy, DataToLlm } from '@majed-vanna/contract';
import { type FakeLlm, type Scripted, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { policyFromSnapshot } from '@majed-vanna/sql';
import type { Warehouse } from '@majed-vanna/warehouse';
import { onTestFinished } from 'vitest';
import { type Agent, type AgentDeps, createAgent } from '../agent/create-agent.ts';
import type { PolicyFor } from '../results/result-reader.ts';
import { createAnswering } from './answering.ts';
import { searchByWords } from './search-by-words.ts';

/** The embedded engine knows neither noun. */
export const QUESTION = 'How does our clientele spread geographically?';
/** The embedded engine answers it, but not so surely that no model is asked. */
export const UNSURE = 'customers with more than 3 categories';
export const ARABIC = 'كيف ينتشر زبائننا جغرافيا؟';
export const SQL = 'SELECT region, COUNT(*) AS customers FROM main.customers GROUP BY region ORDER BY region';
export const ANSWER: readonly Scripted[] = [tool('run_sql', { sql: SQL }), text('Done.')];
export const KEY = 'sk-very-secret-0123456789';

type AgentHouseOptions = Partial<Omit<AgentDeps, 'models'>> & {
  readonly replies?: readonly Scripted[];
  readonly dataToLlm?: DataToLlm;
  readonly policyFor?: PolicyFor;
  readonly around?: (warehouse: Warehouse) => Warehouse;
  readonly baseUrl?: string;
  readonly contextTokens?: number;
  readonly wrap?: (agent: Agent) => Agent;
};

/** The answer service with a language model whose replies are given, until the test is over. */
export async function createAgentHouse(options: AgentHouseOptions = {}) {
  const { replies = ANSWER, dataToLlm, policyFor, around, baseUrl, contextTokens, wrap = (agent: Agent) => agent, ...deps } = options;
  const llm = await startFakeLlm({ apiKey: KEY });
  llm.say(...replies);
  const model = { provider: 'compatible', baseUrl: baseUrl ?? llm.baseUrl, model: 'test-model', apiKey: KEY } as const;
  const endpoint = { ...model, ...(contextTokens ? { contextTokens } : {}) };
  const agent = wrap(createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords(), ...deps }));
  const answering = await createAnswering({ agent, ...(policyFor ? { policyFor } : {}), ...(around ? { around } : {}) });
  onTestFinished(async () => {
    await answering[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });
  if (dataToLlm) await allow(dataToLlm);
  return { ...answering, llm, allow, bodies: () => llm.requests.map(({ body }) => JSON.parse(body)) };

  async function allow(dataToLlm: DataToLlm): Promise<void> {
    await answering.database.repositories.dataSources.update(answering.source.id, { dataToLlm });
  }
}

/** Everything that left for the model from a request on, without the headers. */
export function sentTo({ requests }: FakeLlm, from = 0): string {
  return requests
    .slice(from)
    .map(({ body }) => body)
    .join('\n');
}

/** What the model was told by its tools. */
export function toldByTools({ requests }: FakeLlm): string[] {
  return JSON.parse(requests.at(-1)?.body ?? '{"messages":[]}')
    .messages.filter(({ role }: { role: string }) => role === 'tool')
    .map(({ content }: { content: string }) => content);
}

type TablePolicy = DataPolicy['tables'][string];

/** Everything may be read, but of the customers only so much. */
export function customersAs(restricted: (customers: TablePolicy) => Partial<TablePolicy>): PolicyFor {
  return async (_actor, _id, { snapshot }): Promise<DataPolicy> => {
    const policy = policyFromSnapshot(snapshot);
    const customers = policy.tables['main.customers'];
    if (!customers) throw new Error('the shop has no customers');
    return { ...policy, tables: { ...policy.tables, 'main.customers': { ...customers, ...restricted(customers) } } };
  };
}
