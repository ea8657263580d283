import type { Actor, DataPolicy, DataToLlm, ToolName } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { type FakeLlm, failure, type Reply, type Scripted, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { expect, onTestFinished, test } from 'vitest';
import type { PolicyFor } from '../results/result-reader.ts';
import { analyst, createAnswering, stranger } from '../testing/answering.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import { searchByWords } from '../testing/search-by-words.ts';
import { createTestBreakers } from '../testing/test-breakers.ts';
import type { AgentUsage } from './agent-ports.ts';
import { type AgentDeps, createAgent } from './create-agent.ts';
import { withAgentBreaker } from './with-agent-breaker.ts';

/** The embedded engine knows neither word. */
const QUESTION = 'How does our clientele spread geographically?';
const SQL = 'SELECT region, COUNT(*) AS customers FROM main.customers GROUP BY region ORDER BY region';
const KEY = 'sk-very-secret-0123456789';
const administrator: Actor = { ...analyst, role: 'admin' };

type Options = Partial<Omit<AgentDeps, 'models'>> & {
  readonly replies: readonly Scripted[];
  readonly dataToLlm?: DataToLlm;
  readonly policyFor?: PolicyFor;
  readonly wrap?: (agent: ReturnType<typeof createAgent>) => ReturnType<typeof createAgent>;
};

async function house({ replies, dataToLlm, policyFor, wrap = (agent) => agent, ...deps }: Options) {
  const llm = await startFakeLlm({ apiKey: KEY });
  llm.say(...replies);
  const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: KEY } as const;
  const agent = wrap(createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords(), ...deps }));
  const answering = await createAnswering({ agent, ...(policyFor ? { policyFor } : {}) });
  onTestFinished(async () => {
    await answering[Symbol.asyncDispose]();
    await llm[Symbol.asyncDispose]();
  });
  if (dataToLlm) await answering.database.repositories.dataSources.update(answering.source.id, { dataToLlm });
  return { ...answering, llm };
}

const sent = ({ requests }: FakeLlm) => requests.map(({ body }) => body).join('\n');
const events = (...chunks: readonly object[]) => chunks.map((chunk) => `data: ${JSON.stringify(chunk)}`);
const delta = (content: object, reason: string | null = null) => ({
  id: 'c',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta: content, finish_reason: reason }],
});
const calling = (index: number, id: string, sql: string) =>
  delta({ tool_calls: [{ index, id, type: 'function', function: { name: 'run_sql', arguments: JSON.stringify({ sql }) } }] });

test('the sentence is passed on as it is written, and the checked one takes its place', async () => {
  const { ask } = await house({ replies: [tool('run_sql', { sql: SQL }), text('Customers live in four regions.')] });
  const { events: all, of } = await ask(QUESTION);
  expect(
    of('text_delta')
      .map((event) => event.text)
      .join(''),
  ).toBe('Customers live in four regions.');
  expect(of('text')).toMatchObject([{ markdown: 'Customers live in four regions.' }]);
  expect(all.findIndex(({ type }) => type === 'text_delta')).toBeLessThan(all.findIndex(({ type }) => type === 'columns'));
});

test('what is said before a tool is called is taken back', async () => {
  const talk: Reply = { kind: 'tools', text: 'Let me look.', calls: [{ name: 'run_sql', arguments: { sql: SQL } }] };
  const { events: all } = await (await house({ replies: [talk, text('Four regions.')] })).ask(QUESTION);
  const spoken = all.flatMap((event) => (event.type === 'text_delta' ? [event.text] : event.type === 'text' ? [`=${event.markdown}`] : []));
  const takenBack = spoken.indexOf('=');
  expect(spoken.slice(0, takenBack).join('')).toBe('Let me ');
  expect(spoken.slice(takenBack + 1).join('')).toBe('Four regions.=Four regions.');
});

test('neither code nor thinking is passed on', async () => {
  const { ask } = await house({
    replies: [text(`<think>The user wants regions</think>Here:\n\`\`\`sql\n${SQL}\n\`\`\`\nIt is one row per region.`)],
  });
  const { of } = await ask(QUESTION);
  const said = of('text_delta')
    .map((event) => event.text)
    .join('');
  expect(said).toMatch(/^Here:\s+It is one row per region\.$/);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
});

test('reasoning that comes beside the reply is not part of it', async () => {
  const reply: Reply = { kind: 'text', text: 'Four regions.', reasoning: 'They ask for SELECT secrets' };
  const { of, events: all } = await (await house({ replies: [tool('run_sql', { sql: SQL }), reply] })).ask(QUESTION);
  expect(of('text')).toMatchObject([{ markdown: 'Four regions.' }]);
  expect(JSON.stringify(all)).not.toContain('secrets');
});

test('parallel calls of a tool are worked off in their order: the last statement is the answer', async () => {
  const both: Reply = {
    kind: 'tools',
    calls: [
      { name: 'run_sql', arguments: { sql: SQL } },
      { name: 'run_sql', arguments: { sql: 'SELECT COUNT(*) AS n FROM main.orders' } },
    ],
  };
  const { of } = await (await house({ replies: [both, text('Done.')] })).ask(QUESTION);
  expect(of('sql')).toMatchObject([{ sql: 'SELECT COUNT(*) AS n FROM main.orders' }]);
});

test('comments, line ends of Windows and calls that alternate over chunks are read', async () => {
  const lines = [
    ': waiting for the model',
    ...events(delta({ role: 'assistant' }), calling(0, 'a1', 'SELECT COUNT(*) AS n FROM main.orders')),
    ': still there',
    ...events(calling(1, 'a2', SQL), delta({}, 'tool_calls')),
    'data: [DONE]',
  ];
  const raw: Reply = { kind: 'raw', contentType: 'text/event-stream', body: `${lines.join('\r\n\r\n')}\r\n\r\n` };
  const { of } = await (await house({ replies: [raw, text('Four regions.')] })).ask(QUESTION);
  expect(of('sql')).toMatchObject([{ sql: SQL }]);
});

test.each<[string, Reply, string]>([
  ['a tool that does not exist', tool('drop_database', { now: true }), 'gave_up'],
  ['a web page', { kind: 'page' }, 'unreachable'],
  ['JSON that is none', { kind: 'raw', contentType: 'text/event-stream', body: 'data: {"choices":[{"delta"\n\n' }, 'any'],
  ['an answer of many megabytes', { kind: 'raw', contentType: 'text/event-stream', body: huge() }, 'any'],
  ['huge arguments', tool('run_sql', { sql: `SELECT '${'x'.repeat(300_000)}'` }), 'cut_off'],
])('%s does not keep the embedded engine from its answer', async (_, reply, code) => {
  const { ask, llm } = await house({ replies: [reply], limits: { steps: 3 } });
  const { of } = await ask(QUESTION);
  expect(of('done')).toMatchObject([{ outcome: 'refused' }]);
  const [trouble] = of('receipt').map(({ receipt }) => receipt.modelTrouble);
  if (code === 'any') expect(trouble).not.toBeNull();
  else expect(trouble).toBe(code);
  expect(llm.requests.length).toBeLessThanOrEqual(4);
});

test('a model that begins and then says nothing more is given up at its deadline', async () => {
  const { ask } = await house({ replies: [{ kind: 'stalled', text: 'Well, let me see.' }], limits: { wallClockMs: 1_500 } });
  const { of } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { modelTrouble: 'too_slow', engine: 'embedded' } }]);
  expect(of('text').at(-1)).toMatchObject({ markdown: '' });
});

test('a tool that is called when the question is over does nothing', async () => {
  const options = ['number of customers', 'number of orders'].map((question) => ({ label: question, question }));
  const both: Reply = {
    kind: 'tools',
    calls: [
      { name: 'ask_user', arguments: { prompt: 'Which?', options } },
      { name: 'run_sql', arguments: { sql: SQL } },
    ],
  };
  const { of } = await (await house({ replies: [both] })).ask(QUESTION);
  expect(of('clarification')).toMatchObject([{ prompt: 'Which?' }]);
  expect(of('sql')).toEqual([]);
});

test('two questions at once keep apart', async () => {
  const replies = (body: string): Reply => {
    const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
    const question = messages.findLast(({ role }) => role === 'user')?.content ?? '';
    const table = question.includes('ledger') ? 'orders' : 'customers';
    return messages.at(-1)?.role === 'tool' ? text(`About ${table}.`) : tool('run_sql', { sql: `SELECT COUNT(*) AS n FROM main.${table}` });
  };
  const { ask } = await house({ replies: [replies] });
  const [one, two] = await Promise.all([ask(QUESTION), ask('Kindly furnish the ledger', {}, stranger)]);
  expect(one.of('text')).toMatchObject([{ markdown: 'About customers.' }]);
  expect(two.of('text')).toMatchObject([{ markdown: 'About orders.' }]);
});

test('a sentence in another language than the question, and one with links and markup, are not shown so', async () => {
  const arabic = await house({ replies: [tool('run_sql', { sql: SQL }), text('Customers live in four regions.')] });
  expect((await arabic.ask('كيف ينتشر زبائننا جغرافيا؟')).of('text')).toMatchObject([{ markdown: '' }]);
  const marked =
    '# Four regions.\nSee ![x](https://evil.test/?q=1) [here](https://evil.test) or www.evil.test. Or <img src=x onerror=y>. <b>That</b> is all.';
  const english = await house({ replies: [tool('run_sql', { sql: SQL }), text(marked)] });
  expect((await english.ask(QUESTION)).of('text')).toMatchObject([{ markdown: 'Four regions.\n That is all.' }]);
});

test('a chart that the columns bear is drawn; one that they do not is told why', async () => {
  const { ask, llm } = await house({
    replies: [
      tool('run_sql', { sql: SQL }),
      tool('make_chart', { type: 'pie', title: 'Spread', x: 'town', y: ['customers'] }),
      tool('make_chart', { type: 'pie', title: 'Spread', x: 'region', y: ['customers'] }),
      text('Done.'),
    ],
  });
  const { of } = await ask(QUESTION);
  expect(of('chart')).toMatchObject([{ chart: { type: 'pie', title: 'Spread', x: 'region', y: ['customers'] } }]);
  expect(of('chart')).toMatchObject([{ chart: { alternatives: ['bar', 'table'] } }]);
  expect(sent(llm)).toContain('The result has no column town');
});

test.each<[string, string, object, RegExp]>([
  ['a figure of many rows', SQL, { type: 'kpi', y: ['customers'] }, /A figure needs one row/],
  ['a line over names', SQL, { type: 'line', x: 'region', y: ['customers'] }, /A line needs time/],
  ['a heat map without series', SQL, { type: 'heatmap', x: 'region', y: ['customers'] }, /second dimension/],
  [
    'a category that comes twice',
    'SELECT region, length(name) AS letters FROM main.customers',
    { type: 'bar', x: 'region', y: ['letters'] },
    /Several rows fall on one place/,
  ],
  [
    'a part of the rows',
    'SELECT order_date, amount FROM main.orders',
    { type: 'line', x: 'order_date', y: ['amount'] },
    /first rows of more/,
  ],
])('a chart that would mislead goes back to the model: %s', async (_, sql, chart, problem) => {
  const { ask, llm } = await house({ replies: [tool('run_sql', { sql }), tool('make_chart', { title: 'Mine', ...chart }), text('Done.')] });
  const { of } = await ask(QUESTION);
  expect(of('chart')[0]?.chart.title).not.toBe('Mine');
  expect(sent(llm)).not.toContain('It will be drawn so');
  expect(sent(llm)).toMatch(problem);
});

test('a title of the model is plain, and a pivot table of sums has totals', async () => {
  const sql = 'SELECT category, customer_id % 4 AS quarter_of, COUNT(*) AS orders FROM main.orders GROUP BY 1, 2';
  const { ask } = await house({
    replies: [
      tool('run_sql', { sql }),
      tool('make_chart', {
        type: 'pivot',
        title: '<b>Mine</b> https://evil.example/x',
        x: 'category',
        y: ['orders'],
        series: 'quarter_of',
      }),
      text('Done.'),
    ],
  });
  expect((await ask(QUESTION)).of('chart')).toMatchObject([{ chart: { type: 'pivot', title: 'Mine', totals: true } }]);
});

test('a chart of an earlier statement is not drawn of the last one', async () => {
  const { ask } = await house({
    replies: [
      tool('run_sql', { sql: SQL }),
      tool('make_chart', { type: 'pie', title: 'Spread', x: 'region', y: ['customers'] }),
      tool('run_sql', { sql: 'SELECT COUNT(*) AS n FROM main.orders' }),
      text('Done.'),
    ],
  });
  expect((await ask(QUESTION)).of('chart')).toMatchObject([{ chart: { type: 'kpi' } }]);
});

test('what was tried is told and kept in the receipt', async () => {
  const { ask } = await house({
    replies: [tool('run_sql', { sql: 'DELETE FROM main.customers' }), tool('run_sql', { sql: SQL }), text('Done.')],
  });
  const { of } = await ask(QUESTION);
  expect(of('attempt')).toMatchObject([{ attempt: { sql: 'DELETE FROM main.customers', problem: expect.any(String) } }]);
  expect(of('receipt')).toMatchObject([{ receipt: { attempts: [{ sql: 'DELETE FROM main.customers' }] } }]);
});

test('a name that is misspelt is put right without another reply of the model', async () => {
  const { ask, llm } = await house({ replies: [tool('run_sql', { sql: 'SELECT regoin FROM main.customers' }), text('Done.')] });
  const { of } = await ask(QUESTION);
  expect(of('sql')).toMatchObject([{ sql: expect.stringContaining('region') }]);
  expect(of('attempt')).toHaveLength(1);
  expect(llm.requests).toHaveLength(2);
});

test('tools that are switched off are not offered, and each call is counted', async () => {
  const used: [ToolName, boolean][] = [];
  const tools = {
    enabledFor: async () => new Set<ToolName>(['run_sql']),
    recordUse: (name: ToolName, ok: boolean) => void used.push([name, ok]),
  };
  const { ask, llm } = await house({
    tools,
    replies: [
      tool('sample_values', { table: 'customers', column: 'region' }),
      tool('run_sql', { sql: 'DROP TABLE x' }),
      tool('run_sql', { sql: SQL }),
      text('Done.'),
    ],
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
  const { ask, llm } = await house({ tools, replies: [text(`\`\`\`sql\n${SQL}\n\`\`\``)] });
  expect((await ask(QUESTION)).of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', model: null } }]);
  expect(llm.requests).toEqual([]);
});

test('with the quota used up no model is asked, and the answer says so; what was used is settled once', async () => {
  const settled: number[] = [];
  const open: AgentUsage = {
    admit: async () => ({ tokens: 10_000, settle: async (_endpoint, { input, output }) => void settled.push(input + output) }),
  };
  await (await house({ usage: open, replies: [tool('run_sql', { sql: SQL }), text('Done.')] })).ask(QUESTION);
  expect(settled).toEqual([300]);
  const { ask, llm } = await house({ usage: { admit: async () => null }, replies: [text('never')] });
  const { of } = await ask(QUESTION);
  expect(of('receipt')).toMatchObject([{ receipt: { engine: 'embedded', modelTrouble: 'quota_reached' } }]);
  expect(of('refusal')[0]?.reason).toContain('quota');
  expect(llm.requests).toEqual([]);
});

test('what a server did not count is estimated, also when its reply broke off', async () => {
  const settled: number[] = [];
  const usage: AgentUsage = {
    admit: async () => ({ tokens: null, settle: async (_endpoint, { input }) => void settled.push(input) }),
  };
  await (await house({ usage, replies: [{ kind: 'cut', text: 'Well' }] })).ask(QUESTION);
  expect(settled).toEqual([expect.any(Number)]);
  expect(settled[0]).toBeGreaterThan(500);
});

test('everything that left for the model is kept for administrators', async () => {
  const { ask, answers, llm } = await house({ dataToLlm: 'sample', replies: [tool('run_sql', { sql: SQL }), text('Four regions.')] });
  const { runId } = await ask(QUESTION);
  await expect(answers.prompt(analyst, runId)).rejects.toMatchObject({ code: 'forbidden' });
  const prompt = await answers.prompt(administrator, runId);
  expect(prompt).toMatchObject({
    model: 'test-model',
    requests: 2,
    messages: [{ role: 'user', text: QUESTION }, { role: 'assistant' }, { role: 'tool' }],
  });
  const { messages } = JSON.parse(llm.requests[0]?.body ?? '{}');
  expect(messages[0].content).toBe(prompt?.parts.map((part) => part.text).join('\n\n'));
  expect(prompt?.parts.map(({ name }) => name)).toEqual(['task', 'rules', 'dialect', 'language', 'tables']);
  expect(prompt?.parts.find(({ name }) => name === 'dialect')?.text).toMatch(/SQLite \d/);
  expect(prompt?.messages[2]?.text).toContain('Riyadh');
  await expect(answers.prompt({ ...administrator, userId: stranger.userId }, runId)).rejects.toMatchObject({ code: 'not_found' });
});

const VALUES = /Riyadh|Makkah|Eastern|Asir|Coffee|Customer \d/;

test.each<[DataToLlm, boolean]>([
  ['none', false],
  ['aggregates', false],
  ['sample', true],
])(
  'with data_to_llm %s, neither what was sent nor what was kept holds values: %s; nothing hidden, no key in any case',
  async (dataToLlm, values) => {
    const policyFor: PolicyFor = async (_actor, _id, { snapshot }): Promise<DataPolicy> => {
      const policy = policyFromSnapshot(snapshot);
      const customers = policy.tables['main.customers'];
      if (!customers) throw new Error('the shop has no customers');
      const others = Object.fromEntries(Object.entries(policy.tables).filter(([key]) => key !== 'main.readings'));
      return {
        ...policy,
        tables: { ...others, 'main.customers': { ...customers, masked: ['name'], rowFilter: "region <> 'Asir'" } },
      };
    };
    const { ask, answers, llm } = await house({
      dataToLlm,
      policyFor,
      replies: [
        tool('search_semantics', { query: 'sensor readings Asir Riyadh' }),
        tool('sample_values', { table: 'customers', column: 'region' }),
        tool('run_sql', { sql: 'SELECT name, region FROM main.customers' }),
        tool('run_sql', { sql: 'SELECT CAST(region AS INTEGER) AS n FROM main.customers' }),
        tool('run_sql', { sql: SQL }),
        text('Done.'),
      ],
    });
    const { runId } = await ask(QUESTION);
    const kept = JSON.stringify(await answers.prompt(administrator, runId));
    // The model's own words are not ours to hold back.
    const told = sent(llm).replaceAll('sensor readings Asir Riyadh', '');
    const stored = kept.replaceAll('sensor readings Asir Riyadh', '');
    for (const everything of [told, stored]) {
      expect(VALUES.test(everything)).toBe(values);
      expect(everything).not.toMatch(/Asir|Customer \d|readings|sensor/);
      expect(everything).not.toContain(KEY);
    }
  },
);

test('a follow-up knows the turns before: the last ones whole, older ones as lines; nobody else does', async () => {
  const { ask, llm } = await house({ replies: [tool('run_sql', { sql: SQL }), text('Done.')] });
  const { conversationId } = await ask(QUESTION);
  for (const n of [1, 2, 3, 4]) {
    llm.say(tool('run_sql', { sql: `${SQL} LIMIT ${n}` }), text('Done.'));
    await ask(`Kindly furnish the foremost ${n}`, { conversationId });
  }
  const asked = llm.requests.length;
  llm.say(tool('run_sql', { sql: SQL }), text('Done.'));
  await ask('Kindly furnish the hindmost', { conversationId });
  const { messages } = JSON.parse(llm.requests[asked]?.body ?? '{}') as { messages: { role: string; content: string }[] };
  const [, older, , ...rest] = messages.map(({ content }) => content);
  expect(older).toContain(`- ${QUESTION}`);
  expect(older).toContain('foremost 1');
  expect(rest.filter((content) => content.includes('```sql'))).toHaveLength(3);
  expect(rest.join()).toContain('LIMIT 4');
  await ask(QUESTION, {}, stranger);
  expect(llm.requests.at(-1)?.body).not.toContain('foremost');
});

test('an agent that goes round in circles is left alone after five questions', async () => {
  await using database = await createTestDatabase();
  const breakers = createTestBreakers({ database, clock: createFakeClock(), log: createRecordingLogger() });
  const { ask, llm } = await house({
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
  const { ask, log } = await house({ replies: [failure(400, 'bad request about Riyadh')] });
  await ask(QUESTION);
  expect(JSON.stringify(log)).not.toMatch(/Riyadh|clientele|sk-very/);
});

function huge(): string {
  const piece = `data: ${JSON.stringify(delta({ content: 'word '.repeat(20_000) }))}\n\n`;
  return piece.repeat(45);
}
