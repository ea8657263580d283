import type { Cell, ChartSpec } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import type { ChartColumn } from './chart-field.ts';
import { chooseChart } from './choose-chart.ts';

const dimension = (name: string): ChartColumn => ({ name, kind: 'text', role: 'dimension', format: null });
const month = (name: string): ChartColumn => ({ name, kind: 'date', role: 'time', format: null });
const measure = (name: string, format: ChartColumn['format'] = 'integer'): ChartColumn => ({
  name,
  kind: 'decimal',
  role: 'measure',
  format,
});
const detail = (name: string, kind: ChartColumn['kind']): ChartColumn => ({ name, kind, role: 'detail', format: null });
const unknown = (name: string, kind: ChartColumn['kind']): ChartColumn => ({ name, kind, role: null, format: null });

const CITIES = [
  'Riyadh',
  'Jeddah',
  'Dammam',
  'Abha',
  'Tabuk',
  'Hail',
  'Najran',
  'Taif',
  'Yanbu',
  'Jizan',
  'Arar',
  'Sakaka',
  'Buraydah',
  'Khobar',
];
const MONTHS = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-01`);
const byCity = (count: number): Cell[][] => CITIES.slice(0, count).map((city, i) => [city, 100 - i]);
const cross = (a: readonly string[], b: readonly string[]): Cell[][] => a.flatMap((x, i) => b.map((y, j) => [x, y, 10 + i + j]));
const numbers = (count: number): Cell[][] => Array.from({ length: count }, (_, i) => [i * 1.5, 40 - i]);

function choose(columns: readonly ChartColumn[], rows: readonly (readonly Cell[])[], question = '', ordered = false): ChartSpec {
  return chooseChart({ columns, rows, question, title: 'A title', ordered });
}

describe('chart for a result', () => {
  it.each<[string, readonly ChartColumn[], Cell[][], string, Partial<ChartSpec>]>([
    [
      'one value',
      [measure('sales', 'currency')],
      [[48.2]],
      '',
      { type: 'kpi', x: null, y: ['sales'], format: 'currency', alternatives: ['table'] },
    ],
    ['three values of one row', [measure('a'), measure('b'), measure('c')], [[1, 2, 3]], '', { type: 'kpi', y: ['a', 'b', 'c'] }],
    ['no rows', [dimension('city'), measure('n')], [], '', { type: 'table' }],
    ['a measure by category', [dimension('city'), measure('n')], byCity(8), '', { type: 'bar', x: 'city', y: ['n'], sort: 'y_desc' }],
    [
      'a measure by category, pie in the question',
      [dimension('city'), measure('n')],
      byCity(5),
      'pie chart of orders by city',
      { type: 'pie' },
    ],
    [
      'a share of few categories',
      [dimension('city'), measure('n', 'percent')],
      byCity(4),
      'share of sales by city',
      { type: 'pie', format: 'percent' },
    ],
    ['a share of many categories', [dimension('city'), measure('n', 'percent')], byCity(12), 'share of sales by city', { type: 'bar' }],
    [
      'pie of negative values',
      [dimension('city'), measure('n')],
      [
        ['a', 3],
        ['b', -1],
      ],
      'pie',
      { type: 'bar' },
    ],
    ['one group', [dimension('city'), measure('n')], byCity(1), '', { type: 'table' }],
    ['a measure by month', [month('month'), measure('n')], MONTHS.map((m, i) => [m, i]), '', { type: 'line', x: 'month', sort: 'x_asc' }],
    [
      'a measure by month, as bars',
      [month('month'), measure('n')],
      MONTHS.map((m, i) => [m, i]),
      'bar chart of orders by month',
      { type: 'bar', sort: 'x_asc' },
    ],
    [
      'a measure of two periods',
      [month('year'), measure('n')],
      [
        ['2024-01-01', 1],
        ['2025-01-01', 2],
      ],
      '',
      { type: 'bar' },
    ],
    [
      'this year beside last year',
      [dimension('region'), measure('2024', 'currency'), measure('2025', 'currency'), measure('change', 'percent')],
      [
        ['N', 1, 2, 1],
        ['S', 2, 3, 0.5],
      ],
      '',
      { type: 'grouped_bar', y: ['2024', '2025'] },
    ],
    [
      'month and few categories',
      [month('month'), dimension('city'), measure('n')],
      cross(MONTHS, CITIES.slice(0, 3)),
      '',
      { type: 'line', x: 'month', series: 'city' },
    ],
    [
      'two years and a category',
      [month('year'), dimension('city'), measure('n')],
      cross(['2024', '2025'], CITIES.slice(0, 5)),
      '',
      { type: 'grouped_bar', x: 'city', series: 'year' },
    ],
    [
      'category before month',
      [dimension('city'), month('month'), measure('n')],
      cross(CITIES.slice(0, 3), MONTHS),
      '',
      { type: 'line', x: 'month', series: 'city' },
    ],
    [
      'two short categories',
      [dimension('city'), dimension('channel'), measure('n')],
      cross(CITIES.slice(0, 6), ['web', 'shop']),
      '',
      { type: 'grouped_bar', x: 'city', series: 'channel' },
    ],
    [
      'stacked, as asked',
      [dimension('city'), dimension('channel'), measure('n')],
      cross(CITIES.slice(0, 6), ['web', 'shop']),
      'stacked bars by city and channel',
      { type: 'stacked_bar' },
    ],
    [
      'two long categories',
      [dimension('a'), dimension('b'), measure('n')],
      cross(CITIES, CITIES),
      '',
      { type: 'heatmap', x: 'a', series: 'b' },
    ],
    ['three categories', [dimension('a'), dimension('b'), dimension('c'), measure('n')], [['x', 'y', 'z', 1]], '', { type: 'table' }],
    [
      'count per value of a number',
      [detail('weight', 'decimal'), measure('n')],
      numbers(40),
      '',
      { type: 'histogram', x: 'weight', y: ['n'], sort: 'x_asc' },
    ],
    [
      'count per value of a number, as bars',
      [detail('weight', 'decimal'), measure('n')],
      numbers(40),
      'bar chart of weight',
      { type: 'histogram' },
    ],
    [
      'count per value of a small number',
      [detail('bedrooms', 'integer'), measure('n')],
      [
        [4, 10],
        [6, 20],
        [8, 5],
      ],
      '',
      { type: 'bar', sort: 'x_asc' },
    ],
    ['histogram of names is bars', [dimension('city'), measure('n')], byCity(10), 'histogram by city', { type: 'bar' }],
    [
      'two numbers per row',
      [detail('weight', 'decimal'), detail('price', 'decimal')],
      numbers(40),
      '',
      { type: 'scatter', x: 'weight', y: ['price'], series: null },
    ],
    [
      'two numbers and a category per row',
      [detail('city', 'text'), detail('weight', 'decimal'), detail('price', 'decimal')],
      numbers(40).map((row, i) => [CITIES[i % 4] ?? '', ...row]),
      '',
      { type: 'scatter', series: 'city' },
    ],
    [
      'two numbers and a name per row',
      [detail('name', 'text'), detail('weight', 'decimal'), detail('price', 'decimal')],
      numbers(40).map((row, i) => [`name ${i}`, ...row]),
      '',
      { type: 'table' },
    ],
    [
      'one number per row',
      [unknown('weight', 'decimal')],
      numbers(40).map((row) => [row[0] ?? null]),
      '',
      { type: 'histogram', x: 'weight', y: [] },
    ],
    [
      'a list',
      [detail('id', 'integer'), detail('name', 'text'), detail('born', 'date')],
      [
        [1, 'a', '1990-01-01'],
        [2, 'b', '1991-01-01'],
      ],
      '',
      { type: 'table' },
    ],
    ['as a table, although bars would do', [dimension('city'), measure('n')], byCity(8), 'orders by city as a table', { type: 'table' }],
    [
      'by year as a number',
      [unknown('order_year', 'integer'), measure('n')],
      [
        [2023, 1],
        [2024, 2],
        [2025, 3],
      ],
      '',
      { type: 'line', x: 'order_year' },
    ],
    ['pie in Arabic', [dimension('city'), measure('n')], byCity(4), 'رسم دائري للطلبات حسب المدينة', { type: 'pie' }],
    [
      'exact decimals as text',
      [dimension('city'), { name: 'n', kind: 'other', role: 'measure', format: 'currency' }],
      [
        ['a', '12.50'],
        ['b', '7.25'],
      ],
      '',
      { type: 'bar', format: 'currency' },
    ],
  ])('%s', (_name, columns, rows, question, expected) => {
    expect(choose(columns, rows, question)).toMatchObject(expected);
  });

  it.each<[string, readonly ChartColumn[], Cell[], Partial<ChartSpec>]>([
    [
      'a year, the year before and the change',
      [measure('y2024', 'currency'), measure('y2025', 'currency'), measure('change', 'percent')],
      [400, 500, 0.25],
      { y: ['y2025'], comparison: { against: 'period', column: 'y2024', better: null } },
    ],
    [
      'the newer first, with the difference',
      [measure('now'), measure('before'), measure('difference')],
      [500, 400, 100],
      { y: ['now'], comparison: { against: 'period', column: 'before', better: null } },
    ],
    [
      'an amount and its target',
      [measure('sales'), measure('sales_target')],
      [90, 100],
      { y: ['sales'], comparison: { against: 'target', column: 'sales_target', better: null } },
    ],
    ['amounts that have nothing to do with each other', [measure('a'), measure('b'), measure('c')], [1, 2, 9], { y: ['a', 'b', 'c'] }],
  ])('a figure is held against another: %s', (_, columns, row, expected) => {
    const spec = choose(columns, [row]);
    expect(spec).toMatchObject({ type: 'kpi', ...expected });
    expect(spec.comparison?.column).toBe(expected.comparison?.column);
  });

  it('holds the later of two periods against the earlier when that was asked, and offers it otherwise', () => {
    const columns = [month('year'), measure('n')];
    const rows = [
      ['2024-01-01', 1],
      ['2025-01-01', 2],
    ];
    const compared = { x: 'year', y: ['n'], comparison: { against: 'period', column: 'n' } };
    expect(choose(columns, rows, 'sales this year compared with last year')).toMatchObject({ type: 'kpi', ...compared });
    expect(choose(columns, rows, 'sales by year')).toMatchObject({ type: 'bar', ...compared, alternatives: ['line', 'kpi', 'table'] });
    expect(choose(columns, rows, 'المبيعات مقارنة بالعام الماضي')).toMatchObject({ type: 'kpi' });
  });

  it('offers two dimensions as a pivot table, obeys the word, and adds up only what may be added', () => {
    const rows = cross(CITIES.slice(0, 6), ['web', 'shop']);
    const columns = (additive: boolean) => [dimension('city'), dimension('channel'), { ...measure('n'), additive }];
    expect(choose(columns(true), rows).alternatives).toContain('pivot');
    expect(choose(columns(true), rows, 'pivot table of orders by city and channel')).toMatchObject({
      type: 'pivot',
      x: 'city',
      series: 'channel',
      totals: true,
    });
    expect(choose(columns(false), rows, 'جدول محوري للطلبات')).toMatchObject({ type: 'pivot', totals: false });
  });

  it('too many names for a legend or a heat map still make a pivot table', () => {
    const many = Array.from({ length: 90 }, (_, i) => `name ${i}`);
    const rows = cross(many, CITIES);
    expect(choose([dimension('name'), dimension('city'), measure('n')], rows)).toMatchObject({ type: 'pivot', alternatives: ['table'] });
  });

  it('keeps the order of a statement that orders its rows', () => {
    expect(choose([dimension('city'), measure('n')], byCity(5), '', true).sort).toBe('none');
  });

  it('goes from large to small where the statement orders only the years that stand side by side', () => {
    const rows = ['2024', '2025'].flatMap((year) => ['a', 'b'].map((city) => [`${year}-01-01`, city, 1]));
    expect(choose([month('year'), dimension('city'), measure('n')], rows, '', true)).toMatchObject({ series: 'year', sort: 'y_desc' });
  });

  it('offers only types that draw the same columns', () => {
    expect(choose([dimension('city'), measure('n')], byCity(5)).alternatives).toEqual(['pie', 'table']);
    expect(
      choose(
        [month('m'), measure('n')],
        MONTHS.map((m, i) => [m, i]),
      ).alternatives,
    ).toEqual(['area', 'bar', 'table']);
  });

  it('draws no more than single points of a result that is not all there', () => {
    const part = (columns: readonly ChartColumn[], rows: readonly (readonly Cell[])[]) =>
      chooseChart({ columns, rows, question: '', title: '', ordered: false, complete: false }).type;
    expect(part([dimension('city'), measure('n')], byCity(10))).toBe('table');
    expect(part([detail('weight', 'decimal')], numbers(40))).toBe('table');
    expect(part([detail('weight', 'decimal'), detail('price', 'decimal')], numbers(40))).toBe('scatter');
  });

  it('never draws more points than a chart can show', () => {
    const rows = Array.from({ length: 5_001 }, (_, i): Cell[] => [i, i]);
    expect(choose([detail('a', 'decimal'), detail('b', 'decimal')], rows).type).toBe('table');
  });
});
