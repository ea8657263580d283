import dns from 'node:dns/promises';
import { type Actor, type ModelProfileInput, modelProfileInput, newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { getLocal, type Mockttp } from 'mockttp';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { modelFetch } from '../agent/model-fetch.ts';
import { systemClock } from '../ports.ts';
import { createSecretBox } from '../secrets/secret-box.ts';
import { contextSize } from './context-size.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import { createModelKeys } from './model-keys.ts';
import { createModelService } from './model-service.ts';

const admin: Actor = { userId: newId('usr'), username: 'amina', role: 'admin', attributes: {} };
const KEY = 'sk-0123456789';
let server: Mockttp;
let other: Mockttp;
beforeAll(() => {
  server = getLocal({ suggestChanges: false });
  other = getLocal({ suggestChanges: false });
});
beforeEach(async () => void (await Promise.all([server.start(), other.start()])));
afterEach(async () => void (await Promise.all([server.stop(), other.stop()])));

const endpoint = (model = 'small', path = '/v1'): ModelEndpoint => ({
  provider: 'compatible',
  baseUrl: `${server.url}${path}`,
  model,
  apiKey: KEY,
});
const input = (changes: Partial<ModelProfileInput> = {}): ModelProfileInput => ({
  name: 'Office',
  provider: 'compatible',
  baseUrl: `${server.url}/v1`,
  model: 'small',
  apiKey: KEY,
  ...changes,
});
const said = (content: string) => ({ choices: [{ message: { role: 'assistant', content } }] });

async function modelService() {
  const database = await createTestDatabase();
  onTestFinished(() => database[Symbol.asyncDispose]());
  return createModelService({ database, keys: createModelKeys(createSecretBox('s'.repeat(40))), clock: systemClock });
}

describe('the context size is read where each kind of server tells it', () => {
  const signal = AbortSignal.timeout(20_000);

  test('LM Studio: as it is loaded, else what the model can at most', async () => {
    const models = [
      { id: 'small', max_context_length: 32_768, loaded_context_length: 8_192 },
      { id: 'large', max_context_length: 131_072 },
    ];
    await server.forGet('/api/v0/models').always().thenJson(200, { data: models });
    await server
      .forGet('/v1/models')
      .always()
      .thenJson(200, { data: models.map(({ id }) => ({ id })) });
    expect(await contextSize(endpoint('small'), signal)).toBe(8_192);
    expect(await contextSize(endpoint('large'), signal)).toBe(131_072);
  });

  test('llama.cpp: as it was started, before what the model was trained for', async () => {
    await server
      .forGet('/v1/models')
      .always()
      .thenJson(200, { data: [{ id: 'small', meta: { n_ctx_train: 131_072 } }] });
    expect(await contextSize(endpoint(), signal)).toBe(131_072);
    await server
      .forGet('/props')
      .always()
      .thenJson(200, { default_generation_settings: { n_ctx: 4_096 } });
    expect(await contextSize(endpoint(), signal)).toBe(4_096);
  });

  test('vLLM: in its list', async () => {
    await server.forGet('/v1/models').thenJson(200, {
      data: [
        { id: 'other', max_model_len: 1 },
        { id: 'small', max_model_len: 16_384 },
      ],
    });
    expect(await contextSize(endpoint(), signal)).toBe(16_384);
  });

  test('Ollama: by its own question, as the model’s file sets it', async () => {
    await server
      .forGet('/v1/models')
      .always()
      .thenJson(200, { data: [{ id: 'small' }] });
    const shown = { model_info: { 'general.architecture': 'llama', 'llama.context_length': 131_072 } };
    await server.forPost('/api/show').withJsonBody({ model: 'small' }).thenJson(200, shown);
    expect(await contextSize(endpoint(), signal)).toBe(131_072);
    await server.forPost('/api/show').thenJson(200, { ...shown, parameters: 'stop "<end>"\nnum_ctx                        8192' });
    expect(await contextSize(endpoint(), signal)).toBe(8_192);
    const running = [{ name: 'other' }, { name: 'small:latest', context_length: 4_096 }];
    await server.forGet('/api/ps').thenJson(200, { models: running });
    expect(await contextSize(endpoint(), signal)).toBe(4_096);
  });

  test('nobody tells: unknown; OpenAI is not asked what it does not know', async () => {
    const anything = await server.forAnyRequest().always().thenJson(404, {});
    expect(await contextSize(endpoint(), signal)).toBe(null);
    const before = (await anything.getSeenRequests()).length;
    expect(await contextSize({ ...endpoint(), provider: 'openai' }, signal)).toBe(null);
    expect((await anything.getSeenRequests()).slice(before).map(({ path }) => path)).toEqual(['/v1/models']);
  });
});

test('an Azure-style address keeps its query, and the key goes in the header of its own', async () => {
  const models = await modelService();
  const completion = await server
    .forPost('/openai/deployments/gpt-small/chat/completions')
    .withQuery({ 'api-version': '2024-10-21' })
    .always()
    .thenJson(200, said('ready'));
  const embedding = await server
    .forPost('/openai/deployments/embed/embeddings')
    .withQuery({ 'api-version': '2024-10-21' })
    .thenJson(200, { data: [{ index: 0, embedding: [0.1, 0.2, 0.3] }] });
  const azure = input({
    baseUrl: `${server.url}/openai/deployments/gpt-small/?api-version=2024-10-21`,
    model: 'gpt-small',
    embeddingModel: 'embed',
  });
  expect(await models.listModels(admin, azure)).toEqual({ models: ['gpt-small'] });
  expect(await models.test(admin, azure)).toMatchObject({ reply: 'ready', embedding: { works: true, dimensions: 3 } });
  const requests = [...(await completion.getSeenRequests()), ...(await embedding.getSeenRequests())];
  expect(requests.length).toBeGreaterThan(1);
  for (const { headers } of requests) {
    expect(headers['api-key']).toBe(KEY);
    expect(headers.authorization).toBeUndefined();
  }
});

test('an embedding model is really asked; what it cannot do is said and fails nothing else', async () => {
  const models = await modelService();
  await server.forPost('/v1/chat/completions').always().thenJson(200, said('ready'));
  const embeddings = await server
    .forPost('/v1/embeddings')
    .thenJson(200, { data: [{ embedding: Array.from({ length: 768 }, () => 0.5) }] });
  expect((await models.test(admin, input({ embeddingModel: 'words' }))).embedding).toEqual({ works: true, dimensions: 768 });
  const [request] = await embeddings.getSeenRequests();
  expect(await request?.body.getJson()).toMatchObject({ model: 'words', input: ['sales by region'] });
  await server.forPost('/v1/embeddings').thenJson(404, { error: { message: 'model "words" not found' } });
  const failed = await models.test(admin, input({ embeddingModel: 'words' }));
  expect(failed).toMatchObject({
    reply: 'ready',
    embedding: { works: false, problem: expect.stringContaining('does not have this model') },
  });
  expect((await models.test(admin, input())).embedding).toBe(null);
});

test('a redirect is not followed: the key stays with its host', async () => {
  const models = await modelService();
  const elsewhere = await other.forAnyRequest().always().thenJson(200, { data: [] });
  await server
    .forGet('/v1/models')
    .always()
    .thenReply(307, '', { location: `${other.url}/v1/models` });
  await expect(models.listModels(admin, input())).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('sends on'),
  });
  expect(await elsewhere.getSeenRequests()).toEqual([]);
});

test('a reply without end is given up', async () => {
  const models = await modelService();
  await server.forGet('/v1/models').thenReply(200, 'x'.repeat(5 * 1024 * 1024));
  await expect(models.listModels(admin, input())).rejects.toMatchObject({ message: expect.stringContaining('too long') });
});

test('a key that a broken server repeats stands in no part of the error', async () => {
  const models = await modelService();
  await server.forGet('/v1/models').always().thenReply(500, `Authorization: Bearer ${KEY}`);
  const error: unknown = await models.listModels(admin, input()).catch((thrown: unknown) => thrown);
  const parts: string[] = [];
  for (let part = error; part instanceof Error; part = part.cause) parts.push(part.message, part.stack ?? '');
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.join('\n')).not.toContain(KEY);
});

test.each([
  ['http://localhost:1234/v1', true],
  ['http://[::1]:8080/v1', true],
  ['https://house.openai.azure.com/openai/deployments/gpt?api-version=2024-10-21', true],
  ['http://user:secret@localhost:1234/v1', false],
  ['https://models.example/v1#part', false],
  ['http://169.254.169.254/v1', false],
  ['http://2852039166/v1', false],
  ['http://[fe80::1]/v1', false],
  ['http://[::ffff:169.254.169.254]/v1', false],
  ['http://metadata.google.internal./v1', false],
  ['http://METADATA.google.internal/v1', false],
  ['http://metadata/v1', false],
  ['http://0xa9.0xfe.0xa9.0xfe/v1', false],
  ['http://0251.0376.0251.0376/v1', false],
  ['http://[64:ff9b::169.254.169.254]/v1', false],
  ['http://[::169.254.169.254]/v1', false],
  ['http://100.100.100.200/v1', false],
  ['http://168.63.129.16/v1', false],
  ['http://0.0.0.0:11434/v1', true],
  ['http://192.168.1.20:1234/v1', true],
  ['http://metadata-models.example/v1', true],
  ['file:///etc/passwd', false],
])('the address %s is taken: %s', (baseUrl, taken) => {
  expect(modelProfileInput.safeParse(input({ baseUrl })).success).toBe(taken);
});

test.each([
  ['169.254.169.254', 4],
  ['::ffff:169.254.169.254', 6],
  ['fe80::1%eth0', 6],
])('a name that leads to %s is not asked, whoever asks', async (address, family) => {
  const models = await modelService();
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation((async () => [{ address, family }]) as unknown as typeof dns.lookup);
  onTestFinished(() => lookup.mockRestore());
  const seen = await server
    .forAnyRequest()
    .always()
    .thenJson(200, { data: [{ id: 'small' }] });
  const named = `${server.url.replace(/127\.0\.0\.1/, 'localhost')}/v1`;
  const refused = { code: 'unavailable', message: expect.stringContaining('clouds keep') };
  await expect(models.listModels(admin, input({ baseUrl: named }))).rejects.toMatchObject(refused);
  const tried: string[] = [];
  const asked = modelFetch((body) => tried.push(body))(`${named}/chat/completions`, { method: 'POST', body: 'once' });
  await expect(asked).rejects.toMatchObject(refused);
  expect(tried).toEqual(['once']);
  expect(await seen.getSeenRequests()).toEqual([]);
});

test.each(['two words', 'a\r\nx-other: 1', 'مفتاح'])('a key that no header can hold is refused, and not repeated: %j', (apiKey) => {
  const parsed = modelProfileInput.safeParse(input({ apiKey }));
  expect(parsed.success).toBe(false);
  expect(parsed.error?.message).not.toContain(apiKey);
});
