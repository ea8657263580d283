import { expect, it } from 'vitest';
import { keyToSend } from './key-to-send.ts';

const stored = { baseUrl: 'https://models.example.com/v1' };

it.each([
  ['typed', { apiKey: ' sk-1 ', baseUrl: 'https://other.example.com/v1' }, stored, 'sk-1'],
  ['left empty for the same server', { apiKey: '', baseUrl: 'https://models.example.com/v2' }, stored, undefined],
  ['left empty for another server', { apiKey: '', baseUrl: 'https://other.example.com/v1' }, stored, ''],
  ['left empty for an address that is none', { apiKey: '', baseUrl: 'models' }, stored, ''],
  ['left empty for a new profile', { apiKey: '', baseUrl: 'https://models.example.com/v1' }, null, ''],
])('a key that is %s', (_, values, known, expected) => {
  expect(keyToSend(values, known)).toBe(expected);
});
