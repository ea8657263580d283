import { expect, test } from 'vitest';
import { parseEnvFile } from './env-file.ts';

const read = (text: string) => parseEnvFile(new TextEncoder().encode(text));

test('reads assignments, comments, exports and quoted values over several lines', () => {
  const { values, problems } = read('# top\n\nPORT=8080\nexport DEBUG = true # loud\nNAME="two\nlines"\r\nLAST=\'a=b\'\n');
  expect(problems).toEqual([]);
  expect(values).toEqual({ PORT: '8080', DEBUG: 'true', NAME: 'two\nlines', LAST: 'a=b' });
});

test('a line that is no assignment is named by its number', () => {
  expect(read('PORT=1\nthis is not one\n').problems).toEqual(['line 2: expected NAME=value']);
});

test('a name set twice is named with both lines', () => {
  expect(read('PORT=1\nDEBUG=on\nPORT=2').problems).toEqual(['line 3: PORT is set a second time (first on line 1)']);
});

test('a quote that never closes is named by the line that opens it', () => {
  expect(read('A=1\nB="open\nC=2\n').problems).toEqual(['line 2: the quote after B= is never closed']);
});

test.each([
  ['zero bytes', new Uint8Array([80, 61, 0, 1])],
  ['bytes that are no UTF-8', new Uint8Array([80, 61, 0xff, 0xfe])],
])('a binary file is refused: %s', (_name, bytes) => {
  expect(parseEnvFile(bytes).problems).toEqual([expect.stringContaining('not a text file')]);
});
