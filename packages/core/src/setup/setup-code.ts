import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError, because } from '@majed-vanna/contract';
import type { Clock } from '../ports.ts';

/** Crockford's base 32: no letter that looks like a digit. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;
const WRONG_PER_WINDOW = 10;
const WINDOW_MS = 60_000;

export interface SetupCode {
  /** `XXXX-XXXX-XXXX`, 60 random bits. */
  readonly text: string;
  /**
   * Case, dashes, spaces and look-alike letters do not count.
   * @throws AppError `wrong_setup_code`, or `rate_limited` with `retryAfterSeconds`.
   */
  require(typed: string): void;
}

/** Lives in memory alone: whoever reads the database or a backup learns nothing, and each start has a new one. */
export function createSetupCode(clock: Clock): SetupCode {
  const characters = Array.from(randomBytes(GROUPS * GROUP_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const expected = digest(characters);
  let windowStartMs = 0;
  let wrong = 0;
  return { text: (characters.match(/.{4}/g) ?? []).join('-'), require };

  function require(typed: string): void {
    const nowMs = clock.now().getTime();
    if (nowMs - windowStartMs >= WINDOW_MS) {
      windowStartMs = nowMs;
      wrong = 0;
    }
    if (wrong >= WRONG_PER_WINDOW) {
      const retryAfterSeconds = Math.ceil((windowStartMs + WINDOW_MS - nowMs) / 1_000);
      throw AppError.because('rate_limited', because('too_many_codes', { retryAfterSeconds }));
    }
    // Digests of equal length, compared in constant time.
    if (timingSafeEqual(digest(canonical(typed)), expected)) return;
    wrong++;
    throw AppError.because('wrong_setup_code', because('wrong_set_up_code'));
  }
}

function canonical(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
}

function digest(characters: string): Buffer {
  return createHash('sha256').update(characters).digest();
}
