import type { ResultColumn } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { formatAxis, formatCell } from './format-cell.ts';

const column = (kind: ResultColumn['kind'], format: ResultColumn['format'] = null, currency: string | null = null) => ({
  kind,
  format,
  currency,
});
const words = { yes: 'yes', no: 'no' };

describe('a cell as text', () => {
  it.each([
    ['a number', 1234.567, column('decimal'), '1,234.57'],
    ['an exact decimal beyond the reach of a double', '12345678901234567890.25', column('decimal'), '12,345,678,901,234,567,890.25'],
    ['a negative number with a true minus', -5, column('integer'), '−5'],
    ['a year without a separator', 2025, { ...column('integer'), name: 'order_year' }, '2025'],
    ['a count that is as large as a year', 2025, { ...column('integer'), name: 'orders_per_day' }, '2,025'],
    ['a share', 0.1141, column('decimal', 'percent'), '11.4 %'],
    ['money of a currency', 1234.5, column('decimal', 'currency', 'SAR'), 'SAR 1,234.50'],
    ['a truth', true, column('boolean'), 'yes'],
    ['a date', '2025-03-01', column('date'), '1 Mar 2025'],
    ['a moment', '2025-03-01T14:05:00Z', column('timestamp'), '1 Mar 2025, 14:05'],
    ['a moment at midnight as its day', '2025-03-01T00:00:00', column('timestamp'), '1 Mar 2025'],
    ['text as it is', '007', column('text'), '007'],
    ['text that only looks like a date', '2025-99-99', column('date'), '2025-99-99'],
    ['nothing', null, column('text'), ''],
  ])('%s', (_name, value, shape, expected) => {
    expect(formatCell(value, shape, 'en', words).replace(/\u00a0/g, ' ')).toBe(expected);
  });

  it('writes Arabic with Western digits', () => {
    expect(formatCell(1234.5, column('decimal'), 'ar', words)).toBe('1,234.5');
    expect(formatCell(0.5, column('decimal', 'percent'), 'ar', words)).toBe('50.0٪');
    expect(formatCell('2025-03-01', column('date'), 'ar', words)).toMatch(/^1 مارس/);
    expect(formatCell(1234.5, column('decimal', 'currency', 'SAR'), 'ar', words)).toMatch(/1,234\.50\s\u200f?ر\.س\./u);
  });

  it('reads as the label of the value; others stand for themselves', () => {
    const named = { ...column('text'), labels: { Store: 'المتجر' } };
    expect(['Store', 'Kiosk', 'constructor', null].map((value) => formatCell(value, named, 'ar', words))).toEqual([
      'المتجر',
      'Kiosk',
      'constructor',
      '',
    ]);
  });

  it('shortens figures on axes', () => {
    expect([formatAxis(48_200_000, 'currency', 'en'), formatAxis(0.25, 'percent', 'en')]).toEqual(['48.2M', '25 %']);
  });
});
