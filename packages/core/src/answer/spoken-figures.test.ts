import { expect, test } from 'vitest';
import { figuresAreKnown } from './spoken-figures.ts';

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
])('%s: %s', (text, known) => {
  expect(figuresAreKnown(text, ROWS, 'Sales per region in 2025')).toBe(known);
});
