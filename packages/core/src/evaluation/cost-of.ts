import type { CaseResult } from './evaluation-case.ts';

/** Prices are per million tokens. Nothing used costs nothing, whatever the price. */
export function costOf(
  { input, output }: CaseResult['tokens'],
  prices: { readonly input: number | null; readonly output: number | null } | null,
): number | null {
  if (input + output === 0) return 0;
  if (!prices || prices.input === null || prices.output === null) return null;
  return (input * prices.input + output * prices.output) / 1_000_000;
}
