import type { ResultColumn } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { terminalTable } from './terminal-table.ts';
import { fitText, textWidth } from './text-width.ts';

const column = (label: string, kind: ResultColumn['kind'] = 'text', format: ResultColumn['format'] = null): ResultColumn => ({
  name: label,
  label,
  kind,
  format,
  currency: null,
});

test.each([
  ['Riyadh', 6],
  ['الرياض', 6],
  ['مُحَمَّد', 4],
  ['東京', 4],
  ['🙂', 2],
  ['a\u200fb', 2],
])('%s takes %i cells', (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test('text that does not fit says so', () => {
  expect(fitText('Riyadh East', 7)).toBe('Riyadh…');
  expect(fitText('東京都', 4)).toBe('東…');
});

test('numbers stand at the right, formats are obeyed, nothing steers the terminal', () => {
  const columns = [
    column('Region'),
    column('Sales', 'decimal', 'currency'),
    column('Share', 'decimal', 'percent'),
    column('Year', 'integer'),
  ];
  const rows = [
    ['Riyadh\u001b[31m\n', 1_234_567.5, 0.125, 2025],
    ['Asir', '9.5', null, 2024],
  ];
  expect(terminalTable(columns, rows, 80)).toBe(
    [
      'Region               Sales   Share  Year',
      '────────────  ────────────  ──────  ────',
      'Riyadh [31m   1,234,567.50  12.5 %  2025',
      'Asir                  9.50          2024',
      '',
    ].join('\n'),
  );
});

test('Arabic cells keep their place and turn nothing round', () => {
  const lines = terminalTable([column('المدينة'), column('العدد', 'integer')], [['الرياض', 5]], 80).split('\n');
  expect(lines[2]).toBe('\u2068الرياض\u2069       5');
});

test('wide columns give way on a narrow terminal', () => {
  const lines = terminalTable([column('a'), column('b')], [['x'.repeat(200), 'short']], 30).split('\n');
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(30);
  expect(lines[2]).toContain('short');
});
