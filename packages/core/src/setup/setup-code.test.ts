import { expect, test } from 'vitest';
import { createFakeClock } from '../testing/index.ts';
import { createSetupCode } from './setup-code.ts';

test('a code is three groups of four characters that cannot be mistaken, another one each time', () => {
  const codes = Array.from({ length: 200 }, () => createSetupCode(createFakeClock()).text);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(new Set(codes).size).toBe(200);
});

test('case, dashes, spaces and look-alike letters do not count', () => {
  const code = createSetupCode(createFakeClock());
  const typings = [
    code.text,
    code.text.toLowerCase(),
    code.text.replaceAll('-', ''),
    ` ${code.text.replaceAll('-', ' ')} `,
    code.text.replaceAll('1', 'l').replaceAll('0', 'o'),
    code.text.replaceAll('1', 'I').replaceAll('0', 'O'),
  ];
  for (const typed of typings) expect(() => code.require(typed)).not.toThrow();
});

test.each(['', 'AAAA-BBBB-CCCC', 'x'.repeat(10_000), 'رمز'])('%.20s is a wrong code', (typed) => {
  expect(() => createSetupCode(createFakeClock()).require(typed)).toThrow(expect.objectContaining({ code: 'wrong_setup_code' }));
});

test('after ten wrong codes in a minute the next ones wait, and say how long', () => {
  const clock = createFakeClock();
  const code = createSetupCode(clock);
  for (let i = 0; i < 10; i++) expect(() => code.require('wrong')).toThrow(expect.objectContaining({ code: 'wrong_setup_code' }));
  clock.advance({ seconds: 20 });
  expect(() => code.require(code.text)).toThrow(
    expect.objectContaining({ code: 'rate_limited', details: { reason: 'too_many_codes', retryAfterSeconds: 40 } }),
  );
  clock.advance({ seconds: 40 });
  expect(() => code.require(code.text)).not.toThrow();
});
