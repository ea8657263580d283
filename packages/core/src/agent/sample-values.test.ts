import { startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { expect, onTestFinished, test } from 'vitest';
import { createAnswering } from '../testing/answering.ts';
import { searchByWords } from '../testing/search-by-words.ts';
import { createAgent } from './create-agent.ts';

test('values are looked for by their characters, in order, and nothing of what is typed is SQL', async () => {
  const llm = await startFakeLlm({});
  const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
  const agent = createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords() });
  const answering = await createAnswering({ agent });
  onTestFinished(async () => {
    await answering[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });
  await answering.database.repositories.dataSources.update(answering.source.id, { dataToLlm: 'full' });
  const looked = (column: string, like?: string) => tool('sample_values', { table: 'customers', column, ...(like ? { like } : {}) });
  llm.say(
    looked('region'),
    looked('region', 'AKK'),
    looked('region', '%'),
    looked('region', "x' OR '1'='1"),
    looked('customer_id', '39'),
    tool('run_sql', { sql: 'SELECT COUNT(*) AS n FROM main.customers' }),
    text('Done.'),
  );
  await answering.ask('How does our clientele spread geographically?');
  const { messages } = JSON.parse(llm.requests.at(-1)?.body ?? '{}');
  const told: string[] = messages
    .filter(({ role }: { role: string }) => role === 'tool')
    .map(({ content }: { content: string }) => content);
  const rows = told.slice(0, 5).map((content) => JSON.parse(content).result.match(/^\[.*\]$/gm) ?? []);
  expect(rows).toEqual([['["Asir"]', '["Eastern"]', '["Makkah"]', '["Riyadh"]'], ['["Makkah"]'], [], [], ['[39]']]);
});
