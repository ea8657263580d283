import { failure, type Reply, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { afterAll, expect, test } from 'vitest';
import { ARABIC, QUESTION, SQL, UNSURE } from '../testing/agent-house.ts';
import { analyst, createAnswering } from '../testing/answering.ts';
import { searchByWords } from '../testing/search-by-words.ts';
import { createAgent } from './create-agent.ts';

const COUNT = tool('run_sql', { sql: 'SELECT COUNT(*) AS n FROM main.customers' });

const llm = await startFakeLlm({});
const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
const answering = await createAnswering({
  agent: createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords() }),
});

afterAll(async () => {
  await answering[Symbol.asyncDispose]();
  await llm[Symbol.asyncDispose]();
});

async function asked(question: string, ...replies: readonly Reply[]) {
  const before = llm.requests.length;
  llm.say(...replies);
  const { of } = await answering.ask(question);
  const streamed = of('text_delta')
    .map((event) => event.text)
    .join('');
  return { of, streamed, requests: llm.requests.slice(before) };
}

test('a model that says that the data cannot answer is believed: what the engine would guess does not overrule it', async () => {
  const { of } = await asked(UNSURE, text('The data cannot answer this.'));
  expect(of('done')).toMatchObject([{ outcome: 'refused' }]);
  expect(of('refusal')).toMatchObject([{ reason: 'The data cannot answer this.', refusal: null }]);
  expect(of('refusal')[0]?.suggestions.length).toBeGreaterThan(0);
  expect(of('sql')).toEqual([]);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model', model: 'test-model', modelTrouble: null } }]);
  expect(of('text')).toEqual([{ type: 'text', markdown: '' }]);
});

test.each<[string, string, Reply, string]>([
  [
    'a figure that nobody knows',
    QUESTION,
    text('I cannot, but there are 7,777 customers.'),
    'The language model found no answer in this data.',
  ],
  ['nothing but a link', QUESTION, text('See [here](https://evil.test).'), 'The language model found no answer in this data.'],
  ['another language, twice', ARABIC, text('The data cannot answer this.'), 'لم يجد النموذج اللغوي إجابة في هذه البيانات.'],
  [
    'a refusal of its provider',
    QUESTION,
    { kind: 'refusal', text: 'I cannot help with that.' },
    'The language model declined to answer this question.',
  ],
])('with %s it is refused in fixed words', async (_, question, reply, reason) => {
  const { of } = await asked(question, reply);
  expect(of('refusal')).toMatchObject([{ reason }]);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
});

test('a question back in prose is a question back', async () => {
  const { of } = await asked(QUESTION, text('Which of the two do you mean: homes or sales?'));
  expect(of('clarification')).toEqual([{ type: 'clarification', prompt: 'Which of the two do you mean: homes or sales?', options: [] }]);
  expect(of('done')).toMatchObject([{ outcome: 'needs_clarification' }]);
  const arabic = await asked(ARABIC, text('هل تقصد المساكن أم المبيعات؟'));
  expect(arabic.of('clarification')).toMatchObject([{ prompt: 'هل تقصد المساكن أم المبيعات؟' }]);
});

test('a question back in another language goes back to the model', async () => {
  const options = ['عدد الطلبات', 'عدد العملاء'].map((question) => ({ label: question, question }));
  const { of, requests } = await asked(
    ARABIC,
    tool('ask_user', { prompt: 'Which one?', options }),
    tool('ask_user', { prompt: 'أيهما تقصد؟', options: [{ label: 'A', question: 'How many orders?' }, ...options] }),
    tool('ask_user', { prompt: 'أيهما تقصد؟', options }),
  );
  expect(of('clarification')).toMatchObject([{ prompt: 'أيهما تقصد؟', options }]);
  expect(requests).toHaveLength(3);
});

test('a sentence in another language is asked for once more, and the statement that ran stays', async () => {
  const { of, requests, streamed } = await asked(ARABIC, COUNT, text('There are 40 customers.'), text('عدد العملاء 40.'));
  expect(of('text').at(-1)).toEqual({ type: 'text', markdown: 'عدد العملاء 40.' });
  expect(streamed).toBe('عدد العملاء 40.');
  expect(of('rows')).toMatchObject([{ rows: [[40]] }]);
  expect(JSON.parse(requests.at(-1)?.body ?? '{}').messages.at(-1)).toMatchObject({ role: 'user', content: 'Say that in Arabic.' });
  const broken = await asked(ARABIC, COUNT, text('There are many.'), failure(401, 'no'));
  expect(broken.of('done')).toMatchObject([{ outcome: 'answered' }]);
  expect(broken.of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
});

test('the language of the question is asked for: strictly Arabic, or whichever else it is', async () => {
  const language = async (question: string) => JSON.parse((await asked(question, text('?'))).requests[0]?.body ?? '{}').messages[0].content;
  expect(await language('Comment nos acheteurs se répartissent-ils ?')).toContain('in the language of the question');
  expect(await language(ARABIC)).toContain('in Arabic');
});

test.each([
  ['There are 7,777,000 clients in the south.', 'There are'],
  ['There are seven million clients.', 'There are'],
  ['There are 40 clients, as [told](https://evil.test/x) here.', 'There are 40 clients, as '],
  ['There are 40 clients; nine regions.', 'There are 40'],
])('no figure that is not in the result is shown while it is written: %s', async (sentence, shown) => {
  const { streamed, of } = await asked(QUESTION, COUNT, text(sentence));
  expect(streamed.trimEnd()).toBe(shown.trimEnd());
  expect(of('text').at(-1)).toEqual({ type: 'text', markdown: '' });
});

test('neither a bare statement nor a call in words is shown while it is written', async () => {
  for (const reply of [SQL, `<tool_call>${JSON.stringify({ name: 'run_sql', arguments: { sql: SQL } })}</tool_call>`]) {
    const { streamed, of } = await asked(QUESTION, text(reply));
    expect(streamed).toBe('');
    expect(of('sql')).toMatchObject([{ sql: SQL }]);
  }
});

test('why a model gave no answer is told as finely as in the receipt', async () => {
  const { of } = await asked(QUESTION, failure(401, 'no'));
  expect(of('refusal')[0]?.reason).toContain('refused its key');
  const arabic = await asked(ARABIC, { kind: 'cut', text: 'نعم' });
  expect(arabic.of('refusal')[0]?.reason).toContain('انقطع رد النموذج');
});

test('while a model is slow to begin, what was done so far is told; then it answers', async () => {
  const begin = Promise.withResolvers<void>();
  llm.say(COUNT, { kind: 'text', text: 'So many customers.', after: begin.promise });
  const { answers } = answering;
  const { runId } = await answers.ask(analyst, { question: QUESTION });
  const engines: unknown[] = [];
  for await (const { event } of answers.events(analyst, runId, 0, new AbortController().signal)) {
    // Were it not told while the model is silent, the model would never begin.
    if (event.type === 'step' && JSON.stringify(event.detail).includes('run_sql')) begin.resolve();
    if (event.type === 'receipt') engines.push(event.receipt.engine);
  }
  expect(engines).toEqual(['model']);
});
