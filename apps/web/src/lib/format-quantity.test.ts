import { expect, test } from 'vitest';
import { formatSize } from './format-quantity.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [542, '542 bytes'],
  [7_636, '7.6 kB'],
  [48_000_000, '48 MB'],
])('%d bytes are written "%s"', (bytes, words) => {
  expect(formatSize(bytes, 'en')).toBe(words);
});
