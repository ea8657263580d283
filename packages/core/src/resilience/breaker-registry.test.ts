import { type Actor, newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import { createTestBreakers } from '../testing/test-breakers.ts';

const administrator: Actor = { userId: newId('usr'), username: 'layla', role: 'admin', attributes: {} };
const analyst: Actor = { userId: newId('usr'), username: 'noura', role: 'analyst', attributes: {} };
const MODEL = { kind: 'llm', id: 'small-model', name: 'Small model', isFailure: () => true } as const;

async function registry() {
  const database = await createTestDatabase();
  const clock = createFakeClock();
  const log = createRecordingLogger();
  onTestFinished(() => database[Symbol.asyncDispose]());
  const breakers = createTestBreakers({ database, clock, log });
  const trip = async (subject: Parameters<typeof breakers.breaker>[0] = MODEL) => {
    for (let i = 0; i < 5; i++) {
      await breakers
        .breaker(subject)
        .run(() => Promise.reject(new Error('down')))
        .catch(() => undefined);
    }
  };
  const audited = async () =>
    (await database.repositories.auditLog.list({ limit: 100 })).map(({ action, actor, target }) => [action, actor, target]).toReversed();
  return { breakers, database, clock, log, trip, audited };
}

test('a subject has one breaker, and each kind its own limits', async () => {
  const { breakers, trip, clock } = await registry();
  expect(breakers.breaker(MODEL)).toBe(breakers.breaker({ ...MODEL, name: 'again' }));
  await trip();
  await trip({ ...MODEL, kind: 'agent', id: 'default', name: 'Agent' });
  breakers.breaker({ ...MODEL, kind: 'database', id: 'src_1', name: 'Shop' });
  expect(breakers.statuses().map(({ key, state, failures }) => [key, state, failures])).toEqual([
    ['agent:default', 'open', 5],
    ['database:src_1', 'closed', 0],
    ['llm:small-model', 'open', 3],
  ]);
  const waits = breakers.statuses().map(({ nextAttemptAt }) => nextAttemptAt && Date.parse(nextAttemptAt) - clock.now().getTime());
  expect(waits).toEqual([60_000, null, 60_000]);
});

test('every change is logged and in the audit log', async () => {
  const { breakers, clock, trip, audited, log } = await registry();
  await trip();
  clock.advance({ minutes: 1 });
  for (let i = 0; i < 2; i++) {
    await breakers.breaker(MODEL).run(async () => undefined);
    await breakers.close();
    clock.advance({ seconds: 1 });
  }
  expect(await audited()).toEqual([
    ['breaker.opened', 'system', 'llm:small-model'],
    ['breaker.half_opened', 'system', 'llm:small-model'],
    ['breaker.closed', 'system', 'llm:small-model'],
  ]);
  expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
    ['warn', 'circuit breaker open'],
    ['info', 'circuit breaker half_open'],
    ['info', 'circuit breaker closed'],
  ]);
});

test('an administrator closes a breaker by hand, under their name', async () => {
  const { breakers, clock, trip, audited } = await registry();
  await trip();
  await breakers.close();
  clock.advance({ seconds: 1 });
  expect(await breakers.reset(administrator, 'llm:small-model')).toMatchObject({ state: 'closed', failures: 0 });
  await breakers.breaker(MODEL).run(async () => undefined);
  expect((await audited()).slice(0, 2)).toEqual([
    ['breaker.opened', 'system', 'llm:small-model'],
    ['breaker.reset', administrator.userId, 'llm:small-model'],
  ]);
});

test('nobody else sees or resets breakers, and an unknown one is not found', async () => {
  const { breakers, trip } = await registry();
  await trip();
  await expect(breakers.list(analyst)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(breakers.reset(analyst, 'llm:small-model')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(breakers.reset(administrator, 'llm:other')).rejects.toMatchObject({ code: 'not_found' });
  expect(await breakers.list(administrator)).toMatchObject([{ key: 'llm:small-model', name: 'Small model', state: 'open' }]);
});
