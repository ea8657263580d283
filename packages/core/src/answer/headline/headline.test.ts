import type { Cell, Language } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import type { AnswerFacts, FactColumn } from './answer-facts.ts';
import { writeHeadline } from './headline.ts';

const region: FactColumn = { label: 'Region', role: 'dimension', format: null, currency: null, additive: false };
const month: FactColumn = { label: 'Month', role: 'time', format: null, currency: null, additive: false };
const sales: FactColumn = { label: 'Net sales', role: 'measure', format: 'currency', currency: 'SAR', additive: true };
const orders: FactColumn = { label: 'Number of orders', role: 'measure', format: 'integer', currency: null, additive: true };
const average: FactColumn = { label: 'Average basket', role: 'measure', format: 'currency', currency: 'SAR', additive: false };
const name: FactColumn = { label: 'Name', role: 'detail', format: null, currency: null, additive: false };

function facts(columns: readonly FactColumn[], rows: readonly (readonly Cell[])[], more: Partial<AnswerFacts> = {}): AnswerFacts {
  return {
    language: 'en',
    columns,
    rows,
    rowCount: rows.length,
    subject: null,
    period: null,
    order: null,
    limit: null,
    comparison: null,
    ...more,
  };
}

/** The line as a person reads it, figures between asterisks. */
function line(columns: readonly FactColumn[], rows: readonly (readonly Cell[])[], more: Partial<AnswerFacts> = {}): string {
  return writeHeadline(facts(columns, rows, more))
    .map(({ text, tone }) => (tone === 'plain' ? text : `*${text}*`))
    .join('');
}

const REGIONS: Cell[][] = [
  ['Riyadh', 16_900_000],
  ['Makkah', 13_800_000],
  ['Eastern', 10_400_000],
  ['Asir', 4_300_000],
  ['Northern', 2_800_000],
];
const COMPARED: Cell[][] = [
  ['Riyadh', 14.1e6, 16.9e6],
  ['Makkah', 12.2e6, 13.8e6],
  ['Northern', 3.3e6, 2.8e6],
];
const FIRSTS: Cell[][] = [
  ['Riyadh', 'Laptop', 3_600_000],
  ['Makkah', 'Laptop', 2_100_000],
  ['Asir', 'Tent', 900_000],
];
const growth: FactColumn = { label: 'Growth', role: 'measure', format: 'percent', currency: null, additive: false };
const monthly: FactColumn = { ...month, grain: 'month' };
const GROWN: Cell[][] = [
  ['2025-01-01', 100, null, null],
  ['2025-02-01', 150, 100, 0.5],
  ['2025-03-01', 120, 150, -0.2],
  ['2025-04-01', 132, 120, 0.1],
];
const grown = { growth: { current: 1, previous: 2, back: 1 } };
const GROWN_REGIONS: Cell[][] = [
  ['2024-01-01', 'Riyadh', 50, null],
  ['2024-01-01', 'Asir', 20, null],
  ['2025-01-01', 'Riyadh', 60, 50],
  ['2025-01-01', 'Asir', 15, 20],
];
const perGroup = { group: 0, name: 1, measure: 2, lowest: false };
const comparison = { current: 2, previous: 1, previousLabel: '2024' };

it('tells of a running total what it came to', () => {
  const running: FactColumn = { ...sales, label: 'Cumulative net sales', additive: false, running: true };
  const rows: Cell[][] = [
    ['2025-01-01', 4_000_000],
    ['2025-02-01', 9_000_000],
    ['2025-03-01', 15_000_000],
  ];
  expect(line([month, running], rows)).toBe('*SAR 15 m* cumulative net sales from January 2025 to March 2025.');
  expect(line([month, running], rows, { language: 'ar' })).toContain('من يناير');
});

describe('headline', () => {
  it.each<[string, string, string]>([
    [
      'who is first of most groups',
      line([region, name, sales], FIRSTS, { perGroup }),
      '*Laptop* leads in *2 of 3*, highest in Riyadh with *SAR 3.6 m*.',
    ],
    [
      'who is last of all, where each group has its own',
      line([region, name, sales], FIRSTS.slice(1), { perGroup: { ...perGroup, lowest: true } }),
      '*Tent (Asir)* is lowest of all 2 with *SAR 900,000*.',
    ],
    ['firsts of groups that are not all there', line([region, name, sales], FIRSTS, { perGroup, rowCount: 40 }), '*40* rows.'],
    [
      'growth by month',
      line([monthly, sales, sales, growth], GROWN, grown),
      '*SAR 132* in April 2025, *+10 %* on March 2025. Best change in February 2025 with *+50 %*.',
    ],
    [
      'growth by region',
      line([{ ...month, grain: 'year' }, region, sales, sales], GROWN_REGIONS, { growth: { current: 2, previous: 3, back: 1 } }),
      '*SAR 75* in 2025, *+7.1 %* on 2024. *Riyadh* leads with *SAR 60*; only Asir fell.',
    ],
    ['the one lowest', line([region, sales], REGIONS.slice(4), { order: 'ascending', limit: 1 }), '*Northern* is lowest with *SAR 2.8 m*.'],
    [
      'the lowest of a list cut off',
      line([region, sales], REGIONS.toReversed(), { order: 'ascending', rowCount: 900 }),
      '*Northern* is lowest with *SAR 2.8 m*, then Asir (SAR 4.3 m) and Eastern (SAR 10.4 m).',
    ],
    ['a list in no order cut off', line([region, sales], REGIONS, { rowCount: 900 }), '*900* rows.'],
    ['one amount of money', line([sales], [[48_200_000]], { period: 'in 2025' }), '*SAR 48.2 m* net sales in 2025.'],
    ['one count', line([orders], [[1234]]), '*1,234* orders.'],
    ['one count of a singular', line([{ ...orders, label: 'Number of Branch' }], [[12]]), '*12* branches.'],
    ['a count of one', line([{ ...orders, label: 'number of branch' }], [[1]]), '*1* branch.'],
    ['one exact decimal as text', line([sales], [['1234.50']]), '*SAR 1,235* net sales.'],
    ['one share', line([{ ...orders, label: 'Share', format: 'percent' }], [[0.125]]), '*12.5 %* share.'],
    ['one value that is missing', line([sales], [[null]], { period: 'in 1999' }), 'No rows match in 1999.'],
    [
      'several values',
      line([sales, orders], [[48.2e6, 12_000]], { period: 'in 2025' }),
      'In 2025: net sales *SAR 48.2 m*, orders *12,000*.',
    ],
    ['groups', line([region, sales], REGIONS), '*Riyadh* leads with *SAR 16.9 m* of *SAR 48.2 m*; Northern is lowest.'],
    [
      'groups of averages have no total',
      line(
        [region, average],
        [
          ['A', 310.456],
          ['B', 200],
        ],
      ),
      '*A* leads with *SAR 310.46*, ahead of B.',
    ],
    [
      'groups, lowest first',
      line([region, sales], REGIONS.toReversed(), { order: 'ascending' }),
      '*Riyadh* leads with *SAR 16.9 m* of *SAR 48.2 m*; Northern is lowest.',
    ],
    [
      'top three',
      line([region, sales], REGIONS.slice(0, 3), { order: 'descending', limit: 3 }),
      '*Riyadh* leads with *SAR 16.9 m*, then Makkah (SAR 13.8 m) and Eastern (SAR 10.4 m).',
    ],
    [
      'bottom two',
      line([region, sales], REGIONS.slice(3).toReversed(), { order: 'ascending', limit: 2 }),
      '*Northern* is lowest with *SAR 2.8 m*, then Asir (SAR 4.3 m).',
    ],
    [
      'the one asked for',
      line([region, sales], REGIONS.slice(0, 1), { order: 'descending', limit: 1 }),
      '*Riyadh* with *SAR 16.9 m* net sales.',
    ],
    [
      'a tie',
      line(
        [region, orders],
        [
          ['A', 5],
          ['B', 5],
          ['C', 1],
        ],
      ),
      '*A and B* share the lead with *5*.',
    ],
    [
      'a tie of what is written alike',
      line(
        [region, { ...orders, format: 'number', additive: false }],
        [
          ['A', 3.9999],
          ['B', 3.9998],
        ],
      ),
      'All *2* are level with *4*.',
    ],
    [
      'a tie of many',
      line(
        [region, orders],
        [
          ['A', 5],
          ['B', 5],
          ['C', 5],
          ['D', 5],
          ['E', 1],
        ],
      ),
      '*4* share the lead with *5*.',
    ],
    [
      'months',
      line(
        [month, sales],
        [
          ['2025-01-01', 4e6],
          ['2025-02-01', 3e6],
          ['2025-03-01', 5e6],
        ],
      ),
      '*SAR 12 m* net sales in total, *+25 %* from January 2025 to March 2025; highest in March 2025 with *SAR 5 m*.',
    ],
    [
      'quarters',
      line(
        [{ ...month, grain: 'quarter' }, sales],
        [
          ['2025-01-01', 4e6],
          ['2025-04-01', 3e6],
          ['2025-07-01', 2e6],
        ],
      ),
      '*SAR 9 m* net sales in total, *−50 %* from Q1 2025 to Q3 2025; highest in Q1 2025 with *SAR 4 m*.',
    ],
    [
      'months as text',
      line(
        [month, orders],
        [
          ['2025-01', 4],
          ['2025-02', 6],
          ['2025-03', 5],
        ],
      ),
      '*15* orders in total, *+25 %* from January 2025 to March 2025; highest in February 2025 with *6*.',
    ],
    [
      'the best months',
      line(
        [month, sales],
        [
          ['2025-03-01', 5e6],
          ['2025-01-01', 4e6],
        ],
        { order: 'descending', limit: 2 },
      ),
      '*March 2025* leads with *SAR 5 m*, then January 2025 (SAR 4 m).',
    ],
    ['a date', line([{ ...orders, label: 'Last order', format: null }], [['2025-12-31']]), '*31 Dec 2025* last order.'],
    [
      'months of an average',
      line(
        [month, average],
        [
          ['2025-01-01', 200],
          ['2025-02-01', 170],
          ['2025-03-01', 150],
        ],
      ),
      'From *SAR 200* to *SAR 150*, *−25 %* from January 2025 to March 2025; highest in January 2025 with *SAR 200*.',
    ],
    [
      'month and region',
      line(
        [month, region, sales],
        [
          ['2025-01-01', 'A', 1],
          ['2025-01-01', 'B', 4],
          ['2025-02-01', 'A', 2],
          ['2025-03-01', 'A', 0],
        ],
      ),
      '*B* leads with *SAR 4* of *SAR 7*, ahead of A.',
    ],
    ['names', line([name], [['Riyadh'], ['Jeddah']]), '*Riyadh and Jeddah*.'],
    [
      'a list',
      line(
        [name, region],
        Array.from({ length: 312 }, () => ['x', 'y']),
        { subject: 'customers' },
      ),
      '*312* customers.',
    ],
    [
      'a list of a table in the singular',
      line(
        [name, region],
        [
          ['x', 'y'],
          ['x', 'y'],
        ],
        { subject: 'branch' },
      ),
      '*2* branches.',
    ],
    ['a list of one', line([name, region], [['x', 'y']], { subject: 'branch' }), '*1* branch.'],
    ['a cut list', line([name, region], [['x', 'y']], { rowCount: null }), 'More than *1* rows.'],
    ['nothing', line([region, sales], []), 'No rows match.'],
    [
      'this year and last',
      line([sales, sales], [[40e6, 44.56e6]], { period: 'in 2025', comparison: { current: 1, previous: 0, previousLabel: '2024' } }),
      '*SAR 44.6 m* in 2025, *+11.4 %* on 2024.',
    ],
    [
      'regions this year and last',
      line([region, sales, sales], COMPARED, { period: 'in 2025', comparison }),
      '*SAR 33.5 m* in 2025, *+13.2 %* on 2024. *Riyadh* leads with *SAR 16.9 m*; only Northern fell.',
    ],
    [
      'two years as rows',
      line(
        [{ ...month, grain: 'year' }, sales],
        [
          [2024, 40e6],
          [2025, 44.56e6],
        ],
      ),
      '*SAR 44.6 m* in 2025, *+11.4 %* on 2024.',
    ],
    [
      'two years and regions as rows',
      line(
        [{ ...month, grain: 'year' }, region, sales],
        [
          [2024, 'A', 10],
          [2024, 'B', 5],
          [2025, 'A', 12],
          [2025, 'B', 4],
        ],
      ),
      '*SAR 16* in 2025, *+6.7 %* on 2024. *A* leads with *SAR 12*; only B fell.',
    ],
    [
      'nothing to compare with',
      line([sales, sales], [[0, 5]], { comparison: { current: 1, previous: 0, previousLabel: '2024' } }),
      '*SAR 5*; nothing to compare with in 2024.',
    ],
  ])('says %s', (_name, said, expected) => {
    expect(said).toBe(expected);
  });

  const arabic = { language: 'ar' as Language };
  it.each<[string, string, string]>([
    [
      'one amount of money',
      line([{ ...sales, label: 'صافي المبيعات' }], [[48_200_000]], { ...arabic, period: 'في 2025' }),
      'صافي المبيعات في 2025: *48.2 مليون ريال*.',
    ],
    [
      'groups',
      line(
        [region, sales],
        [
          ['الرياض', 9e6],
          ['عسير', 2e6],
          ['الشمالية', 1e6],
        ],
        arabic,
      ),
      '*الرياض* في الصدارة بقيمة *9 مليون ريال* من أصل *12 مليون ريال*، والأدنى الشمالية.',
    ],
    [
      'months',
      line(
        [month, { ...orders, label: 'عدد الطلبات' }],
        [
          ['2025-01-01', 100],
          ['2025-02-01', 120],
          ['2025-03-01', 150],
        ],
        arabic,
      ),
      'عدد الطلبات: *370* إجمالاً، *+50٪* بين يناير 2025 ومارس 2025، والأعلى في مارس 2025 بقيمة *150*.',
    ],
    [
      'a list',
      line(
        [name, region],
        Array.from({ length: 1200 }, () => ['x', 'y']),
        { ...arabic, subject: 'العملاء' },
      ),
      '*1,200* (العملاء).',
    ],
    [
      'who is first of most groups',
      line([region, name, sales], FIRSTS, { ...arabic, perGroup }),
      '*Laptop* في الصدارة في *2 من 3*، والأعلى في Riyadh بقيمة *3.6 مليون ريال*.',
    ],
    [
      'growth by month',
      line([monthly, sales, sales, growth], GROWN, { ...arabic, ...grown }),
      '*132 ريال* في أبريل 2025، *+10٪* عن مارس 2025. أفضل تغيّر في فبراير 2025: *+50٪*.',
    ],
    ['nothing', line([region, sales], [], arabic), 'لا توجد بيانات مطابقة.'],
    [
      'regions this year and last',
      line([region, sales, sales], COMPARED, { ...arabic, period: 'في 2025', comparison }),
      '*33.5 مليون ريال* في 2025، *+13.2٪* عن 2024. *Riyadh* في الصدارة بقيمة *16.9 مليون ريال*، والمنخفض الوحيد Northern.',
    ],
  ])('says %s in Arabic', (_name, said, expected) => {
    expect(said).toBe(expected);
  });

  it('colours a rise and a fall', () => {
    const tones = (now: number) =>
      writeHeadline(facts([sales, sales], [[100, now]], { comparison: { current: 1, previous: 0, previousLabel: '2024' } })).map(
        ({ tone }) => tone,
      );
    expect(tones(120)).toContain('up');
    expect(tones(80)).toContain('down');
  });
});
