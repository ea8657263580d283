import { type AnswerEvent, newId } from '@majed-vanna/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabases } from '../testing/index.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

describe.each(await testDatabases())('repositories on $provider', ({ create }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function aSource(name = 'Sales') {
    const source = { id: newId('src'), name, kind: 'files', dialect: 'duckdb', location: `sources/${name}`, isDefault: false } as const;
    return database.repositories.dataSources.create({ ...source, createdAt: at(0) });
  }

  async function aConversation(userId = newId('usr'), title = 'Sales by month', minute = 0) {
    const source = await aSource();
    return database.repositories.conversations.create({
      id: newId('cnv'),
      userId,
      dataSourceId: source.id,
      title,
      createdAt: at(minute),
    });
  }

  async function aRun() {
    const conversation = await aConversation();
    const message = await database.repositories.messages.create({
      id: newId('msg'),
      conversationId: conversation.id,
      text: 'How many?',
      createdAt: at(1),
    });
    const answer = await database.repositories.answers.create({
      id: newId('run'),
      conversationId: conversation.id,
      messageId: message.id,
      dataSourceId: conversation.dataSourceId,
      startedAt: at(1),
    });
    return { conversation, message, answer };
  }

  test('a user is found by name without regard to case, and comes back as it was stored', async () => {
    const { users } = database.repositories;
    const created = await users.create({
      id: newId('usr'),
      username: 'Layla',
      hashedPassword: 'h',
      role: 'analyst',
      attributes: { region: 'الرياض' },
      createdAt: at(0),
    });
    expect(await users.getByUsername('lAYLA')).toEqual(created);
    expect(created).toMatchObject({
      username: 'Layla',
      role: 'analyst',
      active: true,
      mustChangePassword: false,
      attributes: { region: 'الرياض' },
      lastLoginAt: null,
      createdAt: at(0),
    });
  });

  test('a second user of the same name in other letters is a conflict', async () => {
    const { users } = database.repositories;
    await users.create({ id: newId('usr'), username: 'Omar', hashedPassword: 'h', createdAt: at(0) });
    await expect(users.create({ id: newId('usr'), username: 'OMAR', hashedPassword: 'h', createdAt: at(0) })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('changes of a user are kept; those of an absent one are not_found', async () => {
    const { users } = database.repositories;
    const { id } = await users.create({ id: newId('usr'), username: 'Hind', hashedPassword: 'h', createdAt: at(0) });
    await users.update(id, { role: 'admin', active: false, lastLoginAt: at(5) }, at(6));
    expect(await users.getById(id)).toMatchObject({ role: 'admin', active: false, lastLoginAt: at(5), updatedAt: at(6), createdAt: at(0) });
    await expect(users.update(newId('usr'), { active: true }, at(0))).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a refresh token is exchanged once, also when many try at the same time', async () => {
    const { users, sessions } = database.repositories;
    const user = await users.create({ id: newId('usr'), username: 'Salma', hashedPassword: 'h', createdAt: at(0) });
    const session = { id: newId('ses'), userId: user.id, ip: '::1', userAgent: 'test', createdAt: at(0), expiresAt: at(50) };
    await sessions.create({ ...session, tokenHash: 'first' });
    const attempts = Array.from({ length: 5 }, (_, i) =>
      database.transaction((inside) => inside.sessions.rotate('first', { tokenHash: `next-${i}`, at: at(1) })),
    );
    const results = await Promise.all(attempts);
    expect(results.filter(Boolean)).toHaveLength(1);
    const used = await sessions.getByTokenHash('first');
    expect(used?.token).toMatchObject({ usedAt: at(1), replacedBy: `next-${results.indexOf(true)}` });
    expect((await sessions.getByTokenHash(used?.token.replacedBy ?? ''))?.session).toMatchObject({ id: session.id, lastUsedAt: at(1) });
  });

  test('a revoked family is revoked once, rotates no more, and keeps the first reason', async () => {
    const { users, sessions } = database.repositories;
    const user = await users.create({ id: newId('usr'), username: 'Rana', hashedPassword: 'h', createdAt: at(0) });
    const base = { userId: user.id, ip: '', userAgent: '', createdAt: at(0), expiresAt: at(50) };
    const one = await sessions.create({ ...base, id: newId('ses'), tokenHash: 'one' });
    const two = await sessions.create({ ...base, id: newId('ses'), tokenHash: 'two' });
    expect(await sessions.revokeFamily(one.id, 'token_reused', at(1))).toBe(true);
    expect(await sessions.revokeAllOfUser(user.id, 'password_changed', at(2), { except: two.id })).toBe(0);
    expect((await sessions.getWithUser(one.id))?.session).toMatchObject({ revokedAt: at(1), revokedReason: 'token_reused' });
    expect(await sessions.rotate('one', { tokenHash: 'one-b', at: at(3) })).toBe(false);
    expect((await sessions.listByUser(user.id, at(3))).map(({ id }) => id)).toEqual([two.id]);
  });

  test('expired sessions go, with their tokens', async () => {
    const { users, sessions } = database.repositories;
    const user = await users.create({ id: newId('usr'), username: 'Nora', hashedPassword: 'h', createdAt: at(0) });
    await sessions.create({
      id: newId('ses'),
      userId: user.id,
      ip: '',
      userAgent: '',
      createdAt: at(0),
      expiresAt: at(10),
      tokenHash: 'old',
    });
    await sessions.removeExpired(at(10));
    expect(await sessions.getByTokenHash('old')).toBeNull();
  });

  test('a setting is inserted once and can be changed afterwards', async () => {
    const { settings } = database.repositories;
    const results = await Promise.all([1, 2, 3].map((n) => settings.insert('only.once', { n })));
    expect(results.filter(Boolean)).toHaveLength(1);
    await settings.set('only.once', ['changed']);
    expect(await settings.get('only.once')).toEqual(['changed']);
    expect(await settings.get('absent')).toBeNull();
  });

  test('there is one default data source, the last one made so', async () => {
    const { dataSources } = database.repositories;
    const first = await aSource('First');
    const second = await aSource('Second');
    await dataSources.update(first.id, { isDefault: true });
    await dataSources.update(second.id, { isDefault: true });
    expect((await dataSources.getDefault())?.id).toBe(second.id);
    expect((await dataSources.list()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  test('a schema snapshot comes back as it was stored, and is null before', async () => {
    const { dataSources } = database.repositories;
    const source = await aSource();
    expect(await dataSources.snapshotOf(source.id)).toBeNull();
    const snapshot = { dialect: 'duckdb', defaultSchema: 'main', tables: [], takenAt: '2026-01-01T00:00:00.000Z' } as const;
    await dataSources.update(source.id, { schemaSnapshot: { ...snapshot, tables: [] }, schemaVersion: 'v1' });
    expect(await dataSources.getById(source.id)).toMatchObject({ schemaVersion: 'v1' });
    expect(await dataSources.snapshotOf(source.id)).toEqual(snapshot);
  });

  test('a data source with conversations stays; without, it goes with its semantic entries', async () => {
    const { dataSources, conversations, semanticEntries } = database.repositories;
    const conversation = await aConversation();
    const entry = { id: newId('sem'), dataSourceId: conversation.dataSourceId, kind: 'metric', key: 'revenue' } as const;
    await semanticEntries.upsertMany([{ ...entry, body: { sum: 'amount' }, status: 'draft' }]);
    await expect(dataSources.remove(conversation.dataSourceId)).rejects.toMatchObject({ code: 'conflict' });
    await conversations.remove(conversation.id);
    await dataSources.remove(conversation.dataSourceId);
    expect(await semanticEntries.list(conversation.dataSourceId)).toEqual([]);
  });

  test('conversations are listed by owner, last used first, page by page', async () => {
    const { conversations } = database.repositories;
    const owner = newId('usr');
    const [a, b, c] = [await aConversation(owner, 'a', 1), await aConversation(owner, 'b', 2), await aConversation(owner, 'c', 3)];
    await aConversation(newId('usr'), 'not mine', 4);
    await conversations.touch(a.id, at(9));
    const ids = async (filter: { limit: number; before?: Date }) => (await conversations.list(owner, filter)).map(({ id }) => id);
    expect(await ids({ limit: 2 })).toEqual([a.id, c.id]);
    expect(await ids({ limit: 2, before: at(3) })).toEqual([b.id]);
  });

  test.each([
    ['MONTH', 'in the title, in any case'],
    ['اجمالي', 'in a question, without hamza'],
    ['cafe', 'in a question, without accents'],
  ])('a search for %s finds it %s', async (search) => {
    const { conversations, messages } = database.repositories;
    const { userId, id } = await aConversation();
    await messages.create({ id: newId('msg'), conversationId: id, text: 'إجماليُّ مبيعات Café', createdAt: at(1) });
    expect((await conversations.list(userId, { search, limit: 5 })).map((found) => found.id)).toEqual([id]);
  });

  test('the wildcards of LIKE are not wildcards of a search', async () => {
    const { conversations } = database.repositories;
    const { userId } = await aConversation();
    expect(await conversations.list(userId, { search: 's_les', limit: 5 })).toEqual([]);
    expect(await conversations.list(userId, { search: 'Sales%month', limit: 5 })).toEqual([]);
  });

  test('a NUL character in a question or a cell is survived', async () => {
    const { messages, answers } = database.repositories;
    const { answer, conversation } = await aRun();
    await messages.create({ id: newId('msg'), conversationId: conversation.id, text: 'a\0b', createdAt: at(2) });
    const finished = await answers.finish(answer.id, { outcome: 'answered', keptRows: [['a\0b', 1, null, true]], finishedAt: at(2) });
    expect(finished.keptRows).toEqual([['a\0b', 1, null, true]]);
  });

  test('a finished answer holds what was found; an unfinished one is listed', async () => {
    const { answers } = database.repositories;
    const { answer, conversation } = await aRun();
    const unfinished = async () => (await answers.listUnfinished()).some(({ id }) => id === answer.id);
    expect(answer).toMatchObject({ outcome: null, plan: null, keptRows: null, chart: null, finishedAt: null });
    expect(await unfinished()).toBe(true);
    const found = { outcome: 'answered', sql: 'SELECT 1', plan: { z: 1, a: 2 }, keptRows: [[1]], finishedAt: at(2) } as const;
    await answers.finish(answer.id, found);
    expect(await unfinished()).toBe(false);
    expect(await answers.listByConversation(conversation.id)).toEqual([{ ...answer, ...found }]);
    // The order of a plan's keys survives on both providers.
    expect(JSON.stringify((await answers.getById(answer.id))?.plan)).toBe('{"z":1,"a":2}');
  });

  test('what a follow-up goes on from are the newest answered runs of a conversation', async () => {
    const { answers, messages } = database.repositories;
    const { answer, conversation } = await aRun();
    const runAgain = async (minute: number) => {
      const message = { id: newId('msg'), conversationId: conversation.id, text: 'And by month?', createdAt: at(minute) };
      await messages.create(message);
      const run = { id: newId('run'), conversationId: conversation.id, messageId: message.id, dataSourceId: conversation.dataSourceId };
      return answers.create({ ...run, startedAt: at(minute) });
    };
    expect(await answers.listEarlier(conversation.id, 5)).toEqual([]);
    await answers.finish(answer.id, { outcome: 'answered', plan: { n: 1 }, prompt: { parts: [] }, finishedAt: at(2) });
    expect(await answers.getPrompt(answer.id)).toEqual({ parts: [] });
    expect(await answers.getById(answer.id)).not.toHaveProperty('prompt');
    await answers.finish((await runAgain(3)).id, { outcome: 'answered', plan: { n: 2 }, finishedAt: at(3) });
    await answers.finish((await runAgain(4)).id, { outcome: 'refused', finishedAt: at(4) });
    await runAgain(5);
    expect(await answers.listEarlier(conversation.id, 1)).toMatchObject([{ plan: { n: 2 }, dataSourceId: conversation.dataSourceId }]);
    expect((await answers.listEarlier(conversation.id, 5)).map(({ plan }) => plan)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('events are read back after a number, in order; a number is never written twice', async () => {
    const { runEvents } = database.repositories;
    const { answer } = await aRun();
    const text = (markdown: string): AnswerEvent => ({ type: 'text', markdown });
    await runEvents.append(answer.id, 1, [text('one'), text('two')]);
    await runEvents.append(answer.id, 3, [text('three')]);
    expect((await runEvents.listAfter(answer.id, 1)).map(({ seq, event }) => [seq, event])).toEqual([
      [2, text('two')],
      [3, text('three')],
    ]);
    await expect(runEvents.append(answer.id, 3, [text('again')])).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a removed conversation takes its messages, answers and events along', async () => {
    const { conversations, messages, answers, runEvents } = database.repositories;
    const { conversation, answer } = await aRun();
    await runEvents.append(answer.id, 1, [{ type: 'text', markdown: 'x' }]);
    await conversations.remove(conversation.id);
    expect(await messages.listByConversation(conversation.id)).toEqual([]);
    expect(await answers.getById(answer.id)).toBeNull();
    expect(await runEvents.listAfter(answer.id, 0)).toEqual([]);
    await expect(conversations.remove(conversation.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(runEvents.append(answer.id, 2, [{ type: 'text', markdown: 'y' }])).rejects.toMatchObject({ code: 'conflict' });
  });

  test('an integration client is found by the hash of its key', async () => {
    const { integrationClients } = database.repositories;
    const client = { id: newId('clt'), name: 'ERP', apiKeyHash: 'k', secrets: [{ version: 1, encrypted: 'e' }], scopes: ['question.ask'] };
    const created = await integrationClients.create({ ...client, rateLimitPerMinute: 30, active: true, createdAt: at(0) });
    expect(await integrationClients.getByApiKeyHash('k')).toEqual(created);
    expect(created).toMatchObject({ ...client, lastUsedAt: null });
    expect(await integrationClients.list()).toHaveLength(1);
  });

  test('the audit log is read newest first, by action and page', async () => {
    const { auditLog } = database.repositories;
    await auditLog.append({ at: at(1), actor: 'system', action: 'test.one', details: { n: 1 } });
    await auditLog.append({ at: at(2), actor: 'system', action: 'test.two', target: 'x' });
    await auditLog.append({ at: at(3), actor: 'system', action: 'test.one' });
    expect((await auditLog.list({ action: 'test.one', limit: 10 })).map((event) => event.at)).toEqual([at(3), at(1)]);
    expect(await auditLog.list({ action: 'test.one', before: at(3), limit: 10 })).toMatchObject([{ details: { n: 1 }, target: null }]);
  });

  test('a failed transaction leaves nothing behind', async () => {
    const { users } = database.repositories;
    const id = newId('usr');
    const failing = database.transaction(async (inside) => {
      await inside.users.create({ id, username: 'ghost', hashedPassword: 'h', createdAt: at(0) });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await users.getById(id)).toBeNull();
  });
});
