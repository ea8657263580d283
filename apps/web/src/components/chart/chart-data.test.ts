import type { Cell, ChartSpec, ResultColumn } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { chartData, MAX_POINTS } from './chart-data.ts';

const column = (name: string, kind: ResultColumn['kind'] = 'decimal'): ResultColumn => ({
  name,
  label: name.toUpperCase(),
  kind,
  format: null,
  currency: null,
});
const spec = (part: Partial<ChartSpec>): ChartSpec => ({
  type: 'bar',
  title: '',
  x: 'city',
  y: ['n'],
  series: null,
  sort: 'none',
  format: 'number',
  alternatives: [],
  ...part,
});

describe('the figures of a chart', () => {
  it('has a series per measure, named by its label, exact decimals as numbers', () => {
    const data = chartData(
      spec({ y: ['a', 'b'] }),
      [column('city', 'text'), column('a'), column('b')],
      [
        ['North', '12.50', 3],
        ['South', null, 4],
      ],
    );
    expect(data?.x).toEqual(['North', 'South']);
    expect(data?.series.map(({ name, values }) => [name, values])).toEqual([
      ['A', [12.5, null]],
      ['B', [3, 4]],
    ]);
  });

  it('splits a measure by the values of a column, gaps as nothing', () => {
    const rows: Cell[][] = [
      ['Jan', 'web', 1],
      ['Jan', 'shop', 2],
      ['Feb', 'shop', 3],
    ];
    const data = chartData(
      spec({ x: 'month', series: 'channel' }),
      [column('month', 'text'), column('channel', 'text'), column('n')],
      rows,
    );
    expect(data?.x).toEqual(['Jan', 'Feb']);
    expect(data?.series.map(({ name, values }) => [name, values])).toEqual([
      ['web', [1, null]],
      ['shop', [2, 3]],
    ]);
  });

  it.each([
    [true, ['Sara', 'Omar'], [4, 3], [2, null]],
    [false, ['Sara', 'Omar', 'Sara'], [1, 3, 3], [2, null, null]],
  ])('loses no row where two bear one name: added up %s', (totals, x, web, shop) => {
    const rows: Cell[][] = [
      ['Sara', 'web', 1],
      ['Sara', 'shop', 2],
      ['Omar', 'web', '3.00'],
      ['Sara', 'web', 3],
    ];
    const columns = [column('who', 'text'), column('channel', 'text'), column('n')];
    const data = chartData(spec({ x: 'who', series: 'channel', totals }), columns, rows);
    expect(data?.x).toEqual(x);
    expect(data?.series.map(({ values }) => values)).toEqual([web, shop]);
  });

  it('keeps every point of a scatter apart, even on the same place', () => {
    const data = chartData(
      spec({ type: 'scatter', x: 'w', y: ['n'], series: 'g' }),
      [column('w'), column('g', 'text'), column('n')],
      [
        [1, 'a', 5],
        [1, 'a', 6],
        [1, 'b', 7],
      ],
    );
    expect(data?.series.flatMap(({ values }) => values.filter((value) => value !== null))).toEqual([5, 6, 7]);
  });

  it.each([
    ['x_asc', ['2', '10', '30']],
    ['x_desc', ['30', '10', '2']],
    ['y_asc', ['10', '2', '30']],
    ['y_desc', ['30', '2', '10']],
    ['none', ['10', '30', '2']],
  ] as const)('sorts %s', (sort, expected) => {
    const rows: Cell[][] = [
      ['10', 1],
      ['30', 9],
      ['2', 5],
    ];
    expect(chartData(spec({ sort }), [column('city', 'text'), column('n')], rows)?.x).toEqual(expected);
  });

  it('stops at the limit and says so', () => {
    const rows = Array.from({ length: MAX_POINTS + 1 }, (_, i): Cell[] => [i, i]);
    const data = chartData(spec({}), [column('city', 'integer'), column('n')], rows);
    expect([data?.x.length, data?.cut]).toEqual([MAX_POINTS, true]);
  });

  it('draws nothing when a column is missing', () => {
    expect(chartData(spec({ y: ['gone'] }), [column('city', 'text'), column('n')], [['North', 1]])).toBeNull();
  });
});
