import type { ToolName } from '@majed-vanna/contract';
import { text, tool } from '@majed-vanna/fake-llm';
import { expect, test } from 'vitest';
import { ANSWER, createAgentHouse, QUESTION, SQL } from '../testing/agent-house.ts';

test('tools that are switched off are not offered, and each call is counted', async () => {
  const used: [ToolName, boolean][] = [];
  const tools = {
    enabledFor: async () => new Set<ToolName>(['run_sql']),
    recordUse: (name: ToolName, ok: boolean) => void used.push([name, ok]),
  };
  const { ask, llm } = await createAgentHouse({
    tools,
    replies: [tool('sample_values', { table: 'customers', column: 'region' }), tool('run_sql', { sql: 'DROP TABLE x' }), ...ANSWER],
  });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  const { tools: offered } = JSON.parse(llm.requests[0]?.body ?? '{}');
  expect(offered.map((each: { function: { name: string } }) => each.function.name)).toEqual(['run_sql']);
  expect(used.filter(([name]) => name === 'run_sql')).toEqual([
    ['run_sql', false],
    ['run_sql', true],
  ]);
});

test('who may not have statements run for them is answered by the embedded engine alone, fenced or not', async () => {
  const tools = { enabledFor: async () => new Set<ToolName>(['ask_user']), recordUse: () => undefined };
  const { ask, llm } = await createAgentHouse({ tools, replies: [text(`\`\`\`sql\n${SQL}\n\`\`\``)] });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', model: null } }]);
  expect(llm.requests).toEqual([]);
});
