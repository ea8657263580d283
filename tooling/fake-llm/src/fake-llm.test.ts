import { expect, test } from 'vitest';
import { failure, startFakeLlm, text, tool } from './fake-llm.ts';

const ask = (baseUrl: string, body: object) => fetch(`${baseUrl}/chat/completions`, { method: 'POST', body: JSON.stringify(body) });

test('replies follow the script, the last one again and again, and every request is kept', async () => {
  await using llm = await startFakeLlm();
  llm.say(failure(429, 'slow down', { 'retry-after': '1' }), text('hello'));
  const replies = [];
  for (const n of [1, 2, 3]) replies.push(await ask(llm.baseUrl, { model: 'm', n }));
  expect(replies.map(({ status }) => status)).toEqual([429, 200, 200]);
  expect(replies[0]?.headers.get('retry-after')).toBe('1');
  expect(await replies[2]?.json()).toMatchObject({ choices: [{ message: { content: 'hello' }, finish_reason: 'stop' }] });
  expect(llm.requests.map(({ body }) => JSON.parse(body).n)).toEqual([1, 2, 3]);
});

test('a streamed tool call comes in pieces that join to its arguments', async () => {
  await using llm = await startFakeLlm();
  llm.say(tool('run_sql', { sql: 'SELECT 1' }));
  const lines = (await (await ask(llm.baseUrl, { model: 'm', stream: true })).text()).split('\n\n').filter(Boolean);
  expect(lines.at(-1)).toBe('data: [DONE]');
  const chunks = lines.slice(0, -1).map((line) => JSON.parse(line.slice('data: '.length)));
  const pieces = chunks.flatMap(({ choices }) => choices[0]?.delta?.tool_calls?.[0]?.function?.arguments ?? []);
  expect(pieces.length).toBeGreaterThan(3);
  expect(JSON.parse(pieces.join(''))).toEqual({ sql: 'SELECT 1' });
});

test('a cut reply breaks off before it is complete', async () => {
  await using llm = await startFakeLlm();
  llm.say({ kind: 'cut', text: 'This will not be' });
  const response = await ask(llm.baseUrl, { model: 'm', stream: true });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow();
});

test('what is said can depend on the request, also when two come at once', async () => {
  await using llm = await startFakeLlm();
  llm.say((body) => text(JSON.parse(body).question));
  const replies = await Promise.all(['one', 'two', 'three'].map((question) => ask(llm.baseUrl, { model: 'm', question })));
  const said = await Promise.all(replies.map(async (reply) => JSON.parse(await reply.text()).choices[0].message.content));
  expect(said).toEqual(['one', 'two', 'three']);
});
