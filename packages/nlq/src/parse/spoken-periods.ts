import { findPeriods } from '../time/find-periods.ts';
import type { SegmentOptions } from './segment-question.ts';
import type { Token } from './token.ts';

/** Periods a question names, by the tokens they cover. */
export function spokenPeriods(tokens: readonly Token[], question: string, today: string): SegmentOptions['periods'] {
  return findPeriods(tokens, question, { today }).map(({ start, end, period }) => {
    const text = question.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
    return { start, end, period: { text, from: period.from, to: period.to, year: period.year, unit: period.unit } };
  });
}
