import type { Cell, ChartSpec, ResultColumn } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { chartData } from './chart-data.ts';
import { pivotOf } from './pivot-data.ts';

const column = (name: string, kind: ResultColumn['kind']): ResultColumn => ({ name, label: name, kind, format: null, currency: null });
const COLUMNS = [column('region', 'text'), column('month', 'date'), column('n', 'decimal')];
const ROWS: Cell[][] = [
  ['North', '2025-02-01', 2],
  ['North', '2025-01-01', 1],
  ['South', '2025-02-01', '4.50'],
];

function pivot(totals: boolean) {
  const spec: ChartSpec = {
    type: 'pivot',
    title: '',
    x: 'region',
    y: ['n'],
    series: 'month',
    sort: 'none',
    format: 'number',
    alternatives: [],
    totals,
  };
  const data = chartData(spec, COLUMNS, ROWS);
  return data && pivotOf(spec, data, COLUMNS, 'en');
}

test('months run forward, what is missing stays empty, sums are made of both sides', () => {
  expect(pivot(true)).toMatchObject({
    rowName: 'region',
    columnName: 'month',
    columns: ['Jan 2025', 'Feb 2025'],
    rows: [
      { label: 'North', values: [1, 2], total: 3 },
      { label: 'South', values: [null, 4.5], total: 4.5 },
    ],
    totals: [1, 6.5],
    total: 7.5,
  });
});

test('averages are not added up', () => {
  expect(pivot(false)).toMatchObject({ totals: null, total: null, rows: [{ total: null }, { total: null }] });
});
