import type { AnswerEvent } from '@majed-vanna/contract';
import { ADMINISTRATOR, realServer, setUp } from '@majed-vanna/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMajedVannaClient } from './client.ts';

async function serverAndClient() {
  const server = await realServer();
  await setUp(server);
  const client = createMajedVannaClient({ baseUrl: `${server.url}/`, signIn: ADMINISTRATOR });
  return { server, client, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

let context: Awaited<ReturnType<typeof serverAndClient>>;
beforeAll(async () => {
  context = await serverAndClient();
});
afterAll(() => context[Symbol.asyncDispose]());

test('signs in by itself, asks, and yields the events in order up to done', async () => {
  const events: AnswerEvent[] = [];
  for await (const event of context.client.ask('total amount by city')) events.push(event);
  expect([events[0]?.type, events.at(-1)]).toMatchObject(['started', { type: 'done', outcome: 'answered' }]);
  expect(events.flatMap((event) => (event.type === 'rows' ? event.rows : []))).toHaveLength(3);
});

test('a run can be followed again from any event on', async () => {
  const { runId } = await context.client.api.answers.ask.mutate({ question: 'total amount by city' });
  const all: { id: string; event: AnswerEvent }[] = [];
  for await (const item of context.client.events(runId)) all.push(item);
  const rest: { id: string; event: AnswerEvent }[] = [];
  for await (const item of context.client.events(runId, all[1]?.id)) rest.push(item);
  expect(rest).toEqual(all.slice(2));
});

test('leaving the loop early stops listening; the run goes on to its end', async () => {
  let conversationId: string | null = null;
  for await (const event of context.client.ask('total amount by city')) {
    if (event.type === 'started') conversationId = event.conversationId;
    break;
  }
  const [conversation] = await context.client.api.conversations.list.query({});
  expect(conversation?.id).toBe(conversationId);
  const turns = conversation ? (await context.client.api.conversations.get.query({ id: conversation.id })).turns : [];
  for await (const { event } of context.client.events(turns[0]?.runId ?? expect.unreachable())) {
    if (event.type === 'done') expect(event.outcome).toBe('answered');
  }
});

test('a question that is refused at the door throws with its code', async () => {
  await expect(context.client.ask(' ').next()).rejects.toMatchObject({ data: { appCode: 'invalid_input' } });
});

test('wrong credentials and a token of nobody are told as such', async () => {
  const wrong = createMajedVannaClient({ baseUrl: context.server.url, signIn: { ...ADMINISTRATOR, password: 'not the right one' } });
  await expect(wrong.api.auth.me.query()).rejects.toMatchObject({ data: { appCode: 'wrong_credentials' } });
  const nobody = createMajedVannaClient({ baseUrl: context.server.url, token: () => 'nobody' });
  await expect(nobody.api.auth.me.query()).rejects.toMatchObject({ data: { appCode: 'not_signed_in' } });
});
