import { type Reply, tool } from '@majed-vanna/fake-llm';
import { expect, test } from 'vitest';
import { createAgentHouse, QUESTION, SQL } from '../testing/agent-house.ts';
import { AGENT_LIMITS } from './agent-limits.ts';

/** One reply of a server that counts nothing. */
function calling(times: number, name: string, input: object): Reply {
  const chunk = (delta: object, reason: string | null) =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
  const calls = Array.from({ length: times }, (_, index) =>
    chunk({ tool_calls: [{ index, id: `a${index}`, type: 'function', function: { name, arguments: JSON.stringify(input) } }] }, null),
  );
  return { kind: 'raw', contentType: 'text/event-stream', body: `${calls.join('')}${chunk({}, 'tool_calls')}data: [DONE]\n\n` };
}

test('a model whose server counts nothing is held to its tokens by what was sent', async () => {
  const { ask, llm } = await createAgentHouse({ replies: [calling(1, 'search_semantics', { query: 'x'.repeat(100_000) })] });
  const { of } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'gave_up', engine: 'embedded' } }]);
  const sent = llm.requests.reduce((sum, { body }) => sum + body.length, 0);
  expect(sent).toBeLessThan(2 * 4 * AGENT_LIMITS.tokens);
  expect(llm.requests.length).toBeLessThan(AGENT_LIMITS.steps);
});

test('of thousands of calls in one reply only the first few are read', async () => {
  const { ask, llm } = await createAgentHouse({ replies: [calling(3_000, 'describe_table', { table: 'orders' })] });
  const { of } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'gave_up', engine: 'embedded' } }]);
  expect(of('step').length).toBeLessThan(2 * AGENT_LIMITS.toolCalls);
  expect(llm.requests).toHaveLength(1);
});

test('the statement that ran before a model lost itself in calls is the answer', async () => {
  const { ask } = await createAgentHouse({
    replies: [tool('run_sql', { sql: SQL }), calling(3_000, 'describe_table', { table: 'orders' })],
  });
  const { of } = await ask(QUESTION);
  expect(of('done')).toMatchObject([{ outcome: 'answered' }]);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
});

test('statements that are under way when a model loses itself in calls are no failure of the database', async () => {
  const { ask } = await createAgentHouse({ replies: [calling(3_000, 'run_sql', { sql: SQL })] });
  expect((await ask(QUESTION)).of('error')).toEqual([]);
});
