import { type Actor, type ModelProfileInput, newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { failure, startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../ports.ts';
import { createSecretBox } from '../secrets/secret-box.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import { createModelEndpoints } from './model-endpoints.ts';
import { createModelKeys } from './model-keys.ts';
import { createModelService } from './model-service.ts';

const admin: Actor = { userId: newId('usr'), username: 'amina', role: 'admin', attributes: {} };
const KEY = 'sk-0123456789';

async function house(bootDefault: ModelEndpoint | null = null) {
  const database = await createTestDatabase();
  const llm = await startFakeLlm({ apiKey: KEY, models: [{ id: 'small', max_model_len: 8192 }, { id: 'large' }] });
  onTestFinished(async () => {
    await llm[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });
  const keys = createModelKeys(createSecretBox('s'.repeat(40)));
  const models = createModelService({ database, keys, clock: systemClock });
  const endpoints = createModelEndpoints({ database, keys, bootDefault });
  const profile: ModelProfileInput = { name: 'Office', provider: 'compatible', baseUrl: llm.baseUrl, model: 'small', apiKey: KEY };
  return { database, llm, models, endpoints, profile };
}

test('a key is kept encrypted, never returned, and used for its own host only', async () => {
  const { database, llm, models, endpoints, profile } = await house();
  const created = await models.create(admin, profile);
  expect(created).toMatchObject({ name: 'Office', hasKey: true, active: true });
  expect(JSON.stringify([created, await database.repositories.modelProfiles.list()])).not.toContain(KEY);
  expect(await endpoints.activeEndpoint()).toMatchObject({ apiKey: KEY, baseUrl: llm.baseUrl });
  const { apiKey: _, ...withoutKey } = profile;
  expect(await models.listModels(admin, { ...withoutKey, id: created.id })).toEqual({ models: ['small', 'large'] });

  await using elsewhere = await startFakeLlm();
  const moved = { ...withoutKey, id: created.id, baseUrl: elsewhere.baseUrl };
  for (const attempt of [models.listModels(admin, moved), models.test(admin, moved), models.update(admin, moved)])
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_input', details: { field: 'apiKey' } });
  expect(elsewhere.requests).toEqual([]);
  await models.update(admin, { ...moved, apiKey: '' });
  expect(await endpoints.activeEndpoint()).toMatchObject({ apiKey: null, baseUrl: elsewhere.baseUrl });
});

test('a key that was moved to another host in the database does not open', async () => {
  const { database, models, endpoints, profile } = await house();
  const { id } = await models.create(admin, profile);
  await database.repositories.modelProfiles.update(id, { baseUrl: 'https://elsewhere.example/v1' }, new Date());
  await expect(endpoints.activeEndpoint()).rejects.toMatchObject({ code: 'unavailable' });
});

test('context size and time of a profile are kept and reach whoever asks; what is not set is usual for the server', async () => {
  const { models, endpoints, profile } = await house();
  const created = await models.create(admin, profile);
  expect(created).toMatchObject({ contextTokens: null, answerSeconds: 90 });
  await models.update(admin, { ...profile, id: created.id, contextTokens: 4_096, answerSeconds: 300 });
  expect(await models.list(admin)).toMatchObject([{ contextTokens: 4_096, answerSeconds: 300 }]);
  expect(await endpoints.activeEndpoint()).toMatchObject({ contextTokens: 4_096, answerSeconds: 300 });
});

test('an update that says nothing of the key keeps it', async () => {
  const { models, endpoints, profile } = await house();
  const { id } = await models.create(admin, profile);
  const { apiKey: _, ...rest } = profile;
  expect(await models.update(admin, { ...rest, id, model: 'large' })).toMatchObject({ model: 'large', hasKey: true });
  expect(await endpoints.activeEndpoint()).toMatchObject({ model: 'large', apiKey: KEY });
});

test('one profile is active at a time, or none', async () => {
  const { models, endpoints, profile } = await house();
  const first = await models.create(admin, profile);
  const second = await models.create(admin, { ...profile, name: 'Other' });
  await models.activate(admin, second.id);
  expect((await models.list(admin)).map(({ name, active }) => [name, active])).toEqual([
    ['Office', false],
    ['Other', true],
  ]);
  await models.activate(admin, null);
  expect(await endpoints.activeEndpoint()).toBe(null);
  await models.remove(admin, first.id);
  expect((await models.list(admin)).map(({ name }) => name)).toEqual(['Other']);
  await expect(models.create(admin, { ...profile, name: 'Other' })).rejects.toMatchObject({ code: 'conflict' });
});

test('the environment’s model is used until a profile is saved', async () => {
  const boot: ModelEndpoint = { provider: 'lmstudio', baseUrl: 'http://localhost:1234/v1', model: 'boot', apiKey: null };
  const { models, endpoints, profile } = await house(boot);
  expect(await endpoints.activeEndpoint()).toEqual(boot);
  await models.create(admin, profile);
  await models.activate(admin, null);
  expect(await endpoints.activeEndpoint()).toBe(null);
});

test('only administrators see and change models', async () => {
  const { models, profile } = await house();
  const analyst: Actor = { ...admin, role: 'analyst' };
  for (const attempt of [
    models.list(analyst),
    models.create(analyst, profile),
    models.test(analyst, profile),
    models.activate(analyst, null),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
});

test('the test completes real prompts and tells what the model can do', async () => {
  const { llm, models, profile } = await house();
  llm.say(text('ready'), tool('read_thermometer', { room: 'kitchen' }), text('{"color": "green"}'));
  expect(await models.test(admin, profile)).toEqual({
    ms: expect.any(Number),
    reply: 'ready',
    tools: true,
    json: true,
    contextTokens: 8192,
    embedding: null,
  });
  llm.say(text('ready'), failure(400, 'tools are not supported'), text('green'));
  expect(await models.test(admin, { ...profile, model: 'large' })).toMatchObject({ tools: false, json: false, contextTokens: null });
});

test('what is wrong is said with its remedy, and without the key', async () => {
  const { llm, models, profile } = await house();
  const message = async (input: ModelProfileInput) => {
    const error: unknown = await models.test(admin, input).catch((thrown: unknown) => thrown);
    return error instanceof Error ? error.message : 'no error';
  };
  expect(await message({ ...profile, apiKey: 'wrong' })).toMatch(/refused the key/);
  expect(await message({ ...profile, baseUrl: 'http://127.0.0.1:1/v1' })).toMatch(/Check that the address is right|Nothing listens/);
  llm.say(failure(404, `The model 'small' does not exist, ${KEY}`));
  expect(await message(profile)).toMatch(/does not have this model/);
  llm.say({ kind: 'page' });
  expect(await message(profile)).toMatch(/does not speak OpenAI’s protocol/);
  llm.say(failure(500, `broken ${KEY}`));
  expect(await message(profile)).toMatch(/failed with status 500/);
  llm.say(text(''));
  expect(await message(profile)).toMatch(/replied with nothing/);
});
