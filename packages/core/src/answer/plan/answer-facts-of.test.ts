import type { Language } from '@majed-vanna/contract';
import type { PlanOutput, QueryPlan, Reading, SemanticModel } from '@majed-vanna/nlq';
import { describe, expect, it, test } from 'vitest';
import { writeHeadline } from '../headline/headline.ts';
import { answerFactsOf } from './answer-facts-of.ts';
import { answerTitle } from './answer-title.ts';
import { periodName, periodPhrase } from './period-words.ts';

type Expression = QueryPlan['select'][number]['expression'];
type Condition = NonNullable<QueryPlan['where']>;

const column = (name: string): Extract<Expression, { kind: 'column' }> => ({ kind: 'column', source: 'o', column: name });
const sum: Expression = { kind: 'aggregate', fn: 'sum', of: column('amount') };
const during = (from: string | null, to: string | null): Condition => ({
  kind: 'period',
  left: column('order_date'),
  from,
  to,
  negated: false,
});
const output = (label: string, role: PlanOutput['role'], money = false): PlanOutput => ({
  name: label,
  label,
  role,
  format: money ? 'currency' : null,
  currency: money ? 'SAR' : null,
});
const words = (en: string, ar: string) => ({ en: [en], ar: [ar] });

const model: SemanticModel = {
  dialect: 'sqlite',
  joins: [],
  conditions: [],
  metrics: [
    {
      name: 'net',
      words: {},
      description: null,
      table: 'main.orders',
      expression: 'SUM({amount}) - SUM({returned})',
      filter: null,
      dateColumn: null,
      format: 'currency',
      currency: 'SAR',
    },
    {
      name: 'basket',
      words: {},
      description: null,
      table: 'main.orders',
      expression: 'SUM({amount}) / COUNT(DISTINCT {order_id})',
      filter: null,
      dateColumn: null,
      format: 'currency',
      currency: 'SAR',
    },
  ],
  tables: [
    {
      schema: 'main',
      name: 'orders',
      comment: null,
      words: words('order', 'الطلبات'),
      columns: [],
      primaryKey: [],
      rowEstimate: null,
      displayColumn: null,
    },
  ],
};

function reading(select: readonly Expression[], outputs: readonly PlanOutput[], more: Partial<QueryPlan> = {}): Reading {
  const plan: QueryPlan = {
    version: 1,
    from: { id: 'o', schema: 'main', table: 'orders' },
    joins: [],
    distinct: false,
    select: select.map((expression, index) => ({ expression, name: `c${index}` })),
    where: null,
    groupBy: [],
    having: null,
    orderBy: [],
    limit: null,
    ...more,
  };
  return { plan, sql: '', dialect: 'sqlite', confidence: 1, understood: [], outputs };
}

function line(read: Reading, rows: readonly (readonly (string | number)[])[], language: Language = 'en'): string {
  return writeHeadline(answerFactsOf({ reading: read, model, language, rows, rowCount: rows.length }))
    .map(({ text }) => text)
    .join('');
}

describe('headline of a plan', () => {
  it.each<[string, string, string]>([
    [
      'a sum in a year',
      line(reading([sum], [output('Sales', 'measure', true)], { where: during('2025-01-01', '2026-01-01') }), [[48.2e6]]),
      'SAR 48.2 m sales in 2025.',
    ],
    [
      'a sum by region',
      line(
        reading([column('region'), sum], [output('Region', 'dimension'), output('Sales', 'measure', true)], {
          groupBy: [column('region')],
        }),
        [
          ['A', 3],
          ['B', 2],
          ['C', 1],
        ],
      ),
      'A leads with SAR 3 of SAR 6; C is lowest.',
    ],
    [
      'a ratio by region has no total',
      line(
        reading(
          [column('region'), { kind: 'metric', source: 'o', name: 'basket' }],
          [output('Region', 'dimension'), output('Basket', 'measure', true)],
        ),
        [
          ['A', 3],
          ['B', 2],
          ['C', 1],
        ],
      ),
      'A leads with SAR 3; C is lowest.',
    ],
    [
      'a metric of sums has one',
      line(
        reading(
          [column('region'), { kind: 'metric', source: 'o', name: 'net' }],
          [output('Region', 'dimension'), output('Net', 'measure', true)],
        ),
        [
          ['A', 3],
          ['B', 2],
          ['C', 1],
        ],
      ),
      'A leads with SAR 3 of SAR 6; C is lowest.',
    ],
    [
      'weekdays are names, not a course of time',
      line(
        reading(
          [{ kind: 'grain', grain: 'weekday', of: column('order_date') }, sum],
          [output('Weekday', 'time'), output('Sales', 'measure', true)],
        ),
        [
          ['Sunday', 3],
          ['Monday', 2],
        ],
      ),
      'Sunday leads with SAR 3 of SAR 5, ahead of Monday.',
    ],
    [
      'the two lowest',
      line(
        reading([column('region'), sum], [output('Region', 'dimension'), output('Sales', 'measure', true)], {
          orderBy: [{ expression: sum, descending: false }],
          limit: 2,
        }),
        [
          ['C', 1],
          ['B', 2],
        ],
      ),
      'C is lowest with SAR 1, then B (SAR 2).',
    ],
    [
      'the first of each group tell who is first among them, and are not added up',
      line(
        reading(
          [column('region'), column('product'), sum],
          [output('Region', 'dimension'), output('Product', 'dimension'), output('Sales', 'measure', true)],
          {
            groupBy: [column('region'), column('product')],
            orderBy: [{ expression: sum, descending: true }],
            limit: 1,
            limitPer: [column('region')],
          },
        ),
        [
          ['A', 'x', 3],
          ['B', 'y', 2],
        ],
      ),
      'x (A) is highest of all 2 with SAR 3.',
    ],
    [
      'rows of a table',
      line(reading([column('order_id'), column('amount')], [output('Id', 'detail'), output('Amount', 'detail')]), [
        [1, 2],
        [2, 3],
      ]),
      '2 orders.',
    ],
    [
      'rows of a table in Arabic',
      line(
        reading([column('order_id'), column('amount')], [output('Id', 'detail'), output('Amount', 'detail')]),
        [
          [1, 2],
          [2, 3],
        ],
        'ar',
      ),
      '2 (الطلبات).',
    ],
    [
      'now and then',
      line(
        reading(
          [
            column('region'),
            { kind: 'filtered', of: sum, where: during('2024-01-01', '2025-01-01') },
            { kind: 'filtered', of: sum, where: during('2025-01-01', '2026-01-01') },
          ],
          [output('Region', 'dimension'), output('2024', 'measure', true), output('2025', 'measure', true)],
          { groupBy: [column('region')] },
        ),
        [
          ['A', 100, 150],
          ['B', 100, 90],
        ],
      ),
      'SAR 240 in 2025, +20 % on 2024. A leads with SAR 150; only B fell.',
    ],
  ])('says %s', (_name, said, expected) => {
    expect(said).toBe(expected);
  });
});

test.each([
  [
    'a measure by groups',
    reading([column('region'), sum], [output('Region', 'dimension'), output('Net sales', 'measure')], {
      where: during('2025-01-01', '2026-01-01'),
    }),
    'Net sales by region, 2025',
  ],
  [
    'two groupings',
    reading(
      [column('region'), column('channel'), sum],
      [output('Region', 'dimension'), output('Channel', 'dimension'), output('Net sales', 'measure')],
    ),
    'Net sales by region and channel',
  ],
  [
    'growth',
    reading(
      [
        column('year'),
        sum,
        { kind: 'growth', of: sum, earlier: { kind: 'earlier', of: sum, period: column('year'), back: 1, within: [] } },
      ],
      [output('Year', 'time'), output('Net sales', 'measure'), output('Growth of net sales', 'measure')],
    ),
    'Growth of net sales by year',
  ],
  ['one value', reading([sum], [output('net sales', 'measure')]), 'Net sales'],
  ['rows of a table', reading([column('order_id')], [output('Id', 'detail')]), 'Order'],
])('the title of %s', (_name, read, title) => {
  expect(answerTitle(read, model, 'en')).toBe(title);
});

test.each([
  ['2025-01-01', '2026-01-01', '2025', 'in 2025', 'في 2025'],
  ['2025-04-01', '2025-07-01', 'Q2 2025', 'in Q2 2025', 'في الربع الثاني 2025'],
  ['2025-03-01', '2025-04-01', 'March 2025', 'in March 2025', 'في مارس 2025'],
  ['2025-03-05', '2025-03-06', '5 Mar 2025', 'on 5 Mar 2025', 'في 5 مارس 2025'],
  ['2025-03-01', '2025-04-06', '1 Mar – 5 Apr 2025', 'from 1 Mar to 5 Apr 2025', 'في 1 مارس – 5 أبريل 2025'],
  ['2024-12-30', '2025-01-06', '30 Dec 2024 – 5 Jan 2025', 'from 30 Dec 2024 to 5 Jan 2025', 'في 30 ديسمبر 2024 – 5 يناير 2025'],
  ['2025-03-05', null, null, 'since 5 Mar 2025', 'منذ 5 مارس 2025'],
  [null, '2025-03-05', null, 'up to 4 Mar 2025', 'حتى 4 مارس 2025'],
])('the period from %s up to %s', (from, to, name, english, arabic) => {
  expect([periodName({ from, to }, 'en'), periodPhrase({ from, to }, 'en'), periodPhrase({ from, to }, 'ar')]).toEqual([
    name,
    english,
    arabic,
  ]);
});
