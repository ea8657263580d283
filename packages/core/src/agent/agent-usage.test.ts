import { text } from '@majed-vanna/fake-llm';
import { expect, test } from 'vitest';
import { TROUBLE_WORDS } from '../answer/trouble-words.ts';
import { createAgentHouse, QUESTION } from '../testing/agent-house.ts';
import type { AgentUsage } from './agent-ports.ts';

test('with the quota used up no model is asked, and the answer says so; what was used is settled once', async () => {
  const settled: number[] = [];
  const open: AgentUsage = {
    admit: async () => ({ tokens: 10_000, settle: async (_endpoint, { input, output }) => void settled.push(input + output) }),
  };
  await (await createAgentHouse({ usage: open })).ask(QUESTION);
  expect(settled).toEqual([300]);
  const { ask, llm } = await createAgentHouse({ usage: { admit: async () => null }, replies: [text('never')] });
  const { of } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', modelTrouble: 'quota_reached' } }]);
  expect(of('refusal')[0]?.reason).toContain(TROUBLE_WORDS.quota_reached.en);
  expect(llm.requests).toEqual([]);
});

test('what a server did not count is estimated, also when its reply broke off', async () => {
  const settled: number[] = [];
  const usage: AgentUsage = {
    admit: async () => ({ tokens: null, settle: async (_endpoint, { input }) => void settled.push(input) }),
  };
  await (await createAgentHouse({ usage, replies: [{ kind: 'cut', text: 'Well' }] })).ask(QUESTION);
  expect(settled).toEqual([expect.any(Number)]);
  expect(settled[0]).toBeGreaterThan(500);
});
