import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FirstModel } from '@majed-vanna/contract';
import { createTestDatabase, type TestDatabase } from '@majed-vanna/db/testing';
import { startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../ports.ts';
import { ADMINISTRATOR, CLIENT, createSetupWorld, type SetupWorld } from '../testing/setup-world.ts';
import { createSetupService } from './setup-service.ts';

const KEY = 'sk-first-0123456789';
const MODEL: FirstModel = { provider: 'compatible', baseUrl: 'http://127.0.0.1:1/v1', model: 'small', apiKey: KEY };
let database: TestDatabase;
let dataDir: string;
let world: SetupWorld;

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'setup-'));
  world = createSetupWorld({ database, dataDir, clock: systemClock });
});
afterEach(async () => {
  await world.dataSources.close();
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const code = async () => (await world.setup.currentCode()) ?? '';
const profiles = () => database.repositories.modelProfiles.list();

test('the language model of the wizard is active from the start, its key encrypted', async () => {
  await world.setup.complete(
    { code: await code(), administrator: ADMINISTRATOR, dataSource: await world.upload(), languageModel: MODEL },
    CLIENT,
  );
  expect(await profiles()).toMatchObject([{ name: 'small', model: 'small', active: true }]);
  expect(JSON.stringify(await profiles())).not.toContain(KEY);
  expect(await world.endpoints.activeEndpoint()).toMatchObject({ baseUrl: MODEL.baseUrl, apiKey: KEY });
});

test('whoever skips it has none', async () => {
  await world.setup.complete(
    { code: await code(), administrator: ADMINISTRATOR, dataSource: await world.upload(), languageModel: null },
    CLIENT,
  );
  expect(await profiles()).toEqual([]);
});

test('a model that cannot be stored leaves nothing behind: neither administrator nor source', async () => {
  const broken = createSetupService({ ...world, models: { recordFirst: () => Promise.reject(new Error('full')) } });
  const order = { administrator: ADMINISTRATOR, dataSource: await world.upload(), languageModel: MODEL };
  await expect(broken.complete({ ...order, code: (await broken.currentCode()) ?? '' }, CLIENT)).rejects.toThrow('full');
  expect(await database.repositories.users.count()).toBe(0);
  expect(await database.repositories.dataSources.list()).toEqual([]);
  expect(await broken.state()).toEqual({ open: true });
});

test('is tested and its models listed for whoever has the code, and for nobody else', async () => {
  await using llm = await startFakeLlm({ apiKey: KEY, models: [{ id: 'small' }] });
  const model = { ...MODEL, baseUrl: llm.baseUrl };
  await expect(world.setup.listModels({ code: 'AAAA-AAAA-AAAA', server: model })).rejects.toMatchObject({ code: 'wrong_setup_code' });
  await expect(world.setup.testLanguageModel({ code: 'AAAA-AAAA-AAAA', model })).rejects.toMatchObject({ code: 'wrong_setup_code' });
  expect(llm.requests).toEqual([]);
  expect(await world.setup.listModels({ code: await code(), server: model })).toEqual({ models: ['small'] });
  llm.say(text('ready'), tool('read_thermometer', { room: 'kitchen' }), text('{"color":"green"}'));
  expect(await world.setup.testLanguageModel({ code: await code(), model })).toMatchObject({ reply: 'ready', tools: true, json: true });
});

test('after the set-up nobody lists or tests models through it, whatever code they have', async () => {
  await using llm = await startFakeLlm({ apiKey: KEY, models: [{ id: 'small' }] });
  const model = { ...MODEL, baseUrl: llm.baseUrl };
  const typed = await code();
  await world.setup.complete({ code: typed, administrator: ADMINISTRATOR, dataSource: await world.upload(), languageModel: null }, CLIENT);
  await expect(world.setup.listModels({ code: typed, server: model })).rejects.toMatchObject({ code: 'setup_closed' });
  await expect(world.setup.testLanguageModel({ code: typed, model })).rejects.toMatchObject({ code: 'setup_closed' });
  expect(llm.requests).toEqual([]);
});

test('a set-up file may name one, of a known server without its address', async () => {
  const file = join(dataDir, 'setup.json');
  const languageModel = { provider: 'lmstudio', model: 'qwen', name: 'At the office' };
  await writeFile(file, JSON.stringify({ administrator: ADMINISTRATOR, dataSource: { kind: 'sample' }, languageModel }));
  expect(await world.setup.completeFromFile(file)).toEqual({ completed: true });
  expect(await profiles()).toMatchObject([
    { name: 'At the office', baseUrl: 'http://localhost:1234/v1', model: 'qwen', active: true, sealedKey: null },
  ]);
});

test('a set-up file with a wrong model says where it is wrong', async () => {
  const file = join(dataDir, 'setup.json');
  const languageModel = { provider: 'compatible', model: 'qwen', apiKey: 'two words' };
  await writeFile(file, JSON.stringify({ administrator: ADMINISTRATOR, dataSource: { kind: 'sample' }, languageModel }));
  await expect(world.setup.completeFromFile(file)).rejects.toThrow(/languageModel\.baseUrl[\s\S]*languageModel\.apiKey/);
});
