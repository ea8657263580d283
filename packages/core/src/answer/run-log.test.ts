import { type AnswerEvent, newId } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import { expect, onTestFinished, test } from 'vitest';
import { createAnswering } from '../testing/answering.ts';
import { createRunLog } from './run-log.ts';

const step = (ms: number): AnswerEvent => ({ type: 'step', step: 'execute', state: 'running', detail: {}, ms });
const done: AnswerEvent = { type: 'done', outcome: 'failed', totalMs: 1 };

/** A log on a real database with one run to write; tells in which order things are stored and shown. */
async function logOfOneRun() {
  const house = await createAnswering();
  onTestFinished(() => house[Symbol.asyncDispose]());
  const { runId } = await house.ask('number of orders');
  const order: string[] = [];
  const { repositories } = house.database;
  const runEvents = {
    ...repositories.runEvents,
    append: async (...args: Parameters<typeof repositories.runEvents.append>) => {
      await repositories.runEvents.append(...args);
      order.push(`stored ${args[2].length}`);
    },
  };
  const database: Database = { ...house.database, repositories: { ...repositories, runEvents } };
  const message = newId('msg');
  const [answer] = await repositories.answers.listByConversation(
    (await repositories.answers.getById(runId))?.conversationId ?? newId('cnv'),
  );
  if (!answer) throw new Error('there is no answer to copy');
  await repositories.messages.create({ id: message, conversationId: answer.conversationId, text: 'again', createdAt: answer.startedAt });
  const run = newId('run');
  await repositories.answers.create({
    id: run,
    conversationId: answer.conversationId,
    messageId: message,
    dataSourceId: answer.dataSourceId,
    startedAt: answer.startedAt,
  });
  const started: AnswerEvent = {
    type: 'started',
    runId: run,
    conversationId: answer.conversationId,
    messageId: message,
    question: 'again',
    language: 'en',
    startedAt: answer.startedAt.toISOString(),
  };
  await repositories.runEvents.append(run, 1, [started]);
  const log = createRunLog({ database });
  const begin = (onLost: (error: unknown) => void = () => undefined) => log.begin(run, started, onLost);
  return { log, begin, run, order, repositories };
}

test('whoever listens is given at once what was stored with the question, and the run hears of it', async () => {
  const { log, begin, run } = await logOfOneRun();
  const live = begin();
  const listener = log.listen(run, 0, new AbortController().signal);
  expect((await listener.next()).value).toMatchObject({ seq: 1, event: { type: 'started' } });
  const next = listener.next();
  await live.heard;
  live.publish(step(1));
  expect((await next).value).toEqual({ seq: 2, event: step(1) });
});

test('an event is stored before it is shown', async () => {
  const { log, begin, run, order } = await logOfOneRun();
  const live = begin();
  const listener = log.listen(run, 1, new AbortController().signal);
  const first = listener.next().then(() => order.push('shown'));
  live.publish(step(1));
  await first;
  expect(order).toEqual(['stored 1', 'shown']);
});

test('events that come while one is being written are written together', async () => {
  const { log, begin, run, order } = await logOfOneRun();
  const live = begin();
  for (let ms = 1; ms <= 10; ms++) live.publish(step(ms));
  expect(await live.end([done], { outcome: 'failed', finishedAt: new Date() })).toBe(true);
  expect(order).toEqual(['stored 1', 'stored 9']);
  const seen: number[] = [];
  for await (const { seq } of log.listen(run, 0, new AbortController().signal)) seen.push(seq);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('the first piece of a text is shown at once; those that follow each other become one, and nothing else waits for them', async () => {
  const { log, begin, run, order } = await logOfOneRun();
  const live = begin();
  const listener = log.listen(run, 1, new AbortController().signal);
  live.publish({ type: 'text_delta', text: 'Four ' });
  expect((await listener.next()).value?.event).toEqual({ type: 'text_delta', text: 'Four ' });
  for (const text of ['reg', 'ions', '.']) live.publish({ type: 'text_delta', text });
  live.publish(step(1));
  expect((await listener.next()).value?.event).toEqual({ type: 'text_delta', text: 'regions.' });
  expect((await listener.next()).value?.event).toEqual(step(1));
  expect(order).toEqual(['stored 1', 'stored 2']);
  expect(await live.end([done], { outcome: 'failed', finishedAt: new Date() })).toBe(true);
});

test('a run that ends does not wait for the pause between two pieces of its text', async () => {
  const { log, begin, run } = await logOfOneRun();
  const live = begin();
  live.publish({ type: 'text_delta', text: 'Four ' });
  live.publish({ type: 'text_delta', text: 'regions.' });
  expect(await live.end([done], { outcome: 'failed', finishedAt: new Date() })).toBe(true);
  const seen: unknown[] = [];
  for await (const { event } of log.listen(run, 1, new AbortController().signal))
    seen.push(event.type === 'text_delta' ? event.text : event.type);
  expect(seen.join('')).toBe('Four regions.done');
});

test('somebody else who writes the same run is noticed, and nothing more is shown', async () => {
  const { begin, run, repositories } = await logOfOneRun();
  const lost: unknown[] = [];
  const live = begin((error) => lost.push(error));
  await repositories.runEvents.append(run, 2, [step(0)]);
  live.publish(step(1));
  expect(await live.end([done], { outcome: 'failed', finishedAt: new Date() })).toBe(false);
  expect(lost).toMatchObject([{ code: 'conflict' }]);
  expect(await repositories.runEvents.listAfter(run, 1)).toHaveLength(1);
});
