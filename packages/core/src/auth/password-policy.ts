import { AppError, type Because, because, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@majed-vanna/contract';
import { COMMON_PASSWORD_PARTS, COMMON_SEQUENCES } from './common-password-parts.ts';

/** What must be left of a password when everything common is taken out of it. */
const MIN_UNCOMMON = 6;
const SEQUENCE = 4;
const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

export type PasswordProblem = 'too_short' | 'too_long' | 'contains_username' | 'too_repetitive' | 'too_common';

const REASONS: Readonly<Record<PasswordProblem, Because>> = {
  too_short: because('password_too_short', { least: PASSWORD_MIN_LENGTH }),
  too_long: because('password_too_long', { most: PASSWORD_MAX_LENGTH }),
  contains_username: because('password_contains_username'),
  too_repetitive: because('password_too_repetitive'),
  too_common: because('password_too_common'),
};

/** Length and blocklist, no composition rules (NIST SP 800-63B, 3.1.1.2). */
export function findPasswordProblem(password: string, username: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return 'too_short';
  if (length > PASSWORD_MAX_LENGTH) return 'too_long';
  const folded = password.normalize('NFKC').toLowerCase();
  const name = username.trim().normalize('NFKC').toLowerCase();
  if (name.length > 0 && (folded.includes(name) || withoutLookalikes(folded).includes(withoutLookalikes(name)))) return 'contains_username';
  if (new Set(folded).size < MIN_UNCOMMON - 1 || /^(.{1,8}?)\1{2,}.{0,7}$/su.test(folded)) return 'too_repetitive';
  if (isMadeOfCommonParts(folded)) return 'too_common';
  return null;
}

/** In words for the person who chose it; null when it is good. */
export function explainPassword(password: string, username: string): string | null {
  const problem = findPasswordProblem(password, username);
  return problem && REASONS[problem].message;
}

/** @throws AppError `invalid_input`, with the field and the reason. */
export function requireGoodPassword(password: string, username: string): void {
  const problem = findPasswordProblem(password, username);
  if (problem) throw AppError.because('invalid_input', REASONS[problem], { field: 'password' });
}

function isMadeOfCommonParts(folded: string): boolean {
  const withoutSequences = removeSequences(folded);
  return [folded, withoutSequences].some((text) => {
    const left = removeParts(withoutLookalikes(text)).replace(/[\d\s\p{P}\p{S}]/gu, '');
    const leftAsTyped = removeParts(text).replace(/[\d\s\p{P}\p{S}]/gu, '');
    return Math.min(left.length, leftAsTyped.length) < MIN_UNCOMMON;
  });
}

function removeParts(text: string): string {
  return PARTS_BY_LENGTH.reduce((left, part) => left.replaceAll(part, ' '), text);
}

const PARTS_BY_LENGTH = [...COMMON_PASSWORD_PARTS].sort((a, b) => b.length - a.length);
const DIRECTED_SEQUENCES = COMMON_SEQUENCES.flatMap((sequence) => [sequence, [...sequence].reverse().join('')]);

/** Every run of a keyboard row or of the alphabet, longest first. */
function removeSequences(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    const run = longestRun(text, at);
    left += run >= SEQUENCE ? ' ' : text[at];
    at += run >= SEQUENCE ? run : 1;
  }
  return left;
}

function longestRun(text: string, at: number): number {
  let run = 0;
  while (at + run < text.length && DIRECTED_SEQUENCES.some((sequence) => sequence.includes(text.slice(at, at + run + 1)))) run++;
  return run;
}

function withoutLookalikes(text: string): string {
  return Array.from(text, (character) => LOOKALIKES[character] ?? character).join('');
}
