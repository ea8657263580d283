import { createTestDatabase } from '@majed-vanna/db/testing';
import { failure, type Reply, text, tool } from '@majed-vanna/fake-llm';
import { expect, test } from 'vitest';
import { ANSWER, createAgentHouse, QUESTION, SQL, UNSURE } from '../testing/agent-house.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import { createTestBreakers } from '../testing/test-breakers.ts';
import { withAgentBreaker } from './with-agent-breaker.ts';
import { withModelBreaker } from './with-model-breaker.ts';

test.each<[string, readonly Reply[], string]>([
  ['is cut off in mid-stream', [{ kind: 'cut', text: 'The answer to this is' }], 'cut_off'],
  ['takes no more requests', [failure(429, 'slow down', { 'retry-after': '0' })], 'busy'],
  ['fails', [failure(500, 'out of memory', { 'retry-after': '0' })], 'server_error'],
  ['refuses the key', [failure(401, 'no')], 'key_refused'],
  ['says nothing', [text('')], 'no_answer'],
  ['loops for ever', [tool('search_semantics', { query: 'a' })], 'gave_up'],
  ['repeats what fails', [tool('run_sql', { sql: 'DROP TABLE main.customers' })], 'gave_up'],
])('when the model %s, the embedded engine’s result stands', async (_, replies, code) => {
  const { ask, llm } = await createAgentHouse({ replies });
  const { of } = await ask(QUESTION);
  expect(of('step').filter(({ state }) => state === 'failed')).toMatchObject([
    { step: 'understand', detail: { model: 'test-model', code } },
  ]);
  expect(of('done')).toMatchObject([{ outcome: 'refused' }]);
  expect(of('refusal')[0]?.suggestions.length).toBeGreaterThan(0);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', model: 'test-model' } }]);
  expect(llm.requests.length).toBeLessThanOrEqual(10);
});

test.each<[string, Reply, string]>([
  ['a tool that does not exist', tool('drop_database', { now: true }), 'gave_up'],
  ['a web page', { kind: 'page' }, 'unreachable'],
  ['JSON that is none', { kind: 'raw', contentType: 'text/event-stream', body: 'data: {"choices":[{"delta"\n\n' }, 'any'],
  ['an answer of many megabytes', { kind: 'raw', contentType: 'text/event-stream', body: huge() }, 'any'],
  ['huge arguments', tool('run_sql', { sql: `SELECT '${'x'.repeat(300_000)}'` }), 'cut_off'],
])('%s does not keep the embedded engine from its answer', async (_, reply, code) => {
  const { ask, llm } = await createAgentHouse({ replies: [reply], limits: { steps: 3 } });
  const { of } = await ask(QUESTION);
  expect(of('done')).toMatchObject([{ outcome: 'refused' }]);
  const [trouble] = of('receipt').map(({ receipt }) => receipt.modelTrouble);
  if (code === 'any') expect(trouble).not.toBeNull();
  else expect(trouble).toBe(code);
  expect(llm.requests.length).toBeLessThanOrEqual(4);
});

test('a model that recovers from one failure answers', async () => {
  for (const status of [429, 500]) {
    const { ask } = await createAgentHouse({
      replies: [failure(status, 'once', { 'retry-after': '0' }), ...ANSWER],
    });
    expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  }
});

test('nobody waits as long as a busy server asks for', async () => {
  const { ask, llm } = await createAgentHouse({
    replies: [failure(429, 'later', { 'retry-after': '30' }), ...ANSWER],
  });
  const { of } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', modelTrouble: 'busy' } }]);
  expect(llm.requests).toHaveLength(1);
});

test('a model that nobody reaches, or that never replies, does not keep the answer', async () => {
  const down = await createAgentHouse({ replies: [], baseUrl: 'http://127.0.0.1:1/v1' });
  expect((await down.ask(QUESTION)).of('step').find(({ state }) => state === 'failed')).toMatchObject({ detail: { code: 'unreachable' } });
  const silent = await createAgentHouse({ replies: [{ kind: 'silence' }], limits: { wallClockMs: 300 } });
  expect((await silent.ask(QUESTION)).of('step').find(({ state }) => state === 'failed')).toMatchObject({ detail: { code: 'too_slow' } });
});

test('a model that begins and then says nothing more is given up at its deadline', async () => {
  const { ask } = await createAgentHouse({ replies: [{ kind: 'stalled', text: 'Well, let me see.' }], limits: { wallClockMs: 1_500 } });
  const { of } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'too_slow', engine: 'embedded' } }]);
  expect(of('text').at(-1)).toMatchObject({ markdown: '' });
});

test('an answer that the embedded engine is less sure of stands when the model fails, and says so', async () => {
  const { ask } = await createAgentHouse({ replies: [failure(500, 'down', { 'retry-after': '0' })] });
  const { of } = await ask(UNSURE);
  expect(of('done')).toMatchObject([{ outcome: 'answered' }]);
  expect(
    of('text')
      .map(({ markdown }) => markdown)
      .join(),
  ).toContain('the built-in engine answered');
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', model: 'test-model' } }]);
});

test('a model that failed three times is left alone, and asked again after its rest', async () => {
  await using database = await createTestDatabase();
  const clock = createFakeClock();
  const breakers = createTestBreakers({ database, clock, log: createRecordingLogger() });
  const broken = Array.from({ length: 6 }, () => failure(500, 'out of order', { 'retry-after': '0' }));
  const { ask, llm } = await createAgentHouse({
    replies: [...broken, tool('run_sql', { sql: SQL }), text('Four regions.')],
    wrap: (agent) => withModelBreaker(agent, breakers),
  });
  for (let i = 0; i < 3; i++) await ask(QUESTION);
  const tried = llm.requests.length;
  const { of } = await ask(QUESTION);
  expect(llm.requests).toHaveLength(tried);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded' } }]);
  expect(breakers.statuses()).toMatchObject([{ kind: 'llm', state: 'open', failures: 3 }]);
  clock.advance({ seconds: 61 });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  await breakers.close();
});

test('a refused key says nothing of the health of the server', async () => {
  await using database = await createTestDatabase();
  const breakers = createTestBreakers({ database, clock: createFakeClock(), log: createRecordingLogger() });
  const { ask } = await createAgentHouse({
    replies: Array.from({ length: 8 }, () => failure(401, 'no such key')),
    wrap: (agent) => withModelBreaker(agent, breakers),
  });
  for (let i = 0; i < 4; i++) await ask(QUESTION);
  expect(breakers.statuses()).toMatchObject([{ state: 'closed', failures: 0 }]);
});

test('an agent that goes round in circles is left alone after five questions', async () => {
  await using database = await createTestDatabase();
  const breakers = createTestBreakers({ database, clock: createFakeClock(), log: createRecordingLogger() });
  const { ask, llm } = await createAgentHouse({
    replies: [tool('search_semantics', { query: 'a' })],
    limits: { steps: 1 },
    wrap: (agent) => withAgentBreaker(agent, breakers),
  });
  for (let i = 0; i < 5; i++) expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'gave_up' } }]);
  const before = llm.requests.length;
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'resting', engine: 'embedded' } }]);
  expect(llm.requests).toHaveLength(before);
  expect(breakers.statuses()).toMatchObject([{ kind: 'agent', state: 'open' }]);
  await breakers.close();
});

test('what a library put into its error does not reach the log', async () => {
  const { ask, log } = await createAgentHouse({ replies: [failure(400, 'bad request about Riyadh')] });
  await ask(QUESTION);
  expect(JSON.stringify(log)).not.toMatch(/Riyadh|clientele|sk-very/);
});

function huge(): string {
  const piece = `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: 'word '.repeat(20_000) } }] })}\n\n`;
  return piece.repeat(45);
}
