import { expect, test } from 'vitest';
import { conversationId, newId, runId, userId } from './ids.ts';

test('an id is of its own kind and of no other', () => {
  const id = newId('usr');
  expect(userId.parse(id)).toBe(id);
  for (const other of [runId, conversationId]) expect(other.safeParse(id).success).toBe(false);
});

test.each(['usr_', 'usr_0123', `usr_${'0'.repeat(27)}`, `usr_${'u'.repeat(26)}`, `../usr_${'0'.repeat(26)}`, `usr_${'0'.repeat(26)}\n`])(
  '%j is no id',
  (text) => {
    expect(userId.safeParse(text).success).toBe(false);
  },
);

test('ids sort by the time they were made', () => {
  const moments = [0, 1, 31, 32, 1_023, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1, Date.UTC(2999, 11, 31)];
  const ids = moments.map((nowMs) => newId('run', nowMs));
  expect(ids.toSorted()).toEqual(ids);
});

test('ids of the same moment differ', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newId('run', 0))).size).toBe(1_000);
});
