import { tool } from '@majed-vanna/fake-llm';
import { expect, test } from 'vitest';
import { ANSWER, createAgentHouse, QUESTION, toldByTools } from '../testing/agent-house.ts';

test('values are looked for by their characters, in order, and nothing of what is typed is SQL', async () => {
  const { ask, llm } = await createAgentHouse({ dataToLlm: 'full' });
  const looked = (column: string, like?: string) => tool('sample_values', { table: 'customers', column, ...(like ? { like } : {}) });
  llm.say(
    looked('region'),
    looked('region', 'AKK'),
    looked('region', '%'),
    looked('region', "x' OR '1'='1"),
    looked('customer_id', '39'),
    ...ANSWER,
  );
  await ask(QUESTION);
  const rows = toldByTools(llm)
    .slice(0, 5)
    .map((content) => JSON.parse(content).result.match(/^\[.*\]$/gm) ?? []);
  expect(rows).toEqual([['["Asir"]', '["Eastern"]', '["Makkah"]', '["Riyadh"]'], ['["Makkah"]'], [], [], ['[39]']]);
});
