import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseEnvFile } from './boot/env-file.ts';
import { ConfigError, loadConfig, ROOT_DIR, readEnvironment } from './config.ts';
import { environmentSchema } from './config-schema.ts';

const ROOT = '/srv/majed-vanna';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env, ROOT);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('an empty environment gives the documented defaults', () => {
  const config = loadConfig({}, ROOT);
  expect(config.server).toMatchObject({ host: '127.0.0.1', port: 7777, debug: false, allowedOrigins: [], allowedHosts: [] });
  expect(config.auth).toEqual({ secretKey: null, accessMinutes: 30, algorithm: 'HS256' });
  expect(config.database).toEqual({ provider: 'sqlite', url: `file:${join(ROOT, 'private/majed-vanna.db')}` });
  expect(config.rateLimit).toEqual({ maxRequests: 100, windowMs: 60_000 });
  expect(config.circuitBreakers).toEqual({
    agent: { failureThreshold: 5, timeoutMs: 60_000, successThreshold: 2 },
    database: { failureThreshold: 3, timeoutMs: 30_000, successThreshold: 2 },
    llm: { failureThreshold: 3, timeoutMs: 60_000, successThreshold: 2 },
  });
  expect(config.llm).toBe(null);
  expect(config.oracle).toBeNull();
  expect(config.paths).toEqual({
    dataDir: join(ROOT, 'private'),
    backups: join(ROOT, 'private/backups'),
    logs: join(ROOT, 'private/logs'),
  });
});

test('a variable that is set to nothing counts as absent', () => {
  expect(loadConfig({ PORT: '', SECRET_KEY: ' ', DATABASE_URL: '' }, ROOT).server.port).toBe(7777);
});

test('all problems are told at once, each with its variable', () => {
  const problems = problemsOf({
    PORT: '80a',
    DEBUG: 'maybe',
    ALGORITHM: 'none',
    ALLOWED_ORIGINS: 'reports',
    RATE_LIMIT_WINDOW: '-1',
    DATABASE_PROVIDER: 'oracle',
    SECRET_KEY: 'abc',
  });
  const named = problems.map((problem) => problem.split(' ')[0]);
  expect(named.toSorted()).toEqual([
    'ALGORITHM',
    'ALLOWED_ORIGINS',
    'DATABASE_PROVIDER',
    'DEBUG',
    'PORT',
    'RATE_LIMIT_WINDOW',
    'SECRET_KEY',
  ]);
});

test('a problem never repeats the secret', () => {
  expect(problemsOf({ SECRET_KEY: 'hunter2hunter2' }).join()).not.toContain('hunter2');
});

test('database address and provider must agree', () => {
  expect(problemsOf({ DATABASE_URL: 'postgresql://db/app', DATABASE_PROVIDER: 'sqlite' })).toHaveLength(1);
  expect(problemsOf({ DATABASE_URL: 'mysql://db/app' })).toHaveLength(1);
  expect(loadConfig({ DATABASE_URL: 'postgresql://db/app' }, ROOT).database.provider).toBe('postgresql');
});

test('what is set and takes no effect is named; a default is not', () => {
  const env = { ORACLE_PORT: '1521', BACKUP_PATH: 'copies', LLM_MODEL: 'small', PORT: '80' };
  expect(loadConfig(env, ROOT).withoutEffect).toEqual(['BACKUP_PATH']);
});

test('half an Oracle connection is a problem', () => {
  expect(problemsOf({ ORACLE_USER: 'reader', ORACLE_HOST: 'db' })).toEqual([expect.stringContaining('ORACLE_PASSWORD, ORACLE_DATABASE')]);
});

test('lists are split, trimmed and checked', () => {
  const { server } = loadConfig(
    { ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080/', ALLOWED_HOSTS: 'Reports.Example, .intern' },
    ROOT,
  );
  expect(server.allowedOrigins).toEqual(['https://a.example', 'http://b.example:8080']);
  expect(server.allowedHosts).toEqual(['reports.example', '.intern']);
});

test('the result cannot be changed, at any depth', () => {
  expect(Object.isFrozen(loadConfig({}, ROOT).server.allowedHosts)).toBe(true);
});

test('the example file shows the defaults: copying it changes nothing', () => {
  const { values, problems } = parseEnvFile(readFileSync(join(ROOT_DIR, '.env.example')));
  expect(problems).toEqual([]);
  expect(Object.keys(values).toSorted()).toEqual(Object.keys(environmentSchema.shape).toSorted());
  expect(loadConfig(values, ROOT)).toEqual(loadConfig({}, ROOT));
});

test('a broken .env is named with its line, and variables of the process win over it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'majed-vanna-env-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '.env'), 'PATH=/from/the/file\nMV_ONLY_HERE=yes\n');
  expect(readEnvironment(folder)).toMatchObject({ PATH: process.env.PATH, MV_ONLY_HERE: 'yes' });
  await writeFile(join(folder, '.env'), 'PORT=80\nthis is broken\n');
  expect(() => readEnvironment(folder)).toThrow(`${join(folder, '.env')}: line 2: expected NAME=value`);
});

test('a model is asked as soon as its name or address is given, at the provider’s own address by default', () => {
  const llm = (env: Record<string, string>) => loadConfig(env).llm;
  expect(llm({ LLM_MODEL: 'small' })).toEqual({ provider: 'lmstudio', baseUrl: 'http://localhost:1234/v1', model: 'small', apiKey: null });
  expect(llm({ LLM_PROVIDER: 'openai', LLM_MODEL: 'm', LLM_API_KEY: 'k' })).toMatchObject({
    baseUrl: 'https://api.openai.com/v1',
    apiKey: 'k',
  });
  expect(llm({ LLM_API_KEY: 'k' })).toBe(null);
  expect(() => llm({ LLM_PROVIDER: 'compatible', LLM_MODEL: 'm' })).toThrow('LLM_BASE_URL is needed');
  expect(() => llm({ LLM_PROVIDER: 'skynet' })).toThrow('LLM_PROVIDER must be lmstudio, openai or compatible');
});
