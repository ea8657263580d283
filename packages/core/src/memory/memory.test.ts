import { type Actor, newId, type Role } from '@majed-vanna/contract';
import { type TestDatabase, testDatabases } from '@majed-vanna/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock, createRecordingLogger } from '../testing/index.ts';
import { createMemoryService, type MemoryService } from './memory-service.ts';
import { createMyDataService, type MyDataService } from './my-data-service.ts';

const DAY = 24 * 60 * 60;
const actor = (role: Role = 'normal', username = 'someone'): Actor => ({ userId: newId('usr'), username, role, attributes: {} });

describe.each(await testDatabases())('memory on $provider', ({ create }) => {
  const clock = createFakeClock();
  const admin = actor('admin');
  let database: TestDatabase;
  let memory: MemoryService;
  let myData: MyDataService;
  const cancelled: string[] = [];

  beforeEach(async () => {
    database = await create();
    memory = createMemoryService({ database, clock, log: createRecordingLogger() });
    const cancel = async (_actor: Actor, runId: string) => {
      cancelled.push(runId);
      const [unfinished] = (await database.repositories.answers.listUnfinished()).filter(({ id }) => id === runId);
      if (unfinished) await database.repositories.answers.finish(unfinished.id, { outcome: 'failed', finishedAt: clock.now() });
    };
    myData = createMyDataService({ database, memory, answers: { cancel }, clock });
  });
  afterEach(() => database[Symbol.asyncDispose]());

  async function remembered(owner: Actor, question: string, { finished = true } = {}) {
    const { dataSources, conversations, messages, answers, runEvents } = database.repositories;
    const source =
      (await dataSources.getDefault()) ??
      (await dataSources.create({
        id: newId('src'),
        name: 'Sample',
        kind: 'sample',
        dialect: 'duckdb',
        location: 'x',
        isDefault: true,
        createdAt: clock.now(),
      }));
    const createdAt = clock.now();
    const conversation = await conversations.create({
      id: newId('cnv'),
      userId: owner.userId,
      dataSourceId: source.id,
      title: question,
      createdAt,
    });
    const message = await messages.create({ id: newId('msg'), conversationId: conversation.id, text: question, createdAt });
    const ids = { conversationId: conversation.id, messageId: message.id, dataSourceId: source.id };
    const answer = await answers.create({ id: newId('run'), ...ids, startedAt: createdAt });
    await runEvents.append(answer.id, 1, [{ type: 'text', markdown: 'x'.repeat(1_000) }]);
    if (finished) await answers.finish(answer.id, { outcome: 'answered', sql: 'SELECT 1', finishedAt: createdAt });
    return { conversation, answer };
  }

  const left = (owner: Actor) => database.repositories.conversations.list(owner.userId, { limit: 100 });

  test('conversations are kept for ever until a retention is set, then for as long as it says', async () => {
    const owner = actor();
    await remembered(owner, 'old');
    clock.advance({ seconds: 31 * DAY });
    await remembered(owner, 'new');
    expect(await memory.sweep()).toBe(0);
    await memory.setRetention(admin, { days: 30 });
    expect(await memory.sweep()).toBe(1);
    expect((await left(owner)).map(({ title }) => title)).toEqual(['new']);
    expect((await database.repositories.auditLog.list({ actor: 'system', limit: 5 }))[0]).toMatchObject({
      action: 'memory.purged',
      details: { unusedDays: 30, conversations: 1 },
    });
  });

  test('a question in the works outlives every purge', async () => {
    const owner = actor();
    await remembered(owner, 'going', { finished: false });
    clock.advance({ seconds: 1 });
    expect(await memory.purge(admin, { unusedDays: 0 })).toBe(0);
    expect(await left(owner)).toHaveLength(1);
  });

  test('a purge takes what it counted, of one owner or of all, and is audited', async () => {
    const [first, second] = [actor(), actor()];
    for (let n = 0; n < 60; n++) await remembered(first, `q${n}`);
    await remembered(second, 'q');
    clock.advance({ seconds: DAY });
    const only = { userId: first.userId, unusedDays: 1 };
    expect(await memory.countPurge(admin, only)).toBe(0);
    clock.advance({ seconds: 1 });
    expect(await memory.countPurge(admin, only)).toBe(60);
    expect(await memory.purge(admin, only)).toBe(60);
    expect([await left(first), (await left(second)).length]).toEqual([[], 1]);
    expect((await database.repositories.auditLog.list({ action: 'memory.purged', limit: 5 }))[0]).toMatchObject({
      actor: admin.userId,
      target: first.userId,
      details: { conversations: 60 },
    });
  });

  test('the overview tells how much and whose, and nothing of what was asked', async () => {
    const owner = actor('normal', 'layla');
    const created = { id: owner.userId, username: owner.username, hashedPassword: 'h', createdAt: clock.now() };
    await database.repositories.users.create(created);
    await remembered(owner, 'secret question');
    await remembered(actor('integration'), 'of a partner');
    const overview = await memory.overview(admin);
    expect(overview).toMatchObject({ conversations: 2, answers: 2, retention: { days: null } });
    expect(overview.bytes).toBeGreaterThan(2_000);
    expect(overview.owners.map(({ username }) => username).sort()).toEqual(['layla', null].sort());
    expect(JSON.stringify(overview)).not.toContain('secret');
  });

  test('only administrators see sizes and purge', async () => {
    const attempts = [
      memory.overview(actor('analyst')),
      memory.purge(actor('analyst'), { unusedDays: 0 }),
      memory.countPurge(actor(), { unusedDays: 0 }),
      memory.setRetention(actor(), { days: 1 }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('my data holds every conversation and deed of mine, and nothing of others', async () => {
    const owner = actor();
    for (let n = 0; n < 60; n++) await remembered(owner, `mine ${n}`);
    await remembered(actor(), 'of another');
    const [first] = await left(owner);
    if (!first) throw new Error('nothing is remembered');
    const [answer] = await database.repositories.answers.listByConversation(first.id);
    if (!answer) throw new Error('nothing was answered');
    const opinion = { runId: answer.id, verdict: 'dislike', comment: 'not what I meant', createdAt: clock.now() } as const;
    await database.repositories.answerFeedback.put({ ...opinion, userId: owner.userId });
    const used = {
      userId: owner.userId,
      day: '2026-01-01',
      model: 'm',
      role: 'normal',
      requests: 1,
      inputTokens: 2,
      outputTokens: 3,
      cost: 0,
    } as const;
    await database.repositories.modelUses.add(used);
    const file = await myData.exportAll(owner);
    let text = '';
    for await (const chunk of file.body) text += new TextDecoder().decode(chunk);
    const { conversations, activity, modelUse } = JSON.parse(text);
    expect(modelUse).toMatchObject([{ day: '2026-01-01', inputTokens: 2 }]);
    expect(text).toContain('not what I meant');
    expect(conversations.map(({ title }: { title: string }) => title).sort()).toEqual(
      Array.from({ length: 60 }, (_, n) => `mine ${n}`).sort(),
    );
    expect(conversations[0].turns[0]).toMatchObject({ outcome: 'answered', sql: 'SELECT 1' });
    expect(activity.map(({ action }: { action: string }) => action)).toEqual(['profile.exported']);
    expect(text).not.toContain('of another');
  });

  test('erasing my data stops what is being answered and leaves others alone', async () => {
    const [owner, other] = [actor(), actor()];
    await remembered(owner, 'done');
    const { answer } = await remembered(owner, 'going', { finished: false });
    const { answer: theirs } = await remembered(other, 'theirs', { finished: false });
    expect(await myData.remove(owner)).toBe(2);
    expect(cancelled).toContain(answer.id);
    expect(cancelled).not.toContain(theirs.id);
    expect([await left(owner), (await left(other)).length]).toEqual([[], 1]);
    expect(await myData.get(owner)).toMatchObject({ conversations: 0, answers: 0, bytes: 0, retention: { days: null } });
  });
});
