import { describe, expect, it, test } from 'vitest';
import { cleanQuestion, languageOf, titleOf } from './question-text.ts';

describe('question', () => {
  it.each([
    ['  sales\n\tby   region\u0000 ', 'sales by region'],
    ['المبيعات حسب المنطقة؟', 'المبيعات حسب المنطقة؟'],
    ['عربي\u200cفارسی', 'عربي\u200cفارسی'],
    ['total \u202enet sales\u202c \u2066this\u2069 year\u0007\n', 'total net sales this year'],
    ['مبيعات\u200f A\u200dB\u200e', 'مبيعات\u200f A\u200dB\u200e'],
    ['bad \ud800 surrogate', 'bad \ufffd surrogate'],
    ['x'.repeat(2_000), 'x'.repeat(2_000)],
  ])('%j is asked as %j', (typed, asked) => {
    expect(cleanQuestion(typed)).toBe(asked);
  });

  it('tells how long it may be', () => {
    expect(() => cleanQuestion('x'.repeat(2_001))).toThrow(/2001 characters, at most 2000/);
  });
});

test.each([
  ['sales by region', 'en'],
  ['sales in الرياض', 'ar'],
  ['2025?', 'en'],
])('%s is in %s', (question, language) => {
  expect(languageOf(question)).toBe(language);
});

test.each([
  ['how many customers?', 'How many customers'],
  ['كم عدد العملاء؟', 'كم عدد العملاء'],
  ['a'.repeat(100), `A${'a'.repeat(78)}…`],
])('the title of %s', (question, title) => {
  expect(titleOf(question)).toBe(title);
});
