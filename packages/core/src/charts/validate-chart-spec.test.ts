import type { Cell } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import type { ChartColumn } from './chart-field.ts';
import { type ChartProposal, validateChartSpec } from './validate-chart-spec.ts';

const text = (name: string): ChartColumn => ({ name, kind: 'text', role: null, format: null });
const date = (name: string): ChartColumn => ({ name, kind: 'date', role: null, format: null });
const amount = (name: string): ChartColumn => ({ name, kind: 'decimal', role: null, format: 'currency' });
const cities = (count: number): Cell[][] => Array.from({ length: count }, (_, i) => [`city ${i}`, 100 - i]);
const grid = (rows: number, columns: number): Cell[][] =>
  Array.from({ length: rows * columns }, (_, i) => [`r${Math.floor(i / columns)}`, `c${i % columns}`, i]);

function check(proposal: Partial<ChartProposal>, columns: readonly ChartColumn[], rows: readonly (readonly Cell[])[], complete = true) {
  return validateChartSpec(
    { type: 'bar', x: 'city', y: ['n'], series: null, ...proposal },
    { columns, rows, question: '', title: 'Orders', ordered: false, complete },
  );
}

const BY_CITY = [text('city'), amount('n')];
const CROSS = [text('row'), text('column'), amount('n')];

describe('a chart that a model proposes', () => {
  it.each<[string, Partial<ChartProposal>, readonly ChartColumn[], Cell[][]]>([
    ['bars', {}, BY_CITY, cities(20)],
    ['a pie of few slices', { type: 'pie' }, BY_CITY, cities(5)],
    [
      'a line over time',
      { type: 'line', x: 'day' },
      [date('day'), amount('n')],
      [
        ['2025-01-01', 1],
        ['2025-01-02', 2],
      ],
    ],
    [
      'a scatter of amounts',
      { type: 'scatter', x: 'a', y: ['n'] },
      [amount('a'), amount('n')],
      [
        [1, 2],
        [1, 2],
      ],
    ],
    ['a histogram', { type: 'histogram', x: 'n', y: [] }, [amount('n')], [[1], [2], [2]]],
    ['a pivot table', { type: 'pivot', x: 'row', series: 'column' }, CROSS, grid(30, 20)],
    ['a heat map', { type: 'heatmap', x: 'row', series: 'column' }, CROSS, grid(5, 20)],
    [
      'a figure against its target',
      { type: 'kpi', x: null, comparison: { against: 'target', column: 'aim', better: 'higher' } },
      [amount('n'), amount('aim')],
      [[5, 6]],
    ],
  ])('is taken: %s', (_, proposal, columns, rows) => {
    const { chart, problem } = check(proposal, columns, rows);
    expect(problem).toBeNull();
    expect(chart).toMatchObject({ y: ['n'], ...proposal });
  });

  it.each<[string, Partial<ChartProposal>, readonly ChartColumn[], Cell[][], RegExp]>([
    ['of a column that is not there', { x: 'town' }, BY_CITY, cities(3), /no column town/],
    ['of text as an amount', { x: 'n', y: ['city'] }, BY_CITY, cities(3), /no amounts/],
    ['of no rows', {}, BY_CITY, [], /no rows/],
    ['of too many points', {}, BY_CITY, cities(5_001), /5000 points/],
    ['of too many bars', {}, BY_CITY, cities(61), /60 groups/],
    ['a pie of many slices', { type: 'pie' }, BY_CITY, cities(7), /slices/],
    [
      'a pie with a debt',
      { type: 'pie' },
      BY_CITY,
      [
        ['a', 1],
        ['b', -2],
      ],
      /slices/,
    ],
    ['a line over names', { type: 'line' }, BY_CITY, cities(5), /needs time/],
    ['a scatter of names', { type: 'scatter' }, BY_CITY, cities(5), /both axes/],
    [
      'several values on one place',
      {},
      BY_CITY,
      [
        ['a', 1],
        ['a', 2],
      ],
      /Several rows/,
    ],
    ['a pivot of one dimension', { type: 'pivot' }, BY_CITY, cities(5), /second dimension/],
    ['too many series', { x: 'row', series: 'column' }, CROSS, grid(2, 13), /12 series/],
    ['a figure of many rows', { type: 'kpi', x: null }, BY_CITY, cities(11), /one row/],
    [
      'a figure of days that come twice',
      { type: 'kpi', x: 'day' },
      [date('day'), amount('n')],
      [
        ['2025-01-01', 1],
        ['2025-01-01', 2],
      ],
      /over time/,
    ],
    ['a heat map without series', { type: 'heatmap' }, BY_CITY, cities(5), /second dimension/],
    ['the same measure twice', { y: ['n', 'n'] }, BY_CITY, cities(5), /once/],
  ])('is not taken: %s', (_, proposal, columns, rows, problem) => {
    const verdict = check(proposal, columns, rows);
    expect(verdict.problem).toMatch(problem);
    expect(verdict.chart.title).toBe('Orders');
  });

  it('is not drawn of a part, except as single points', () => {
    expect(check({}, BY_CITY, cities(5), false)).toMatchObject({ problem: expect.stringContaining('part'), chart: { type: 'table' } });
  });

  it('can be changed to every type that shows the same columns', () => {
    expect(check({}, BY_CITY, cities(5)).chart.alternatives).toEqual(['pie', 'table']);
    expect(check({}, BY_CITY, cities(20)).chart.alternatives).toEqual(['table']);
    const crossed = check({ type: 'grouped_bar', x: 'row', series: 'column' }, CROSS, grid(5, 4)).chart;
    expect(crossed.alternatives).toEqual(['stacked_bar', 'heatmap', 'pivot', 'table']);
    expect(check({ type: 'table', x: 'nowhere' }, BY_CITY, cities(5)).chart).toMatchObject({ type: 'table', x: null, y: [] });
  });

  it('takes sort, format and totals from the result', () => {
    const columns = [text('row'), text('column'), { ...amount('n'), additive: true }];
    expect(check({ type: 'pivot', x: 'row', series: 'column' }, columns, grid(3, 2)).chart).toMatchObject({
      sort: 'y_desc',
      format: 'currency',
      totals: true,
    });
  });

  it('holds the last figure of a course of time against the one before', () => {
    const days: Cell[][] = Array.from({ length: 11 }, (_, i) => [`2025-01-${i + 10}`, i]);
    expect(check({ type: 'kpi', x: 'day' }, [date('day'), amount('n')], days).chart.comparison).toEqual({
      against: 'period',
      column: 'n',
      better: null,
    });
  });

  it('has a plain title of bounded length, or the answer’s own', () => {
    expect(check({ title: ' <b>Orders</b>\u202e by\n city <img src=x> ' }, BY_CITY, cities(3)).chart.title).toBe('Orders by city');
    expect(check({ title: 'x'.repeat(999) }, BY_CITY, cities(3)).chart.title).toHaveLength(200);
    expect(check({ title: 'Orders: [see](javascript:alert(1)) https://evil.example/?q=1 now' }, BY_CITY, cities(3)).chart.title).toMatch(
      /^Orders: see\W* now$/,
    );
    expect(check({ title: '<br>' }, BY_CITY, cities(3)).chart.title).toBe('Orders');
  });
});
