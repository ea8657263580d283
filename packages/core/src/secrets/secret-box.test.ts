import { expect, test } from 'vitest';
import { createSecretBox } from './secret-box.ts';

const box = createSecretBox('a key that is long enough for a test');

test('a secret comes back, and looks different each time it is sealed', () => {
  const sealed = box.seal('model.key', 'sk-très-secret');
  expect(box.open('model.key', sealed)).toBe('sk-très-secret');
  expect(box.seal('model.key', 'sk-très-secret')).not.toBe(sealed);
  expect(Buffer.from(sealed.slice(3), 'base64url').includes('secret')).toBe(false);
});

test('under another name, another SECRET_KEY, or changed by one bit, it does not open', () => {
  const sealed = box.seal('model.key', 'sk-secret');
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  const attempts = [
    () => box.open('client.key', sealed),
    () => createSecretBox('another key that is long enough').open('model.key', sealed),
    () => box.open('model.key', `v1.${bytes.toString('base64url')}`),
    () => box.open('model.key', 'sk-secret'),
  ];
  for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining({ code: 'unavailable' }));
});
