import type { Cell } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { average, line, month, name, orders, REGIONS, region, sales } from '../../testing/headline-line.ts';

const FIRSTS: Cell[][] = [
  ['Riyadh', 'Laptop', 3_600_000],
  ['Makkah', 'Laptop', 2_100_000],
  ['Asir', 'Tent', 900_000],
];
const perGroup = { group: 0, name: 1, measure: 2, lowest: false };

describe('a headline of who leads', () => {
  it.each<[string, string, string]>([
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
    ['the one lowest', line([region, sales], REGIONS.slice(4), { order: 'ascending', limit: 1 }), '*Northern* is lowest with *SAR 2.8 m*.'],
    [
      'the lowest of a list cut off',
      line([region, sales], REGIONS.toReversed(), { order: 'ascending', rowCount: 900 }),
      '*Northern* is lowest with *SAR 2.8 m*, then Asir (SAR 4.3 m) and Eastern (SAR 10.4 m).',
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
      'who are level at the other end',
      line(
        [region, orders],
        [
          ['A', 5],
          ['B', 1],
          ['C', 1],
        ],
      ),
      '*A* leads with *5* of *7*; B and C are lowest.',
    ],
    [
      'no name of many at the other end',
      line([region, orders], [['A', 5], ...['B', 'C', 'D', 'E'].map((low) => [low, 1])]),
      '*A* leads with *5* of *9*.',
    ],
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
  ])('says %s', (_name, said, expected) => {
    expect(said).toBe(expected);
  });

  const arabic = { language: 'ar' } as const;
  it.each<[string, string, string]>([
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
      'who is first of most groups',
      line([region, name, sales], FIRSTS, { ...arabic, perGroup }),
      '*Laptop* في الصدارة في *2 من 3*، والأعلى في Riyadh بقيمة *3.6 مليون ريال*.',
    ],
  ])('says %s in Arabic', (_name, said, expected) => {
    expect(said).toBe(expected);
  });
});
