import { type Reply, startFakeLlm } from '@majed-vanna/fake-llm';
import { expect, onTestFinished, test } from 'vitest';
import { createAnswering } from '../testing/answering.ts';
import { AGENT_LIMITS } from './agent-limits.ts';
import { createAgent } from './create-agent.ts';

const QUESTION = 'How does our clientele spread geographically?';

/** A call with long arguments, from a server that counts nothing. */
function uncounted(characters: number): Reply {
  const call = { name: 'search_semantics', arguments: JSON.stringify({ query: 'x'.repeat(characters) }) };
  const chunk = (delta: object, reason: string | null) =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
  const body = `${chunk({ tool_calls: [{ index: 0, id: 'a', type: 'function', function: call }] }, null)}${chunk({}, 'tool_calls')}data: [DONE]\n\n`;
  return { kind: 'raw', contentType: 'text/event-stream', body };
}

test('a model whose server counts nothing is held to its tokens by what was sent', async () => {
  const llm = await startFakeLlm({});
  llm.say(uncounted(100_000));
  const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
  const answering = await createAnswering({ agent: createAgent({ models: { endpointFor: async () => endpoint } }) });
  onTestFinished(async () => {
    await answering[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });
  const { of } = await answering.ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'gave_up', engine: 'embedded' } }]);
  const sent = llm.requests.reduce((sum, { body }) => sum + body.length, 0);
  expect(sent).toBeLessThan(2 * 4 * AGENT_LIMITS.tokens);
  expect(llm.requests.length).toBeLessThan(AGENT_LIMITS.steps);
});
