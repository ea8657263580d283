import { describe, expect, it } from 'vitest';
import { line, name, orders, REGIONS, region, sales } from '../../testing/headline-line.ts';

describe('a headline of values and lists', () => {
  it.each<[string, string, string]>([
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
    ['a date', line([{ ...orders, label: 'Last order', format: null }], [['2025-12-31']]), '*31 Dec 2025* last order.'],
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
    ['a list in no order cut off', line([region, sales], REGIONS, { rowCount: 900 }), '*900* rows.'],
    ['nothing', line([region, sales], []), 'No rows match.'],
  ])('says %s', (_name, said, expected) => {
    expect(said).toBe(expected);
  });

  const arabic = { language: 'ar' } as const;
  it.each<[string, string, string]>([
    [
      'one amount of money',
      line([{ ...sales, label: 'صافي المبيعات' }], [[48_200_000]], { ...arabic, period: 'في 2025' }),
      'صافي المبيعات في 2025: *48.2 مليون ريال*.',
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
    ['nothing', line([region, sales], [], arabic), 'لا توجد بيانات مطابقة.'],
  ])('says %s in Arabic', (_name, said, expected) => {
    expect(said).toBe(expected);
  });
});
