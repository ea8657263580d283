import type { Cell } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { facts, line, month, region, sales } from '../../testing/headline-line.ts';
import type { FactColumn } from './answer-facts.ts';
import { writeHeadline } from './headline.ts';

const COMPARED: Cell[][] = [
  ['Riyadh', 14.1e6, 16.9e6],
  ['Makkah', 12.2e6, 13.8e6],
  ['Northern', 3.3e6, 2.8e6],
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
const comparison = { current: 2, previous: 1, previousLabel: '2024' };

describe('a headline of two periods', () => {
  it.each<[string, string, string]>([
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
  ])('says %s', (_name, said, expected) => {
    expect(said).toBe(expected);
  });

  const arabic = { language: 'ar' } as const;
  it.each<[string, string, string]>([
    [
      'growth by month',
      line([monthly, sales, sales, growth], GROWN, { ...arabic, ...grown }),
      '*132 ريال* في أبريل 2025، *+10٪* عن مارس 2025. أفضل تغيّر في فبراير 2025: *+50٪*.',
    ],
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
