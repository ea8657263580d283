import type { Cell, ChartSpec, ChartType, ResultColumn } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { chartData } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';
import { barsLie, chartHeight, chartOptions } from './chart-options.ts';

const theme = {
  series: ['c1', 'c2'],
  comparison: 'grey',
  ink: 'ink',
  ink2: 'ink2',
  ink3: 'ink3',
  line: 'line',
  lineStrong: 'strong',
  surface: 'surface',
  heat: ['low', 'high'],
  fontFamily: 'Inter',
} as const;
const look: ChartLook = { theme, language: 'en', rtl: false, width: 540, animate: false, description: 'Chart: A title' };
const rtl: ChartLook = { ...look, language: 'ar', rtl: true };
const text = (name: string): ResultColumn => ({ name, label: name, kind: 'text', format: null, currency: null });
const figure = (name: string): ResultColumn => ({ name, label: name, kind: 'decimal', format: null, currency: null });
const date = (name: string): ResultColumn => ({ name, label: name, kind: 'date', format: null, currency: null });
const spec = (part: Partial<ChartSpec>): ChartSpec => ({
  type: 'bar',
  title: '',
  x: 'x',
  y: ['n'],
  series: null,
  sort: 'none',
  format: 'number',
  alternatives: [],
  ...part,
});

function drawn(part: Partial<ChartSpec>, columns: readonly ResultColumn[], rows: readonly (readonly Cell[])[], with_: ChartLook = look) {
  const full = spec(part);
  const data = chartData(full, columns, rows);
  if (!data) throw new Error('nothing to draw');
  return { data, options: chartOptions(full, data, with_) };
}

describe('drawing options', () => {
  const cities: Cell[][] = [
    ['North', 1],
    ['South', 2],
  ];

  it.each<ChartType>(['bar', 'grouped_bar', 'stacked_bar', 'line', 'area', 'pie', 'scatter', 'histogram'])(
    'of %s show tooltips without HTML and describe themselves',
    (type) => {
      const columns = type === 'scatter' || type === 'histogram' ? [figure('x'), figure('n')] : [text('x'), figure('n')];
      const rows: Cell[][] =
        type === 'scatter' || type === 'histogram'
          ? [
              [1, 2],
              [3, 4],
            ]
          : cities;
      const { options } = drawn({ type }, columns, rows);
      expect(options).toMatchObject({
        tooltip: { renderMode: 'richText' },
        aria: { enabled: true, label: { description: 'Chart: A title' } },
      });
      expect(options.series).not.toEqual([]);
    },
  );

  it('mirror the axes from right to left', () => {
    const { options } = drawn({}, [text('x'), figure('n')], cities, rtl);
    expect(options).toMatchObject({ xAxis: { inverse: true }, yAxis: { position: 'right' } });
  });

  it('draw the earlier of two years in grey', () => {
    const { options } = drawn({ type: 'grouped_bar', y: ['2024', '2025'] }, [text('x'), figure('2024'), figure('2025')], [['North', 1, 2]]);
    expect(options.series).toMatchObject([{ color: 'grey' }, { color: 'c1' }]);
    expect(options.legend).toMatchObject({ show: true, left: 4 });
  });

  it('put the legend on the start side of either direction', () => {
    const columns = [text('x'), figure('a'), figure('b')];
    expect(drawn({ type: 'grouped_bar', y: ['a', 'b'] }, columns, [['North', 1, 2]], rtl).options.legend).toMatchObject({
      right: 4,
      align: 'right',
    });
  });

  it('write whole months as months', () => {
    const { options } = drawn(
      { type: 'line' },
      [date('x'), figure('n')],
      [
        ['2025-01-01', 1],
        ['2025-02-01', 2],
      ],
    );
    expect(options.xAxis).toMatchObject({ data: ['Jan 2025', 'Feb 2025'] });
  });

  it('write whole years as years', () => {
    const { options } = drawn(
      {},
      [date('x'), figure('n')],
      [
        ['2024-01-01', 1],
        ['2025-01-01', 2],
      ],
    );
    expect(options.xAxis).toMatchObject({ data: ['2024', '2025'] });
  });

  it('stack the series of stacked bars', () => {
    const { options } = drawn(
      { type: 'stacked_bar', series: 's' },
      [text('x'), text('s'), figure('n')],
      [
        ['North', 'web', 1],
        ['North', 'shop', 2],
      ],
    );
    expect(options.series).toMatchObject([{ stack: 'all' }, { stack: 'all' }]);
  });

  it('lay bars down when their names are long or many', () => {
    const long = drawn(
      {},
      [text('x'), figure('n')],
      ['A long name of a product', 'b', 'c', 'd', 'e'].map((name, i) => [name, i]),
    ).data;
    const many = drawn(
      {},
      [text('x'), figure('n')],
      Array.from({ length: 30 }, (_, i) => [`c${i}`, i]),
    ).data;
    const few = drawn({}, [text('x'), figure('n')], cities).data;
    expect([long, many, few].map((data) => barsLie(spec({}), data, 'en'))).toEqual([true, true, false]);
    expect(chartHeight(spec({}), many, 'en')).toBeGreaterThan(chartHeight(spec({}), few, 'en'));
  });

  it('place each cell of a heat map by its two names', () => {
    const { options } = drawn(
      { type: 'heatmap', series: 's' },
      [text('x'), text('s'), figure('n')],
      [
        ['North', 'web', 1],
        ['South', 'shop', 2],
      ],
    );
    expect(options.series).toMatchObject([
      {
        data: [
          [0, 0, 1],
          [1, 1, 2],
        ],
      },
    ]);
    expect(options.yAxis).toMatchObject({ data: ['web', 'shop'] });
  });

  it('write every name while there is room, and thin them out when there is none', () => {
    const columns = [text('x'), figure('n')];
    const rows: Cell[][] = ['North', 'South', 'East', 'West', 'Centre'].map((name, i) => [name, i]);
    expect(drawn({}, columns, rows).options).toMatchObject({ xAxis: { axisLabel: { interval: 0 } } });
    expect(drawn({}, columns, rows, { ...look, width: 200 }).options).toMatchObject({ xAxis: { axisLabel: { interval: 'auto' } } });
  });

  it('keeps no more room for the names of a line than they take', () => {
    const rows = [
      ['Mon', 1],
      ['Tue', 2],
    ];
    expect(drawn({ type: 'line' }, [text('x'), figure('n')], rows).options).not.toHaveProperty('xAxis.axisLabel.width');
  });

  it('slant names whose words are wider than their room, and break no word', () => {
    const rows: Cell[][] = ['Headquarters', 'South', 'East', 'West', 'Centre'].map((name, i) => [name, i]);
    const narrow = drawn({}, [text('x'), figure('n')], rows, { ...look, width: 330 });
    expect(narrow.options).toMatchObject({ xAxis: { axisLabel: { interval: 0, rotate: 40, overflow: 'truncate' } } });
    const ofWords = [['Head office NE', 1], ...rows.slice(1)];
    expect(drawn({}, [text('x'), figure('n')], ofWords).options).toMatchObject({ xAxis: { axisLabel: { overflow: 'break' } } });
  });

  it('obey the wish for less motion', () => {
    expect(drawn({}, [text('x'), figure('n')], cities).options.animation).toBe(false);
  });
});
