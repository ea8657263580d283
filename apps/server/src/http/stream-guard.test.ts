import { type Actor, AppError, newId } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import type { Caller } from '../permission.ts';
import { createStreamGuard } from './stream-guard.ts';

const actor: Actor = { userId: newId('usr'), username: 'mona', role: 'normal', attributes: {} };
const signedIn: Caller = { authenticate: async () => ({ actor, mustChangePassword: false }) };

/** Yields one item, then waits until it is told to stop; says when it was let go. */
function openEnded() {
  const state = { released: false };
  const open = async function* (stop: AbortSignal) {
    try {
      yield 'first';
      await new Promise((resolve) => stop.addEventListener('abort', resolve));
    } finally {
      state.released = true;
    }
  };
  return { state, open };
}

test('passes everything on and ends with its source', async () => {
  const open = async function* () {
    yield* [1, 2, 3];
  };
  const items: number[] = [];
  for await (const item of createStreamGuard().guard(signedIn, 'answer.read', undefined, open)) items.push(item);
  expect(items).toEqual([1, 2, 3]);
});

test('ends with the reason when the reader is signed out meanwhile', async () => {
  let valid = true;
  const caller: Caller = {
    authenticate: async () => {
      if (!valid) throw new AppError('not_signed_in', 'gone');
      return { actor, mustChangePassword: false };
    },
  };
  const { state, open } = openEnded();
  const stream = createStreamGuard({ recheckMs: 5 }).guard(caller, 'answer.read', undefined, open);
  await stream.next();
  valid = false;
  await expect(stream.next()).rejects.toMatchObject({ code: 'not_signed_in' });
  expect(state.released).toBe(true);
});

test('ends when the reader’s role loses the permission', async () => {
  let role: Actor['role'] = 'admin';
  const caller: Caller = { authenticate: async () => ({ actor: { ...actor, role }, mustChangePassword: false }) };
  const stream = createStreamGuard({ recheckMs: 5 }).guard(caller, 'system.read', undefined, openEnded().open);
  await stream.next();
  role = 'normal';
  await expect(stream.next()).rejects.toMatchObject({ code: 'forbidden' });
});

test('ends with `unavailable` when the server closes, so that clients come back', async () => {
  const guard = createStreamGuard();
  const stream = guard.guard(signedIn, 'answer.read', undefined, openEnded().open);
  await stream.next();
  const ended = stream.next();
  guard.closeAll();
  await expect(ended).rejects.toMatchObject({ code: 'unavailable' });
});

test('ends quietly when the reader goes away', async () => {
  const reader = new AbortController();
  const { state, open } = openEnded();
  const stream = createStreamGuard().guard(signedIn, 'answer.read', reader.signal, open);
  await stream.next();
  reader.abort();
  expect((await stream.next()).done).toBe(true);
  expect(state.released).toBe(true);
});
