import { describe, expect, test } from 'vitest';
import { findPasswordProblem, requireGoodPassword } from './password-policy.ts';

describe('good passwords', () => {
  test.each([
    ['violet harbour lantern'],
    ['correct horse battery staple'],
    ['Tr0ub4dor&3-granite-mill'],
    ['m7#Kp2!vQx9zLw4s'],
    ['قهوة الصباح على الشرفة'],
    ['the admin forgot his umbrella again'],
    ['a'.repeat(3) + ' quick brown fox jumps over the lazy dog '.repeat(5)],
  ])('%s', (password) => {
    expect(findPasswordProblem(password, 'layla')).toBeNull();
  });
});

describe('bad passwords', () => {
  test.each([
    ['short', 'too_short'],
    ['fourteen chars', 'too_short'],
    ['x y '.repeat(65), 'too_long'],
    ['LAYLA likes green tea', 'contains_username'],
    ['l4yl4 likes green tea', 'contains_username'],
    ['aaaaaaaaaaaaaaaa', 'too_repetitive'],
    ['abcabcabcabcabcabc', 'too_repetitive'],
    ['kiwikiwikiwikiwi', 'too_repetitive'],
    ['passwordpassword', 'too_common'],
    ['Password123456789', 'too_common'],
    ['P@ssw0rd!P@ssw0rd!', 'too_common'],
    ['1234567890123456', 'too_common'],
    ['qwertyuiopasdfgh', 'too_common'],
    ['1qaz2wsx3edc4rfv', 'too_common'],
    ['abcdefghijklmnop', 'too_common'],
    ['Administrator2026!', 'too_common'],
    ['Welcome2Company2026', 'too_common'],
    ['iloveyou1iloveyou2', 'too_common'],
    ['20012002200320042005', 'too_common'],
  ])('%s is %s', (password, problem) => {
    expect(findPasswordProblem(password, 'layla')).toBe(problem);
  });
});

test('a long password of any kind is judged at once', () => {
  const hostile = `${'ab'.repeat(127)}!`;
  expect(findPasswordProblem(hostile, 'layla')).not.toBeNull();
});

test('the error names the field and the reason', () => {
  expect(() => requireGoodPassword('layla layla layla', 'layla')).toThrow(
    expect.objectContaining({ code: 'invalid_input', details: { field: 'password', reason: 'password_contains_username' } }),
  );
});
