import { expect, test } from 'vitest';
import { figureCheck } from './spoken-figures.ts';

const ROWS = [
  ['Riyadh', 12_345.678],
  ['Makkah', '900'],
];

test.each([
  ['Riyadh leads with 12,345.678.', true],
  ['Riyadh leads with 12,345.68, rounded.', true],
  ['There are 2 regions.', true],
  ['In 2025 as asked.', true],
  ['بلغت مبيعات مكة ٩٠٠.', true],
  ['No figure at all.', true],
  ['Riyadh leads with 12,346.9.', false],
  ['Together 13,245.', false],
  ['بلغت المبيعات ٩٠١.', false],
  ['Riyadh has 12,345.678, Makkah 901.', false],
  ['The two regions differ; the one in front is Riyadh.', true],
  ['There are nine regions.', false],
  ['Makkah has nine hundred.', true],
  ['Riyadh leads with twelve thousand, about 12.3 thousand.', true],
  ['There are seven million clients.', false],
  ['There are 7 million clients.', false],
  ['بلغت مبيعات مكة تسعمئة.', true],
  ['يوجد سبعة ملايين عميل.', false],
  ['حصة الرياض كبيرة في المئة.', true],
  ['بلغت مبيعات مكة ۹۰۰.', true],
  ['بلغت مبيعات مكة ۹۰۱.', false],
  ['Makkah has ９００.', true],
  ['Makkah has ９０１.', false],
  ['Makkah has ९०१.', false],
  ['Makkah has ⁹⁹⁹.', false],
  ['Makkah has ↈ.', false],
  ['Makkah measures 900 m².', true],
])('%s: %s', (text, known) => {
  expect(figureCheck(ROWS, 'Sales per region in 2025')(text)).toBe(known);
});

test('a sentence that lists more figures than it needs is not shown', () => {
  const listed = (count: number) => Array.from({ length: count }, () => '900').join(', ');
  expect(figureCheck(ROWS, '')(listed(60))).toBe(true);
  expect(figureCheck(ROWS, '')(listed(61))).toBe(false);
});
