import { type Actor, AppError, newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { getLocal, type Mockttp } from 'mockttp';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { ModelEndpoint } from '../../models/model-endpoint.ts';
import { createModelUsage } from '../../models/model-usage.ts';
import { createQuotaService } from '../../models/quota-service.ts';
import { createThesaurus } from '../../semantics/thesaurus.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { createRecordingLogger } from '../../testing/recording-logger.ts';
import { createTestBreakers } from '../../testing/test-breakers.ts';
import { createMeaning } from '../create-meaning.ts';
import { createSemanticSearch } from '../semantic-search.ts';
import { hospital } from '../testing/hospital.ts';

const KEY = 'sk-0123456789';
let server: Mockttp;
beforeAll(() => {
  server = getLocal({ suggestChanges: false });
});
beforeEach(async () => void (await server.start()));
afterEach(async () => void (await server.stop()));

/** A server of embeddings with a direction per topic; keeps what it was sent. */
async function encoding({ dimension = 3, tokensPerText }: { dimension?: number; tokensPerText?: number } = {}) {
  const sent: string[][] = [];
  const vectorOf = (text: string) =>
    [
      /nurse|admission/i.test(text) ? 1 : 0.1,
      /doctor|physician/i.test(text) ? 1 : 0.1,
      /ward/i.test(text) ? 1 : 0.1,
      ...Array(9).fill(0.1),
    ].slice(0, dimension);
  await server
    .forPost('/v1/embeddings')
    .always()
    .thenCallback(async (request) => {
      const { input } = (await request.body.getJson()) as { input: string[] };
      sent.push(input);
      const usage = tokensPerText && { usage: { prompt_tokens: tokensPerText * input.length } };
      return { statusCode: 200, json: { data: input.map((text, index) => ({ index, embedding: vectorOf(text) })).toReversed(), ...usage } };
    });
  return { sent, texts: () => sent.flat() };
}

async function house({
  embeddingModel = 'encoder',
  dataToLlm = 'aggregates',
  unreadableKey = false,
}: {
  embeddingModel?: string | null;
  dataToLlm?: 'none' | 'aggregates' | 'full';
  unreadableKey?: boolean;
} = {}) {
  const database = await createTestDatabase();
  const clock = createFakeClock();
  const log = createRecordingLogger();
  const source = await database.repositories.dataSources.create({
    ...{
      id: newId('src'),
      name: 'Hospital',
      kind: 'files',
      dialect: 'sqlite',
      location: 'h.sqlite',
      isDefault: true,
      createdAt: clock.now(),
    },
  });
  await database.repositories.dataSources.update(source.id, { dataToLlm });
  const endpoint: ModelEndpoint = { provider: 'compatible', baseUrl: `${server.url}/v1`, model: 'chat', apiKey: KEY, embeddingModel };
  const readable = async () => {
    if (unreadableKey) throw new AppError('unavailable', 'The key cannot be read.');
    return endpoint;
  };
  const models = { endpointFor: readable, activeEndpoint: readable };
  const breakers = createTestBreakers({ database, clock, log });
  const usage = createModelUsage({ database, clock, log });
  const open = () => {
    const meaning = createMeaning({ database, models, usage, breakers, clock, log, reranker: false, queryDeadlineMs: 30_000 });
    const engine = createSemanticSearch({ thesaurus: createThesaurus(), meaning });
    return { ...engine, meaning };
  };
  const first = open();
  onTestFinished(async () => {
    await first.meaning.close();
    await breakers.close();
    await database[Symbol.asyncDispose]();
  });
  const tables = async (query: string, semantics = known, engine = first) =>
    (await engine.search(semantics, source.id, query, { limit: 5, kinds: ['table'] })).map(({ key, by }) => [key, ...by]);
  const known = hospital();
  return { ...first, open, known, source, database, clock, log, tables, endpoint, breakers, usage };
}

test('what no word tells is found by meaning, once the texts are encoded', async () => {
  await encoding();
  const { tables, prepare, known, source, log } = await house();
  expect(await tables('nurse')).toEqual([]);
  await prepare(known, source.id);
  expect((await tables('nurse'))[0]).toEqual(['main.admissions', 'vectors']);
  expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('only what changed is encoded again, what is gone is dropped, and a restart encodes nothing', async () => {
  const { sent, texts } = await encoding();
  const { prepare, open, known, source, database, endpoint } = await house();
  await prepare(known, source.id);
  const all = texts().length;
  expect(sent).toHaveLength(1);
  await prepare(known, source.id);
  await prepare(hospital(), source.id);
  expect(sent).toHaveLength(1);
  const changed = hospital({ glossary: [{ name: 'bed days', words: { en: ['bed days'] }, description: null }] });
  await prepare(changed, source.id);
  expect(sent[1]).toEqual(['bed days']);
  const kept = await database.repositories.semanticVectors.list(source.id, `${endpoint.baseUrl} encoder`);
  expect(kept.map(({ item }) => item)).toContain('glossary:bed days');
  expect(kept.map(({ item }) => item)).not.toContain('glossary:length of stay');
  expect(kept).toHaveLength(all);
  const restarted = open();
  await restarted.prepare(changed, source.id);
  await restarted.meaning.close();
  expect(sent).toHaveLength(2);
});

test('a question is encoded once, however often it is searched for', async () => {
  const { texts } = await encoding();
  const { prepare, tables, known, source } = await house();
  await prepare(known, source.id);
  for (let times = 0; times < 3; times++) await tables('nurse');
  expect(texts().filter((text) => text === 'nurse')).toHaveLength(1);
});

describe('what encoding uses', () => {
  const layla: Actor = { userId: newId('usr'), username: 'layla', role: 'analyst', attributes: {} };
  const admin: Actor = { userId: newId('usr'), username: 'amina', role: 'admin', attributes: {} };
  const today = { from: '2026-01-01', to: '2026-12-31' };

  test('is the asker’s for a question, within the quota, and the product’s own for what is indexed', async () => {
    const { texts } = await encoding({ tokensPerText: 7 });
    const { prepare, search, known, source, usage, database, clock } = await house();
    await prepare(known, source.id);
    const indexed = texts().length;
    const ask = (query: string) => search(known, source.id, query, { limit: 5, kinds: ['table'], actor: layla });
    await ask('nurse');
    const used = async (by: 'user' | 'model') => (await usage.usage(admin, { ...today, by })).map((row) => [row.key, row.inputTokens]);
    expect(await used('user')).toEqual([
      ['system', 7 * indexed],
      [layla.userId, 7],
    ]);
    expect(await used('model')).toEqual([['encoder', 7 * (indexed + 1)]]);
    await createQuotaService({ database, clock }).setRole(admin, { role: 'analyst', tokens: 7 });
    expect((await ask('physician'))[0]?.key).toBe('main.doctors');
    expect(texts()).not.toContain('physician');
  });

  test('is estimated where the server does not count, and costs no unknown money', async () => {
    await encoding();
    const { prepare, search, known, source, usage } = await house();
    await prepare(known, source.id);
    await search(known, source.id, 'nurse nurse!', { limit: 5, actor: layla });
    const own = (await usage.usage(admin, { ...today, by: 'user' })).find(({ key }) => key === layla.userId);
    expect(own).toMatchObject({ inputTokens: 3, outputTokens: 0, cost: 0, requests: 1 });
  });
});

test('a key that cannot be read is told of once, and words still find', async () => {
  const { search, known, source, log } = await house({ unreadableKey: true });
  for (let times = 0; times < 3; times++) expect((await search(known, source.id, 'doctors', { limit: 1 }))[0]?.key).toBe('main.doctors');
  expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
});

describe('what leaves the house', () => {
  test('is no value, no statement, and the key goes into the header alone', async () => {
    const { texts } = await encoding();
    const { prepare, known, source } = await house({ dataToLlm: 'full' });
    await prepare(known, source.id);
    expect(texts().join('\n')).toMatch(/doctor.*pay band|pay band.*doctor/s);
    expect(texts().join('\n')).toMatch(/How many doctors/);
    expect(texts().join('\n')).not.toMatch(/Cardiology|Neurology|Zenith|SELECT|sk-/);
  });

  test('is names alone where only names may; no question that speaks of a value where no values may', async () => {
    const { texts } = await encoding();
    const names = await house({ dataToLlm: 'none' });
    await names.prepare(names.known, names.source.id);
    expect(texts().join('\n')).not.toMatch(/How many doctors|Visiting hours/);
    const verified = [
      { id: newId('vfq'), question: 'Who treats Huda?', language: 'en' as const, sql: "SELECT 1 FROM doctors WHERE specialty = 'Huda'" },
    ];
    const counts = await house({ dataToLlm: 'aggregates' });
    await counts.prepare(hospital({ verified }), counts.source.id);
    expect(texts().join('\n')).toMatch(/Visiting hours/);
    expect(texts().join('\n')).not.toMatch(/Huda/);
  });

  test('is nothing when the profile names no embedding model', async () => {
    const { sent } = await encoding();
    const { prepare, tables, known, source } = await house({ embeddingModel: null });
    await prepare(known, source.id);
    expect((await tables('doctors'))[0]?.[0]).toBe('main.doctors');
    expect(sent).toEqual([]);
  });
});

describe('the words alone answer', () => {
  test.each([
    ['too many requests', 429, '{}'],
    ['a failure', 500, '{}'],
    ['no JSON', 200, 'hello'],
    ['another shape', 200, '{"data":[{"embedding":"AAAA"}]}'],
    ['too few vectors', 200, '{"data":[{"embedding":[1,0]}]}'],
    ['a redirect', 302, ''],
  ])('when the server answers with %s, and it is left alone for a minute', async (_what, status, body) => {
    const endpoint = await server.forPost('/v1/embeddings').always().thenReply(status, body, { 'content-type': 'application/json' });
    const { prepare, tables, known, source, log, clock } = await house();
    await prepare(known, source.id);
    expect((await tables('which physicians'))[0]?.[0]).toBe('main.doctors');
    expect(await endpoint.getSeenRequests()).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain(KEY);
    clock.advance({ seconds: 61 });
    await prepare(known, source.id);
    expect(await endpoint.getSeenRequests()).toHaveLength(2);
  });

  test('when vectors of one reply are of different lengths, or none', async () => {
    await server
      .forPost('/v1/embeddings')
      .always()
      .thenCallback(async (request) => {
        const { input } = (await request.body.getJson()) as { input: string[] };
        return {
          statusCode: 200,
          json: { data: input.map((_text, at) => ({ embedding: at === 1 ? [1, 2, 3] : at === 2 ? [0, 0] : [1, 2] })) },
        };
      });
    const { prepare, tables, known, source, database, endpoint } = await house();
    await prepare(known, source.id);
    expect(await database.repositories.semanticVectors.list(source.id, `${endpoint.baseUrl} encoder`)).toEqual([]);
    expect((await tables('doctors'))[0]?.[0]).toBe('main.doctors');
  });

  test('when the server never answers: a search does not wait for the encoding', async () => {
    await server.forPost('/v1/embeddings').always().thenTimeout();
    const { tables } = await house();
    expect((await tables('doctors'))[0]?.[0]).toBe('main.doctors');
  });
});

test('an encoder that changed its vectors under the same name is noticed, and everything is encoded again', async () => {
  const before = await encoding();
  const { prepare, tables, known, source } = await house();
  await prepare(known, source.id);
  await server.reset();
  const after = await encoding({ dimension: 5 });
  expect((await tables('doctors'))[0]?.[0]).toBe('main.doctors');
  await prepare(known, source.id);
  expect(after.texts().length).toBe(before.texts().length + 1);
  expect((await tables('nurse'))[0]).toEqual(['main.admissions', 'vectors']);
});
