import { expect, test } from 'vitest';
import { createStatementDesk } from './statement-desk.ts';

test('a look at data that fails is neither a failure of the model nor something that it tried', async () => {
  const tried: string[] = [];
  const desk = createStatementDesk({
    runStatement: async (sql) => ({ kind: 'failed', problem: 'too slow', told: `${sql} took too long`, rewrite: null }),
    dataToLlm: 'full',
    limits: { repairs: 0 },
    resultCharacters: () => 1_000,
    signal: new AbortController().signal,
    onAttempt: ({ sql }) => tried.push(sql),
  });
  expect(await desk.look('SELECT 1')).toEqual({ ok: false, result: 'SELECT 1 took too long' });
  expect(desk.over()).toBe(false);
  expect(tried).toEqual([]);
  await desk.run('SELECT 2');
  expect(desk.over()).toBe(true);
  expect(tried).toEqual(['SELECT 2']);
});
