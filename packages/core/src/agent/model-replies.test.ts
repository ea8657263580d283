import { type Reply, text, tool } from '@majed-vanna/fake-llm';
import { expect, test } from 'vitest';
import { ARABIC, createAgentHouse, QUESTION, SQL } from '../testing/agent-house.ts';

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
  const { ask } = await createAgentHouse({ replies: [tool('run_sql', { sql: SQL }), text('Customers live in four regions.')] });
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
  const { events: all } = await (await createAgentHouse({ replies: [talk, text('Four regions.')] })).ask(QUESTION);
  const spoken = all.flatMap((event) => (event.type === 'text_delta' ? [event.text] : event.type === 'text' ? [`=${event.markdown}`] : []));
  const takenBack = spoken.indexOf('=');
  expect(spoken.slice(0, takenBack).join('')).toBe('Let me ');
  expect(spoken.slice(takenBack + 1).join('')).toBe('Four regions.=Four regions.');
});

test('neither code nor thinking is passed on', async () => {
  const { ask } = await createAgentHouse({
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
  const { of, events: all } = await (await createAgentHouse({ replies: [tool('run_sql', { sql: SQL }), reply] })).ask(QUESTION);
  expect(of('text')).toMatchObject([{ markdown: 'Four regions.' }]);
  expect(JSON.stringify(all)).not.toContain('secrets');
});

test('a sentence with a figure that the result does not hold is not shown', async () => {
  const { ask } = await createAgentHouse({ replies: [tool('run_sql', { sql: SQL }), text('There are 4,711 customers in the south.')] });
  expect((await ask(QUESTION)).of('text')).toEqual([{ type: 'text', markdown: '' }]);
});

test('a sentence in another language than the question, and one with links and markup, are not shown so', async () => {
  const arabic = await createAgentHouse({ replies: [tool('run_sql', { sql: SQL }), text('Customers live in four regions.')] });
  expect((await arabic.ask(ARABIC)).of('text')).toMatchObject([{ markdown: '' }]);
  const marked =
    '# Four regions.\nSee ![x](https://evil.test/?q=1) [here](https://evil.test) or www.evil.test. Or <img src=x onerror=y>. <b>That</b> is all.';
  const english = await createAgentHouse({ replies: [tool('run_sql', { sql: SQL }), text(marked)] });
  expect((await english.ask(QUESTION)).of('text')).toMatchObject([{ markdown: 'Four regions.\n That is all.' }]);
});

test('parallel calls of a tool are worked off in their order: the last statement is the answer', async () => {
  const both: Reply = {
    kind: 'tools',
    calls: [
      { name: 'run_sql', arguments: { sql: SQL } },
      { name: 'run_sql', arguments: { sql: 'SELECT COUNT(*) AS n FROM main.orders' } },
    ],
  };
  const { of } = await (await createAgentHouse({ replies: [both, text('Done.')] })).ask(QUESTION);
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
  const { of } = await (await createAgentHouse({ replies: [raw, text('Four regions.')] })).ask(QUESTION);
  expect(of('sql')).toMatchObject([{ sql: SQL }]);
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
  const { of } = await (await createAgentHouse({ replies: [both] })).ask(QUESTION);
  expect(of('clarification')).toMatchObject([{ prompt: 'Which?' }]);
  expect(of('sql')).toEqual([]);
});
