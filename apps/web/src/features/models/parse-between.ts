import { parseTokens } from './parse-tokens.ts';

/** A whole number within bounds; null for an empty field, undefined for anything else. */
export function parseBetween(text: string, least: number, most: number): number | null | undefined {
  const typed = parseTokens(text);
  return typed === null || typed === undefined || (typed >= least && typed <= most) ? typed : undefined;
}
