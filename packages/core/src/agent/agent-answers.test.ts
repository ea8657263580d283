import { type Reply, text, tool } from '@majed-vanna/fake-llm';
import { type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import { expect, test } from 'vitest';
import { ANSWER, ARABIC, createAgentHouse, KEY, QUESTION, SQL, sentTo, toldByTools } from '../testing/agent-house.ts';
import { analyst, createAnswering, stranger } from '../testing/answering.ts';
import { searchByWords } from '../testing/search-by-words.ts';
import { createAgent } from './create-agent.ts';

test('a question that the embedded engine cannot read is answered by the model, through the same pipeline', async () => {
  const { ask, llm } = await createAgentHouse({
    replies: [
      tool('search_semantics', { query: 'customers region' }),
      tool('run_sql', { sql: SQL }),
      text('Customers live in four regions.'),
    ],
  });
  const { of, events } = await ask(QUESTION);
  expect(of('done')).toMatchObject([{ outcome: 'answered' }]);
  expect(of('sql')).toMatchObject([{ sql: SQL }]);
  expect(of('rows').flatMap(({ rows }) => rows)).toEqual([
    ['Asir', 10],
    ['Eastern', 10],
    ['Makkah', 10],
    ['Riyadh', 10],
  ]);
  expect(
    of('understood')[0]
      ?.understanding.parts.map((part) => part.text)
      .join(''),
  ).toBe('number of customers per region');
  expect(of('columns')[0]?.columns).toMatchObject([{ label: 'Region' }, { label: 'customers', format: 'integer' }]);
  expect(of('chart')).toMatchObject([{ chart: { type: 'bar', x: 'region' } }]);
  expect(of('text')).toMatchObject([{ markdown: 'Customers live in four regions.' }]);
  expect(of('headline')[0]?.parts.length).toBeGreaterThan(0);
  expect(of('receipt')).toMatchObject([
    {
      receipt: {
        engine: 'model',
        model: 'test-model',
        tokens: { input: 360, output: 90 },
        lineage: { tables: [{ schema: 'main', table: 'customers' }] },
        executedSql: expect.stringContaining('LIMIT'),
      },
    },
  ]);
  const steps = of('step').filter(({ step }) => step === 'understand');
  expect(steps.map(({ state, detail }) => [state, detail.tool ?? null])).toEqual([
    ['running', null],
    ['running', 'search_semantics'],
    ['running', 'run_sql'],
    ['done', null],
  ]);
  expect(events.map(({ type }) => type).indexOf('sql')).toBeLessThan(events.map(({ type }) => type).indexOf('columns'));
  expect(llm.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
});

test('what the embedded engine is sure of, no model is asked', async () => {
  const { ask, llm } = await createAgentHouse({ replies: [text('never')] });
  const { of } = await ask('number of orders');
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', model: null } }]);
  expect(llm.requests).toEqual([]);
});

test.for(['what can I ask?', 'hello'])(
  'who asks for nothing of the data is offered questions, and no model is asked: %s',
  async (words) => {
    const { ask, llm } = await createAgentHouse({ replies: [text('never')] });
    const { of } = await ask(words);
    expect(of('clarification')).toMatchObject([{ prompt: expect.stringContaining('Ask about') }]);
    expect(llm.requests).toEqual([]);
  },
);

test('an answer of the model can be paged through and exported', async () => {
  const { ask, answers } = await createAgentHouse({
    replies: [tool('run_sql', { sql: 'SELECT order_id FROM main.orders' }), text('All orders.')],
  });
  const { runId } = await ask('Kindly furnish the ledger');
  expect(await answers.page(analyst, { runId, offset: 1_100, limit: 200 })).toMatchObject({ complete: true, rows: { length: 100 } });
});

test('malformed and wrong arguments are corrected by the model', async () => {
  const { ask } = await createAgentHouse({
    replies: [
      tool('run_sql', '{"sql": "SELECT'),
      tool('run_sql', { statement: SQL }),
      tool('run_sql', { sql: SQL }),
      text('Four regions.'),
    ],
  });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
});

test('a refused and a failing statement go back with the reason; the same one is not run twice', async () => {
  const { ask, llm } = await createAgentHouse({
    replies: [
      tool('run_sql', { sql: 'DELETE FROM main.customers' }),
      tool('run_sql', { sql: 'SELECT nothing FROM main.customers' }),
      tool('run_sql', { sql: 'SELECT nothing  FROM main.customers' }),
      tool('run_sql', { sql: SQL }),
      text('Four regions.'),
    ],
  });
  expect((await ask(QUESTION)).of('done')).toMatchObject([{ outcome: 'answered' }]);
  expect(toldByTools(llm).join()).toMatch(
    /Refused \(not_a_query\)[\s\S]*Refused \(unknown_column\)[\s\S]*handed in before[\s\S]*columns: region/,
  );
});

test('what was tried is told and kept in the receipt', async () => {
  const { ask } = await createAgentHouse({
    replies: [tool('run_sql', { sql: 'DELETE FROM main.customers' }), ...ANSWER],
  });
  const { of } = await ask(QUESTION);
  expect(of('attempt')).toMatchObject([{ attempt: { sql: 'DELETE FROM main.customers', problem: expect.any(String) } }]);
  expect(of('receipt')).toMatchObject([{ receipt: { attempts: [{ sql: 'DELETE FROM main.customers' }] } }]);
});

test('a name that is misspelt is put right without another reply of the model', async () => {
  const { ask, llm } = await createAgentHouse({ replies: [tool('run_sql', { sql: 'SELECT regoin FROM main.customers' }), text('Done.')] });
  const { of } = await ask(QUESTION);
  expect(of('sql')).toMatchObject([{ sql: expect.stringContaining('region') }]);
  expect(of('attempt')).toHaveLength(1);
  expect(llm.requests).toHaveLength(2);
});

test('a model without tools is understood by its fenced SQL, and corrects it', async () => {
  const { ask, llm } = await createAgentHouse({
    replies: [text('```sql\nSELECT town FROM main.customers\n```'), text(`Here it is:\n\`\`\`sql\n${SQL};\n\`\`\`\nOne row per region.`)],
  });
  const { of } = await ask(QUESTION);
  expect(of('sql')).toMatchObject([{ sql: SQL }]);
  expect(of('text')).toMatchObject([{ markdown: 'Here it is:\n\nOne row per region.' }]);
  expect(llm.requests).toHaveLength(2);
});

test('a question back is a clarification', async () => {
  const options = [
    { label: 'Homes', question: 'number of customers by region' },
    { label: 'Sales', question: 'number of orders by region' },
  ];
  const { ask, llm } = await createAgentHouse({
    replies: [tool('ask_user', { prompt: 'Spread of what?', options }), text('never asked for')],
  });
  const { of } = await ask(QUESTION);
  expect(of('clarification')).toMatchObject([{ prompt: 'Spread of what?', options }]);
  expect(of('done')).toMatchObject([{ outcome: 'needs_clarification' }]);
  expect(llm.requests).toHaveLength(1);
});

test('a follow-up comes with the question before and its statement', async () => {
  const { ask, llm } = await createAgentHouse();
  const { conversationId } = await ask(QUESTION);
  const asked = llm.requests.length;
  llm.say(tool('run_sql', { sql: `${SQL} LIMIT 2` }), text('Done.'));
  const { of } = await ask('Kindly furnish the foremost pair', { conversationId });
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
  const { messages } = JSON.parse(llm.requests[asked]?.body ?? '{}');
  expect(messages.map(({ role, content }: { role: string; content: string }) => [role, content]).slice(1)).toEqual([
    ['user', QUESTION],
    ['assistant', expect.stringContaining(SQL)],
    ['user', 'Kindly furnish the foremost pair'],
  ]);
});

test('a database that fails under the model fails the run: it is no fault of the model', async () => {
  const around = (warehouse: Warehouse): Warehouse => ({
    ...warehouse,
    // biome-ignore lint/correctness/useYield: the port's shape
    async *query() {
      throw new WarehouseError('connection', 'the line is dead');
    },
  });
  const { ask, llm } = await createAgentHouse({ around, replies: [tool('run_sql', { sql: SQL }), text('never asked for')] });
  const { of } = await ask(QUESTION);
  expect(of('done')).toMatchObject([{ outcome: 'failed' }]);
  expect(of('error')).toMatchObject([{ code: 'unavailable' }]);
  expect(llm.requests).toHaveLength(1);
});

test('stopping a run stops the model', async () => {
  const { answers, listen, llm } = await createAgentHouse({ replies: [{ kind: 'silence' }] });
  const { runId } = await answers.ask(analyst, { question: QUESTION });
  const events = answers.events(analyst, runId, 0, new AbortController().signal);
  for await (const { event } of events) if (event.type === 'step' && event.step === 'understand') break;
  await answers.cancel(analyst, runId);
  expect((await listen(runId)).at(-1)).toMatchObject({ type: 'done', outcome: 'failed' });
  expect(llm.requests.length).toBeLessThanOrEqual(1);
});

test('two questions at once keep apart', async () => {
  const replies = (body: string): Reply => {
    const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
    const question = messages.findLast(({ role }) => role === 'user')?.content ?? '';
    const table = question.includes('ledger') ? 'orders' : 'customers';
    return messages.at(-1)?.role === 'tool' ? text(`About ${table}.`) : tool('run_sql', { sql: `SELECT COUNT(*) AS n FROM main.${table}` });
  };
  const { ask } = await createAgentHouse({ replies: [replies] });
  const [one, two] = await Promise.all([ask(QUESTION), ask('Kindly furnish the ledger', {}, stranger)]);
  expect(one.of('text')).toMatchObject([{ markdown: 'About customers.' }]);
  expect(two.of('text')).toMatchObject([{ markdown: 'About orders.' }]);
});

test('an Arabic question asks for an Arabic sentence', async () => {
  const { ask, llm } = await createAgentHouse({ replies: [tool('run_sql', { sql: SQL }), text('يتوزع العملاء على أربع مناطق.')] });
  const { of } = await ask(ARABIC);
  expect(sentTo(llm)).toContain('one sentence in Arabic');
  expect(of('text')).toMatchObject([{ markdown: 'يتوزع العملاء على أربع مناطق.' }]);
});

test('while no model is active, nothing is said of one', async () => {
  const agent = createAgent({ models: { endpointFor: async () => null }, search: searchByWords() });
  await using answering = await createAnswering({ agent });
  const { of } = await answering.ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', model: null } }]);
  expect(of('step').every(({ state }) => state !== 'failed')).toBe(true);
});
