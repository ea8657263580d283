import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { resolveSecretKey, secretKeyProblem } from './secret-key.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'secret-key-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test.each([
  'changeme',
  'secret',
  'your-secret-key-here-change-in-production',
  'a'.repeat(64),
  'abcdefghij'.repeat(5),
  'ChangeMeChangeMeChangeMeChangeMe',
  'k3J9x_2mQ',
])('%s is refused', (key) => {
  expect(secretKeyProblem(key)).not.toBeNull();
});

test('a random key of 32 characters will do', () => {
  expect(secretKeyProblem('q9T-4vXw7ZpLk2Rb8NcYd5Hs1MgJf0Ae')).toBeNull();
});

test('the first start generates 256 bits, readable by the owner only, and later starts keep them', async () => {
  const dir = await folder();
  const key = await resolveSecretKey(null, dir);
  expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  expect((await stat(join(dir, 'secret.key'))).mode & 0o777).toBe(0o600);
  expect(await resolveSecretKey(null, dir)).toBe(key);
  expect(await readdir(dir)).toEqual(['secret.key']);
});

test('processes that start at the same moment agree on one key', async () => {
  const dir = await folder();
  const keys = await Promise.all(Array.from({ length: 10 }, () => resolveSecretKey(null, dir)));
  expect(new Set(keys).size).toBe(1);
  expect(await readdir(dir)).toEqual(['secret.key']);
});

test('a configured key wins and nothing is written', async () => {
  const dir = await folder();
  expect(await resolveSecretKey('configured', dir)).toBe('configured');
  expect(await readdir(dir)).toEqual([]);
});

test('a kept key that was cut short is refused, not replaced', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'secret.key'), 'cut');
  await expect(resolveSecretKey(null, dir)).rejects.toThrow(/secret\.key is too short/);
  expect(await readFile(join(dir, 'secret.key'), 'utf8')).toBe('cut');
});
