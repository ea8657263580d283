import { expect, it } from 'vitest';
import { parseTokens } from './parse-tokens.ts';

it.each([
  ['', null],
  [' ', null],
  ['0', 0],
  ['100,000', 100_000],
  ['١٠٠٬٠٠٠', 100_000],
  ['many', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['9'.repeat(13), undefined],
])('%j is %s tokens', (text, tokens) => {
  expect(parseTokens(text)).toBe(tokens);
});
