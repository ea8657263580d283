import { expect, it } from 'vitest';
import { isStaleChunk } from './stale-chunk.ts';

it.each([
  ['Failed to fetch dynamically imported module: http://x/assets/a.js', true],
  ['error loading dynamically imported module', true],
  ['Importing a module script failed.', true],
  ['Cannot read properties of undefined', false],
])('knows a file of an older build by %j', (message, expected) => {
  expect(isStaleChunk(new TypeError(message))).toBe(expected);
});
