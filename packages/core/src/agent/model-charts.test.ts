import { text, tool } from '@majed-vanna/fake-llm';
import { expect, test } from 'vitest';
import { createAgentHouse, QUESTION, SQL, sentTo } from '../testing/agent-house.ts';

test('a chart that the columns bear is drawn; one that they do not is told why', async () => {
  const { ask, llm } = await createAgentHouse({
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
  expect(sentTo(llm)).toContain('The result has no column town');
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
  const { ask, llm } = await createAgentHouse({
    replies: [tool('run_sql', { sql }), tool('make_chart', { title: 'Mine', ...chart }), text('Done.')],
  });
  const { of } = await ask(QUESTION);
  expect(of('chart')[0]?.chart.title).not.toBe('Mine');
  expect(sentTo(llm)).not.toContain('It will be drawn so');
  expect(sentTo(llm)).toMatch(problem);
});

test('a title of the model is plain, and a pivot table of sums has totals', async () => {
  const sql = 'SELECT category, customer_id % 4 AS quarter_of, COUNT(*) AS orders FROM main.orders GROUP BY 1, 2';
  const { ask } = await createAgentHouse({
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
  const { ask } = await createAgentHouse({
    replies: [
      tool('run_sql', { sql: SQL }),
      tool('make_chart', { type: 'pie', title: 'Spread', x: 'region', y: ['customers'] }),
      tool('run_sql', { sql: 'SELECT COUNT(*) AS n FROM main.orders' }),
      text('Done.'),
    ],
  });
  expect((await ask(QUESTION)).of('chart')).toMatchObject([{ chart: { type: 'kpi' } }]);
});
