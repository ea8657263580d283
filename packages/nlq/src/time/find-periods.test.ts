import { describe, expect, it } from 'vitest';
import { normalise } from '../normalise.ts';
import { findPeriods } from './find-periods.ts';

const TODAY = '2026-03-18';

/** `from..to` of each period in a text, open ends empty. */
function periods(text: string, options: { today?: string; fiscalYearStart?: number; weekStart?: number } = {}): string[] {
  const { tokens } = normalise(text);
  return findPeriods(tokens, text, { today: TODAY, ...options }).map(({ period }) => `${period.from ?? ''}..${period.to ?? ''}`);
}

describe('periods in English', () => {
  it.each([
    ['orders in 2024', '2024-01-01..2025-01-01'],
    ['orders of the year 2024', '2024-01-01..2025-01-01'],
    ['sales 2023 by region', '2023-01-01..2024-01-01'],
    ['orders in Q1 2024', '2024-01-01..2024-04-01'],
    ['2024 Q3 revenue', '2024-07-01..2024-10-01'],
    ['revenue in the first quarter of 2025', '2025-01-01..2025-04-01'],
    ['revenue of the last quarter of 2025', '2025-10-01..2026-01-01'],
    ['revenue in quarter 2 2024', '2024-04-01..2024-07-01'],
    ['h2 2024', '2024-07-01..2025-01-01'],
    ['second half of last year', '2025-07-01..2026-01-01'],
    ['in March 2024', '2024-03-01..2024-04-01'],
    ['in march', '2026-03-01..2026-04-01'],
    ['in November', '2025-11-01..2025-12-01'],
    ['on March 15, 2024', '2024-03-15..2024-03-16'],
    ['on 15 March 2024', '2024-03-15..2024-03-16'],
    ['on the 3rd of May 2024', '2024-05-03..2024-05-04'],
    ['on 2024-02-29', '2024-02-29..2024-03-01'],
    ['on 05/02/2024', '2024-02-05..2024-02-06'],
    ['on 02/25/2024', '2024-02-25..2024-02-26'],
    ['this year', '2026-01-01..2027-01-01'],
    ['last year', '2025-01-01..2026-01-01'],
    ['next year', '2027-01-01..2028-01-01'],
    ['this quarter', '2026-01-01..2026-04-01'],
    ['last quarter', '2025-10-01..2026-01-01'],
    ['last month', '2026-02-01..2026-03-01'],
    ['this week', '2026-03-16..2026-03-23'],
    ['last week', '2026-03-09..2026-03-16'],
    ['today', '2026-03-18..2026-03-19'],
    ['yesterday', '2026-03-17..2026-03-18'],
    ['in the last 3 months', '2025-12-19..2026-03-19'],
    ['in the last three months', '2025-12-19..2026-03-19'],
    ['over the past 7 days', '2026-03-12..2026-03-19'],
    ['over the last 2 weeks', '2026-03-05..2026-03-19'],
    ['last 30 days', '2026-02-17..2026-03-19'],
    ['last 2 full months', '2026-01-01..2026-03-01'],
    ['in the past year', '2025-03-19..2026-03-19'],
    ['next 2 weeks', '2026-03-19..2026-04-02'],
    ['3 months ago', '2025-12-01..2026-01-01'],
    ['year to date', '2026-01-01..2026-03-19'],
    ['ytd', '2026-01-01..2026-03-19'],
    ['this month so far', '2026-03-01..2026-03-19'],
    ['since 2023', '2023-01-01..'],
    ['since last month', '2026-02-01..'],
    ['since the beginning of the year', '2026-01-01..'],
    ['after 2020', '2021-01-01..'],
    ['before 2020', '..2020-01-01'],
    ['before March 2024', '..2024-03-01'],
    ['until March 2024', '..2024-04-01'],
    ['on or before 2024-03-05', '..2024-03-06'],
    ['between 2019 and 2021', '2019-01-01..2022-01-01'],
    ['between January and March 2024', '2024-01-01..2024-04-01'],
    ['from January to March 2024', '2024-01-01..2024-04-01'],
    ['from Q2 to Q3 2023', '2023-04-01..2023-10-01'],
    ['from 2024-01-10 to 2024-01-20', '2024-01-10..2024-01-21'],
    ['from 2024', '2024-01-01..'],
    ['in the 1990s', '1990-01-01..2000-01-01'],
    ['week 1 of 2026', '2025-12-29..2026-01-05'],
    ['fiscal year 2025', '2025-01-01..2026-01-01'],
    ['fy24', '2024-01-01..2025-01-01'],
  ])('%s', (text, expected) => expect(periods(text)).toEqual([expected]));

  it.each([
    'orders above 2000',
    'a price between 100 and 2000',
    'a price between 2000 and 20000',
    'a price between 100 and 2,000',
    'a price from 500 to 2000',
    'orders of 2,000',
    'more than 2020 units',
    'the top 2000',
    'which customers may order',
    'show 2000 customers',
    'march of the penguins',
    'a code of "2024"',
    'the last customer',
  ])('sees no period in: %s', (text) => expect(periods(text)).toEqual([]));

  it('begins fiscal years where it is told to', () => {
    expect(periods('fiscal year 2025', { fiscalYearStart: 4 })).toEqual(['2024-04-01..2025-04-01']);
    expect(periods('this fiscal year', { fiscalYearStart: 4, today: '2026-05-01' })).toEqual(['2026-04-01..2027-04-01']);
  });

  it('begins weeks where it is told to', () => expect(periods('this week', { weekStart: 7 })).toEqual(['2026-03-15..2026-03-22']));

  it('finds each period of a comparison', () =>
    expect(periods('sales in 2025 compared with 2024')).toEqual(['2025-01-01..2026-01-01', '2024-01-01..2025-01-01']));

  it('cuts days to the length of the month', () =>
    expect(periods('last 1 month', { today: '2026-03-30' })).toEqual(['2026-02-28..2026-03-31']));

  it('counts units back from today, which is the last of their days', () => {
    expect(periods('last 2 years', { today: '2025-12-31' })).toEqual(['2024-01-01..2026-01-01']);
    expect(periods('last 3 months', { today: '2025-12-31' })).toEqual(['2025-10-01..2026-01-01']);
    expect(periods('last 2 years', { today: '2025-12-30' })).toEqual(['2023-12-31..2025-12-31']);
  });

  it.each([
    ['sales last 7 days vs the 7 days before', ['2026-03-12..2026-03-19', '2026-03-05..2026-03-12']],
    ['sales in the last 30 days compared with the previous 30 days', ['2026-02-17..2026-03-19', '2026-01-18..2026-02-17']],
    ['sales last month against the month before that', ['2026-02-01..2026-03-01', '2026-01-01..2026-02-01']],
    ['مبيعات آخر 7 أيام مقارنة مع 7 أيام السابقة', ['2026-03-12..2026-03-19', '2026-03-05..2026-03-12']],
  ])('counts back from the period it is held against, as many days as there: %s', (text, expected) =>
    expect(periods(text)).toEqual(expected),
  );

  it('leaves a period alone that nothing is held against', () =>
    expect(periods('orders of the last 7 days and the month before last month')[0]).toBe('2026-03-12..2026-03-19'));
});
