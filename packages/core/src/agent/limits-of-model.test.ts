import { expect, test } from 'vitest';
import { AGENT_LIMITS } from './agent-limits.ts';
import { halved, limitsOfModel } from './limits-of-model.ts';
import { sizeOf } from './text-size.ts';
import { isTooLong } from './too-long.ts';

const limits = (contextTokens: number | null) => limitsOfModel({ provider: 'openai', contextTokens }, {});

test('what is not known to be small has the usual limits; a small context has smaller ones', () => {
  expect(limits(null)).toEqual(AGENT_LIMITS);
  expect(limits(32_000)).toEqual(AGENT_LIMITS);
  const [small, middle] = [limits(4_096), limits(8_192)];
  for (const size of ['schemaCharacters', 'conversationCharacters', 'resultCharacters', 'replyTokens'] as const) {
    expect(small[size]).toBeGreaterThan(0);
    expect(small[size]).toBeLessThan(middle[size]);
    expect(halved(small)[size]).toBe(Math.floor(small[size] / 2));
  }
});

test('a profile says how long its model may take; what is given stands', () => {
  expect(limitsOfModel({ provider: 'openai', answerSeconds: 300 }, {}).wallClockMs).toBe(300_000);
  expect(limitsOfModel({ provider: 'lmstudio' }, {}).wallClockMs).toBe(120_000);
  expect(limitsOfModel({ provider: 'openai', answerSeconds: 300 }, { wallClockMs: 5 }).wallClockMs).toBe(5);
});

test('two Arabic letters weigh as much as three Latin ones', () => {
  expect(sizeOf('abcdef')).toBe(6);
  expect(sizeOf('عملاء')).toBe(8);
});

test.each<[string, unknown, boolean]>([
  [
    'LM Studio',
    { statusCode: 400, message: 'The number of tokens to keep from the initial prompt is greater than the context length' },
    true,
  ],
  ['OpenAI', { statusCode: 400, responseBody: "This model's maximum context length is 8192 tokens." }, true],
  ['llama.cpp', { statusCode: 400, message: 'the request exceeds the available context size, try increasing it' }, true],
  ['a proxy', { statusCode: 413, message: '' }, true],
  ['in the stream', { lastError: new Error('prompt is too long: 9000 tokens > 4096 maximum') }, true],
  ['a rate', { statusCode: 429, message: 'too many tokens per minute' }, false],
  ['another request', { statusCode: 400, message: 'unknown field: temperature' }, false],
])('%s says that a prompt is too long, or not', (_, error, tooLong) => {
  expect(isTooLong(error)).toBe(tooLong);
});
