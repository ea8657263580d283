import { describe, expect, it } from 'vitest';
import { openHarbour } from './testing/open-harbour.ts';

const { answer } = openHarbour();
const figures = (question: string) =>
  answer(question)
    .map((row) => `${row[0]} ${row.at(-1)}`)
    .sort();

describe('two sides of a comparison stand next to each other', () => {
  it.each([
    'compare income between 2024 and 2025',
    'compare income in 2024 and 2025',
    'income 2024 vs 2025',
    'compare income from 2024 to 2025',
    'قارن الدخل بين 2024 و 2025',
    'مقارنة الدخل بين 2024 و2025',
  ])('%s', (question) => expect(figures(question)).toEqual(['2024 1400', '2025 4050']));

  it('takes a range for one period where nothing is compared', () => expect(answer('income between 2024 and 2025')).toEqual([[5450]]));
  it.each(['Q1 vs Q2 2025 income', 'compare income in Q1 and Q2 2025'])('%s: lends the first quarter the year of the second', (question) =>
    expect(figures(question)).toEqual(['2025-Q1 3200', '2025-Q2 250']),
  );
  it.each(['compare yacht and dhow income', 'compare income between yacht and dhow', 'yacht vs dhow income', 'قارن الدخل بين يخت وسنبوك'])(
    '%s',
    (question) => expect(figures(question)).toEqual(['dhow 1350', 'yacht 4100']),
  );
});
