import type { Cell } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { average, line, month, orders, sales } from '../../testing/headline-line.ts';
import type { FactColumn } from './answer-facts.ts';

describe('a headline over time', () => {
  it.each<[string, string, string]>([
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
  ])('says %s', (_name, said, expected) => {
    expect(said).toBe(expected);
  });

  const arabic = { language: 'ar' } as const;
  it.each<[string, string, string]>([
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
  ])('says %s in Arabic', (_name, said, expected) => {
    expect(said).toBe(expected);
  });

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
});
