import { join } from 'node:path';
import { type Actor, type AnswerEvent, MAX_QUESTION_LENGTH, newId, type RunId } from '@majed-vanna/contract';
import { type Database, openDatabase } from '@majed-vanna/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvents } from '../testing/read-events.ts';
import { ADMINISTRATOR, type RealServer, realServer, setUp } from '../testing/real-server.ts';

const QUESTION = 'total amount by city';

async function signedInServer(env: Record<string, string> = {}) {
  const server = await realServer(env);
  const { accessToken } = await setUp(server);
  return { server, accessToken, api: server.client(accessToken), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

type Context = Awaited<ReturnType<typeof signedInServer>>;

async function allEvents(server: RealServer, token: string, runId: RunId, lastEventId?: string) {
  const events: { id: number; event: AnswerEvent }[] = [];
  for await (const item of readEvents(server.url, token, runId, lastEventId)) {
    if (item.type === 'data') events.push({ id: Number(item.id), event: item.data });
    if (item.type === 'data' && item.data.type === 'done') break;
  }
  return events;
}

async function itemsOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** The database of a running server, opened a second time as another process would. */
async function elsewhere<T>({ server }: Context, work: (repositories: Database['repositories']) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url: `file:${join(server.dataDir, 'majed-vanna.db')}` });
  try {
    return await work(database.repositories);
  } finally {
    await database.close();
  }
}

async function actorOf({ server, accessToken }: Context): Promise<Actor> {
  return (await server.composition.services.auth.authenticate(accessToken)).actor;
}

async function endSessions(context: Context): Promise<void> {
  const { userId } = await actorOf(context);
  await elsewhere(context, ({ sessions }) => sessions.revokeAllOfUser(userId, 'deactivated', new Date()));
}

/** Of all tests that leave the administrator's sessions alone. */
let context: Context;
beforeAll(async () => {
  context = await signedInServer();
});
afterAll(() => context[Symbol.asyncDispose]());

test('a question is answered event by event, ending with done', async () => {
  const { runId } = await context.api.answers.ask.mutate({ question: QUESTION });
  const events = await allEvents(context.server, context.accessToken, runId);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  const types = events.map(({ event }) => event.type);
  expect(types[0]).toBe('started');
  expect(types.at(-1)).toBe('done');
  expect(types).toEqual(expect.arrayContaining(['sql', 'columns', 'rows', 'receipt']));
  const rows = events.flatMap(({ event }) => (event.type === 'rows' ? event.rows : []));
  expect(rows.map(([city, amount]) => [city, Number(amount)]).toSorted()).toEqual([
    ['Muscat', 160.5],
    ['Nizwa', 10],
    ['Sohar', 80],
  ]);
});

test('a reader that comes back with the last id gets the rest: nothing lost, nothing twice', async () => {
  const { runId } = await context.api.answers.ask.mutate({ question: QUESTION });
  const all = await allEvents(context.server, context.accessToken, runId);
  const rest = await allEvents(context.server, context.accessToken, runId, '3');
  expect(rest).toEqual(all.slice(3));
});

test('the conversation shows the run after a reload', async () => {
  const { runId, conversationId } = await context.api.answers.ask.mutate({ question: QUESTION });
  const all = await allEvents(context.server, context.accessToken, runId);
  const { turns } = await context.api.conversations.get.query({ id: conversationId });
  expect(turns).toMatchObject([{ runId, question: QUESTION, outcome: 'answered' }]);
  expect(turns[0]?.events).toEqual(all.map(({ event }) => event));
});

test('a run that is cancelled ends, says so, and stays cancelled', async () => {
  const { runId, conversationId } = await context.api.answers.ask.mutate({ question: QUESTION });
  await context.api.answers.cancel.mutate({ runId });
  const events = (await allEvents(context.server, context.accessToken, runId)).map(({ event }) => event);
  expect(events).toContainEqual(expect.objectContaining({ type: 'error', code: 'cancelled' }));
  expect(events.at(-1)).toMatchObject({ type: 'done', outcome: 'failed' });
  expect((await context.api.conversations.get.query({ id: conversationId })).turns).toMatchObject([{ outcome: 'failed' }]);
});

test('pages of the result hold the rows that were asked for', async () => {
  const { runId } = await context.api.answers.ask.mutate({ question: QUESTION });
  await allEvents(context.server, context.accessToken, runId);
  const page = await context.api.answers.page.query({ runId, offset: 1, limit: 1 });
  expect([page.offset, page.rows.length, page.complete]).toEqual([1, 1, false]);
  await expect(context.api.answers.page.query({ runId, offset: 0, limit: 1_001 })).rejects.toMatchObject({
    data: { appCode: 'invalid_input' },
  });
});

test.each(['csv', 'xlsx'] as const)('a %s ticket gives the file once', async (format) => {
  const { runId } = await context.api.answers.ask.mutate({ question: QUESTION });
  await allEvents(context.server, context.accessToken, runId);
  const { url } = await context.api.answers.exportTicket.mutate({ runId, format });
  const file = await fetch(context.server.url + url);
  expect([file.status, file.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringMatching(new RegExp(`^attachment; filename=".+\\.${format}"; filename\\*=UTF-8''`)),
  ]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (format === 'csv') expect(new TextDecoder().decode(bytes)).toContain('Muscat');
  else expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
  expect((await fetch(context.server.url + url)).status).toBe(404);
});

test('a ticket is worth nothing once its owner’s session has ended', async () => {
  await using context = await signedInServer();
  const { runId } = await context.api.answers.ask.mutate({ question: QUESTION });
  await allEvents(context.server, context.accessToken, runId);
  const { url } = await context.api.answers.exportTicket.mutate({ runId, format: 'csv' });
  const { auth } = context.server.composition.services;
  const newPassword = 'another palm by the water';
  await auth.changePassword(await actorOf(context), { currentPassword: ADMINISTRATOR.password, newPassword }, { ip: '', userAgent: '' });
  expect((await fetch(context.server.url + url)).status).toBe(401);
});

test('an empty question and one that is too long are refused clearly, 100 kB included', async () => {
  await expect(context.api.answers.ask.mutate({ question: '  ' })).rejects.toMatchObject({ data: { appCode: 'invalid_input' } });
  await expect(context.api.answers.ask.mutate({ question: 'x'.repeat(MAX_QUESTION_LENGTH + 1) })).rejects.toMatchObject({
    data: { appCode: 'too_large' },
  });
  await expect(context.api.answers.ask.mutate({ question: 'why '.repeat(25_000) })).rejects.toMatchObject({
    data: { appCode: 'too_large', httpStatus: 413 },
  });
});

test('runs, results and conversations of others are not found', async () => {
  const unknown = newId('run');
  const missing = { data: { appCode: 'not_found' } };
  await expect(context.api.answers.page.query({ runId: unknown, offset: 0, limit: 1 })).rejects.toMatchObject(missing);
  await expect(context.api.answers.cancel.mutate({ runId: unknown })).rejects.toMatchObject(missing);
  await expect(context.api.conversations.get.query({ id: newId('cnv') })).rejects.toMatchObject(missing);
  expect(await itemsOf(readEvents(context.server.url, context.accessToken, unknown))).toMatchObject([{ type: 'error', code: 'not_found' }]);
});

test('an open stream ends when its reader is signed out', async () => {
  await using context = await signedInServer();
  const stream = readEvents(context.server.url, context.accessToken, await runOfAnotherProcess(context));
  expect(await stream.next()).toMatchObject({ value: { type: 'data', id: '1' } });
  await endSessions(context);
  expect(await stream.next()).toMatchObject({ value: { type: 'error', code: 'not_signed_in' } });
});

/** A run that has begun and will not end: as if another process on the same database were at it. */
async function runOfAnotherProcess(context: Context): Promise<RunId> {
  const { userId } = await actorOf(context);
  const [source] = await context.api.dataSources.list.query();
  if (!source) throw new Error('set-up made no data source');
  const [runId, messageId, conversationId, at] = [newId('run'), newId('msg'), newId('cnv'), new Date()];
  await elsewhere(context, async ({ conversations, messages, answers, runEvents }) => {
    await conversations.create({ id: conversationId, userId, dataSourceId: source.id, title: QUESTION, createdAt: at });
    await messages.create({ id: messageId, conversationId, text: QUESTION, createdAt: at });
    await answers.create({ id: runId, conversationId, messageId, dataSourceId: source.id, startedAt: at });
    await runEvents.append(runId, 1, [{ type: 'text', markdown: 'at it' }]);
  });
  return runId;
}
