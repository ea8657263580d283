import { expect, test } from 'vitest';
import { formatMoment, formatSpan } from './moments.ts';

test.each([
  [0, '0 sec'],
  [59.9, '59 sec'],
  [60, '1 min'],
  [3_725, '1 hr, 2 min'],
  [86_400 * 3 + 3_600 * 4 + 59, '3 days, 4 hr'],
  [86_400 + 59, '1 day'],
])('%d s lasts %s', (seconds, text) => {
  expect(formatSpan(seconds, 'en')).toBe(text);
});

test('spans are written in Arabic with Western digits', () => {
  expect(formatSpan(86_400 * 3 + 3_600 * 11, 'ar')).toBe('3 أيام و11 س');
});

test('a moment shows its day only when it is another one', () => {
  const at = new Date(2026, 2, 10, 9, 5, 7);
  expect(formatMoment(at.toISOString(), 'en', at.getTime())).toBe('09:05:07');
  expect(formatMoment(at.getTime(), 'en', at.getTime() + 86_400_000)).toBe('10 Mar, 09:05:07');
});
