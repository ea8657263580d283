import type { ChartSpec, ResultColumn } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { comparedFigure } from './kpi-comparison.ts';

const column = (name: string, kind: ResultColumn['kind'] = 'decimal'): ResultColumn => ({
  name,
  label: name,
  kind,
  format: null,
  currency: null,
});
const spec = (part: Partial<ChartSpec>): ChartSpec => ({
  type: 'kpi',
  title: '',
  x: null,
  y: ['sales'],
  series: null,
  sort: 'none',
  format: 'number',
  alternatives: [],
  ...part,
});

test('the later of the periods is held against the one before, whatever their order', () => {
  const yearly = spec({ x: 'year', comparison: { against: 'period', column: 'sales', better: 'higher' } });
  const figure = comparedFigure(
    yearly,
    [column('year', 'integer'), column('sales')],
    [
      [2025, 500],
      [2024, '400.00'],
    ],
    'en',
  );
  expect(figure).toMatchObject({
    label: 'sales · 2025',
    value: 500,
    otherLabel: '2024',
    other: 400,
    difference: 100,
    change: 0.25,
    good: true,
  });
});

test('an amount below its target is bad news where more is better, and no news where nobody knows', () => {
  const columns = [column('sales'), column('target')];
  const against = (better: 'higher' | 'lower' | null) =>
    comparedFigure(spec({ comparison: { against: 'target', column: 'target', better } }), columns, [[90, 100]], 'en');
  expect(against('higher')).toMatchObject({ otherLabel: 'target', difference: -10, change: -0.1, good: false });
  expect(against('lower')?.good).toBe(true);
  expect(against(null)?.good).toBeNull();
});

test('from nothing there is no percentage, and from a missing figure no comparison', () => {
  const columns = [column('sales'), column('before')];
  const held = spec({ comparison: { against: 'period', column: 'before', better: null } });
  expect(comparedFigure(held, columns, [[5, 0]], 'en')).toMatchObject({ difference: 5, change: null });
  expect(comparedFigure(held, columns, [[5, null]], 'en')).toBeNull();
  expect(comparedFigure(spec({}), columns, [[5, 4]], 'en')).toBeNull();
});
