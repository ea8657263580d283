import { expect, test } from 'vitest';
import { createPasswordHashing } from './password-hashing.ts';

const hashing = createPasswordHashing();

test('hashes are Argon2id with 19 MiB, two passes, one lane, and salted', async () => {
  const [one, two] = await Promise.all([hashing.hash('violet harbour lantern'), hashing.hash('violet harbour lantern')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
  expect(one).not.toBe(two);
  expect(await hashing.verify(one, 'violet harbour lantern')).toBe(true);
  expect(await hashing.verify(one, 'violet harbour lanterns')).toBe(false);
});

test('nobody has no password, and asking is no error', async () => {
  expect(await hashing.verify(null, '')).toBe(false);
  expect(await hashing.verify(null, 'violet harbour lantern')).toBe(false);
});

test('a password is the same however its letters are composed', async () => {
  expect(await hashing.verify(await hashing.hash('cafe\u0301 violet harbour'), 'caf\u00e9 violet harbour')).toBe(true);
});
