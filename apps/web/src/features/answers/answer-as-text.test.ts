import { expect, it } from 'vitest';
import { answerAsText } from './answer-as-text.ts';

const column = (label: string) => ({ name: label, label, kind: 'text', format: null, currency: null }) as const;

it('copies the line, then a table that spreadsheets read', () => {
  const text = answerAsText({
    headline: [
      { text: '2', tone: 'figure' },
      { text: ' branches.', tone: 'plain' },
    ],
    columns: [column('Branch'), column('Note')],
    rows: [
      ['North', 'a\tb\nc'],
      ['South', null],
    ],
  });
  expect(text).toBe('2 branches.\n\nBranch\tNote\nNorth\ta b c\nSouth\t');
});

it('copies values as they are read', () => {
  const columns = [{ ...column('القناة'), labels: { Store: 'متجر' } }];
  expect(answerAsText({ headline: [], columns, rows: [['Store'], ['Kiosk']] })).toBe('القناة\nمتجر\nKiosk');
});
