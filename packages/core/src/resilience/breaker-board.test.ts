import { type Actor, newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import { createBreakerBoard } from './breaker-board.ts';
import { createBreakerRegistry } from './breaker-registry.ts';

const admin: Actor = { userId: newId('usr'), username: 'amina', role: 'admin', attributes: {} };
const rule = { failureThreshold: 1, timeoutMs: 1_000, successThreshold: 2 };
const settings = { agent: { ...rule, failureThreshold: 5 }, database: rule, llm: rule };

test('shows what is configured before its first call, and what really happened after', async () => {
  const database = await createTestDatabase();
  onTestFinished(() => database[Symbol.asyncDispose]());
  const breakers = createBreakerRegistry({ database, clock: createFakeClock(), log: createRecordingLogger(), settings });
  let reachable = true;
  const subjects = async () => {
    if (!reachable) throw new Error('no database');
    return [{ kind: 'agent', id: 'agent', name: 'agent' } as const, { kind: 'llm', id: 'small', name: 'Small' } as const];
  };
  const board = createBreakerBoard({ breakers, settings, subjects });
  expect((await board.list(admin)).map(({ key, state, failureThreshold }) => [key, state, failureThreshold])).toEqual([
    ['agent:agent', 'closed', 5],
    ['llm:small', 'closed', 1],
  ]);
  const admission = await breakers.breaker({ kind: 'llm', id: 'small', name: 'Small', isFailure: () => true }).admit();
  await admission.failed(new Error('down'));
  expect(await board.statuses()).toMatchObject([{ key: 'agent:agent' }, { key: 'llm:small', state: 'open', failures: 1 }]);
  reachable = false;
  expect(await board.statuses()).toMatchObject([{ key: 'llm:small', state: 'open' }]);
  await expect(board.list({ ...admin, role: 'analyst' })).rejects.toMatchObject({ code: 'forbidden' });
});
