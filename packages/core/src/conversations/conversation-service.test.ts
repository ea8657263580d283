import { type Actor, type AnswerEvent, CONVERSATIONS_PER_PAGE, newId, type Role } from '@majed-vanna/contract';
import { createTestDatabase, type TestDatabase } from '@majed-vanna/db/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFakeClock } from '../testing/index.ts';
import { type ConversationService, createConversationService } from './conversation-service.ts';

const actor = (role: Role = 'normal'): Actor => ({ userId: newId('usr'), username: 'someone', role, attributes: {} });
const clock = createFakeClock();
const text = (markdown: string): AnswerEvent => ({ type: 'text', markdown });

let database: TestDatabase;
let conversations: ConversationService;

beforeEach(async () => {
  database = await createTestDatabase();
  conversations = createConversationService({ database, clock });
});
afterEach(() => database[Symbol.asyncDispose]());

async function aConversation(owner: Actor, title = 'Sales by month') {
  const { dataSources, conversations: rows } = database.repositories;
  const id = newId('src');
  const createdAt = clock.now();
  await dataSources.create({ id, name: 'Sample', kind: 'sample', dialect: 'duckdb', location: 'x', isDefault: true, createdAt });
  return rows.create({ id: newId('cnv'), userId: owner.userId, dataSourceId: id, title, createdAt });
}

async function ask(conversation: Awaited<ReturnType<typeof aConversation>>, question: string) {
  clock.advance({ seconds: 1 });
  const { messages, answers } = database.repositories;
  const message = { id: newId('msg'), conversationId: conversation.id, text: question, createdAt: clock.now() };
  await messages.create(message);
  return answers.create({
    id: newId('run'),
    conversationId: conversation.id,
    messageId: message.id,
    dataSourceId: conversation.dataSourceId,
    startedAt: clock.now(),
  });
}

test('a conversation shows its questions in order, each with what its run has told so far', async () => {
  const owner = actor();
  const conversation = await aConversation(owner);
  const [first, second] = [await ask(conversation, 'How much?'), await ask(conversation, 'And by month?')];
  await database.repositories.runEvents.append(second.id, 1, [text('b1')]);
  await database.repositories.runEvents.append(first.id, 1, [text('a1'), text('a2')]);
  await database.repositories.runEvents.append(second.id, 2, [text('b2')]);
  await database.repositories.answers.finish(first.id, { outcome: 'answered', finishedAt: clock.now() });
  expect((await conversations.get(owner, conversation.id)).turns).toMatchObject([
    { runId: first.id, question: 'How much?', outcome: 'answered', events: [text('a1'), text('a2')] },
    { runId: second.id, question: 'And by month?', outcome: null, events: [text('b1'), text('b2')] },
  ]);
});

test('a question whose run never began is not shown', async () => {
  const owner = actor();
  const { id } = await aConversation(owner);
  await database.repositories.messages.create({ id: newId('msg'), conversationId: id, text: 'lost', createdAt: clock.now() });
  expect((await conversations.get(owner, id)).turns).toEqual([]);
});

test('everybody sees and finds only what is their own', async () => {
  const [one, other] = [actor(), actor('admin')];
  const { id } = await aConversation(one, 'Sales by month');
  await aConversation(other, 'Sales by branch');
  expect((await conversations.list(one)).map((found) => found.id)).toEqual([id]);
  expect((await conversations.list(one, { search: 'MONTH' })).map((found) => found.id)).toEqual([id]);
  expect(await conversations.list(one, { search: 'branch' })).toEqual([]);
});

test('a foreign conversation and an absent one answer alike, whatever is tried', async () => {
  const stranger = actor('admin');
  const { id } = await aConversation(actor());
  for (const tried of [id, newId('cnv')]) {
    const attempts = [
      conversations.get(stranger, tried),
      conversations.rename(stranger, { id: tried, title: 'mine' }),
      conversations.remove(stranger, tried),
    ];
    const errors = await Promise.allSettled(attempts);
    for (const error of errors) {
      expect(error).toMatchObject({ status: 'rejected', reason: { code: 'not_found', message: 'This conversation does not exist.' } });
    }
  }
  expect((await database.repositories.conversations.getById(id))?.title).toBe('Sales by month');
});

test('a new title is kept and found', async () => {
  const owner = actor();
  const { id } = await aConversation(owner);
  expect(await conversations.rename(owner, { id, title: 'Quarterly view' })).toMatchObject({ id, title: 'Quarterly view' });
  expect(await conversations.list(owner, { search: 'quarterly' })).toHaveLength(1);
  expect(await conversations.list(owner, { search: 'month' })).toHaveLength(0);
});

test('a removed conversation is gone with its runs, and the audit log knows who did it', async () => {
  const owner = actor();
  const conversation = await aConversation(owner);
  const run = await ask(conversation, 'How much?');
  await conversations.remove(owner, conversation.id);
  await expect(conversations.get(owner, conversation.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await database.repositories.answers.getById(run.id)).toBeNull();
  expect(await database.repositories.auditLog.list({ action: 'conversation.removed', limit: 10 })).toMatchObject([
    { actor: owner.userId, target: conversation.id },
  ]);
});

test('pages follow each other without gap or repetition, also where moments are the same', async () => {
  const owner = actor();
  const created: string[] = [];
  for (let i = 0; i < CONVERSATIONS_PER_PAGE + 5; i++) {
    if (i % 7 === 0) clock.advance({ seconds: 1 });
    created.push((await aConversation(owner, `number ${i}`)).id);
  }
  const first = await conversations.list(owner);
  const rest = await conversations.list(owner, { cursor: first.at(-1) });
  expect([first.length, rest.length]).toEqual([CONVERSATIONS_PER_PAGE, 5]);
  expect([...first, ...rest].map(({ id }) => id).sort()).toEqual(created.sort());
  expect(await conversations.list(owner, { cursor: rest.at(-1) })).toEqual([]);
});
