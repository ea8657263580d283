import type { Cell, Language, ResultColumn } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { factsOfColumns } from './facts-of-columns.ts';
import { writeHeadline } from './headline.ts';

const column = (name: string, kind: ResultColumn['kind']): ResultColumn => ({ name, label: name, kind, format: null, currency: null });
const count = (name: string) => column(name, 'integer');
const text = (name: string) => column(name, 'text');

function line(language: Language, columns: readonly ResultColumn[], rows: readonly (readonly Cell[])[]): string {
  return writeHeadline(factsOfColumns(columns, rows, rows.length, language))
    .map((part) => part.text)
    .join('');
}

test.each<[string, string, string]>([
  ['an alias that says nothing', line('en', [count('n')], [[6400]]), '6,400.'],
  ['an expression for an alias', line('en', [count('count_star()')], [[6400]]), '6,400.'],
  ['an alias that says something', line('en', [count('customers')], [[6400]]), '6,400 customers.'],
  ['an alias of two words', line('en', [count('active_customers')], [[6400]]), '6,400 active customers.'],
  ['a Latin alias in Arabic', line('ar', [count('customers')], [[6400]]), '6,400.'],
  ['an Arabic alias', line('ar', [count('عدد_العملاء')], [[6400]]), 'عدد العملاء: 6,400.'],
  ['one group', line('en', [text('region'), count('n')], [['Riyadh', 10]]), 'Riyadh with 10.'],
  ['one group in Arabic', line('ar', [text('region'), count('n')], [['الرياض', 10]]), 'الرياض: 10.'],
  ['several figures, told apart', line('en', [count('n'), count('open_orders')], [[3, 4]]), 'n 3, open orders 4.'],
  [
    'a year that is a number',
    line(
      'en',
      [count('year'), count('orders')],
      [
        [2023, 5],
        [2024, 9],
        [2025, 7],
      ],
    ),
    '2024 leads with 9; 2023 is lowest.',
  ],
  [
    'keys beside names',
    line(
      'en',
      [count('customer_id'), text('name')],
      [
        [1, 'Ann'],
        [2, 'Bob'],
      ],
    ),
    '2 rows.',
  ],
])('%s', (_, said, expected) => {
  expect(said).toBe(expected);
});

test('two dimensions are named together: the largest and the smallest', () => {
  const rows = [
    ['Riyadh', 'Online', 50],
    ['Riyadh', 'Store', 70],
    ['Asir', 'Online', 10],
  ];
  expect(line('en', [text('region'), text('channel'), count('orders')], rows)).toBe(
    'Riyadh · Store leads with 70; Asir · Online is lowest.',
  );
  const months = rows.map(([region, , n], index) => [region ?? '', `2025-0${index + 1}-01`, n ?? 0]);
  const said = line('en', [text('region'), column('month', 'date'), count('orders')], months);
  expect(said).toBe('Riyadh · February 2025 leads with 70; Asir · March 2025 is lowest.');
});
