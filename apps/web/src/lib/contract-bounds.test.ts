import {
  ANSWER_SECONDS,
  CONVERSATIONS_PER_PAGE,
  MAX_QUESTION_LENGTH,
  MODEL_ADDRESSES,
  PASSWORD_MIN_LENGTH,
  role,
  SMALL_CONTEXT_TOKENS,
  username,
} from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { ANSWER_SECONDS as SECONDS, SMALL_CONTEXT_TOKENS as SMALL } from '../components/model-server/model-bounds.ts';
import { PROVIDER_ADDRESSES } from '../components/model-server/provider-addresses.ts';
import { MAX_QUESTION_CHARACTERS } from '../features/answers/question-length.ts';
import { CONVERSATIONS_A_PAGE } from '../features/conversations/page-length.ts';
import { USERNAME_PATTERN } from '../features/setup/username-pattern.ts';
import { checkPassword, PASSWORD_MIN_CHARACTERS } from './password-rules.ts';
import { ROLES } from './roles.ts';

describe('what the forms check', () => {
  it('has the contract’s bounds', () => {
    expect([PASSWORD_MIN_CHARACTERS, MAX_QUESTION_CHARACTERS]).toEqual([PASSWORD_MIN_LENGTH, MAX_QUESTION_LENGTH]);
  });

  it('has the contract’s length of a page', () => {
    expect(CONVERSATIONS_A_PAGE).toBe(CONVERSATIONS_PER_PAGE);
  });

  it('has the contract’s roles', () => {
    expect(ROLES).toEqual(role.options);
  });

  it('has the contract’s addresses of models', () => {
    expect(PROVIDER_ADDRESSES).toEqual(MODEL_ADDRESSES);
    expect([SECONDS, SMALL]).toEqual([ANSWER_SECONDS, SMALL_CONTEXT_TOKENS]);
  });

  it.each(['amina', 'أمينة', 'a.b-c_d@e', 'ab', 'a b c', 'a'.repeat(65), ''])(
    'takes the user name %j exactly when the contract does',
    (name) => {
      expect(USERNAME_PATTERN.test(name)).toBe(username.safeParse(name).success);
    },
  );

  it.each([
    ['three quiet camels', 'three quiet camels', 'amina', { length: true, name: true, same: true }],
    ['Amina is my own name', '', 'amina', { length: true, name: false, same: false }],
    ['short', 'short', 'amina', { length: false, name: true, same: true }],
    ['', '', '', { length: false, name: false, same: false }],
  ])('checks the password %j', (password, repeated, name, expected) => {
    expect(checkPassword(password, repeated, name)).toEqual(expected);
  });
});
