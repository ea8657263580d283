import { expect, test } from 'vitest';
import { canReset } from './tones.ts';

test.each([
  ['closed', 0, false],
  ['closed', 2, true],
  ['open', 3, true],
  ['half_open', 3, true],
] as const)('a breaker that is %s with %i failures can be reset: %s', (state, failures, expected) => {
  expect(canReset({ state, failures })).toBe(expected);
});
