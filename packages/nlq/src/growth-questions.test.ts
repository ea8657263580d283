import { describe, expect, it } from 'vitest';
import { openHarbour } from './testing/open-harbour.ts';

const { answer, interpret } = openHarbour();

describe('growth', () => {
  it.each(['income growth', 'year over year growth of income', 'نمو الدخل', 'how much did income grow in 2025', 'كم نما الدخل في 2025'])(
    '%s: the figure, the one before and the change; the first has neither',
    (question) =>
      expect(answer(question).map((row) => row.map(Number))).toEqual([
        [2024, 1400, 0, 0],
        [2025, 4050, 1400, 2650 / 1400],
      ]),
  );
  it('leaves a period without rows empty rather than skipping it', () =>
    expect(answer('income growth by month in 2025')).toEqual([
      ['2025-01', 1800, null, null],
      ['2025-02', 1400, 1800, -400 / 1800],
      ['2025-05', 250, null, null],
      ['2025-07', 600, null, null],
    ]));
  it('holds the first of several periods against the one before them, which is not shown', () => {
    expect(answer('income growth by month from May 2025 to July 2025')).toEqual([
      ['2025-05', 250, null, null],
      ['2025-07', 600, null, null],
    ]);
    expect(answer('income growth by month from February 2025 to July 2025')[0]).toEqual(['2025-02', 1400, 1800, -400 / 1800]);
  });
  it('goes back a year where months are said year over year', () =>
    expect(answer('year over year income growth by quarter').at(-2)).toEqual(['2025-Q2', 250, 500, -0.5]));
  it('keeps each group to itself', () =>
    expect(answer('income growth by coast').filter(([, , , before]) => before !== null)).toEqual([
      ['West', '2025', 2650, 1400, 1250 / 1400],
    ]));
  it('is null after nothing', () => {
    const growth = answer('growth of number of trips by month in 2025').map((row) => row.at(-1));
    expect(growth).toEqual([null, -0.5, null, null]);
  });
  it('takes whole weeks, so that none seems to shrink at the end of a month', () =>
    expect(said('weekly income growth in January 2025')).toContain('30 Dec 2024 – 2 Feb 2025'));
  it.each(['growth', 'growth of number of boats by year', 'week over week income growth by year', 'share of income growth by coast'])(
    'refuses %s',
    (question) => expect(interpret(question).kind).toBe('refuse'),
  );
  it('is said in words', () => expect(said('income growth')).toBe('income, income the year before and growth of income per year'));
});

function said(question: string): string {
  const interpretation = interpret(question);
  return interpretation.kind === 'answer' ? interpretation.reading.understood.map(({ text }) => text).join('') : interpretation.kind;
}
