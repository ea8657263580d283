import { findPeriods } from '../time/find-periods.ts';
import type { SegmentOptions } from './segment-question.ts';
import type { Token } from './token.ts';

/** Periods a question names, by the tokens they cover. */
export function spokenPeriods(tokens: readonly Token[], question: string, today: string): SegmentOptions['periods'] {
  return findPeriods(twoSides(tokens), question, { today }).map(({ start, end, period }) => {
    const text = question.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0);
    return { start, end, period: { text, from: period.from, to: period.to, year: period.year, unit: period.unit } };
  });
}

const COMPARES = /^(compar(e|es|ed|ing|ison)|versus|vs\.?)$/;

/** "compare sales between 2024 and 2025": two periods, not one from the first to the last. */
function twoSides(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ norm }) => COMPARES.test(norm))) return tokens;
  return tokens.map((token) => (token.norm === 'between' ? { ...token, norm: 'in' } : token));
}
