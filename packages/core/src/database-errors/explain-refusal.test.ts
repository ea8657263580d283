import { expect, test } from 'vitest';
import { explainRefusal } from './explain-refusal.ts';

test.each(['unknown_table', 'unknown_column'] as const)('%s of a model is no sign of a stale description, one of ours is', (code) => {
  const refusal = { code, message: 'There is no such name.', hint: null, offending: 'nmae' };
  const { words, wordsOfModel } = explainRefusal(refusal, 'duckdb', { sql: 'SELECT nmae FROM customer', tables: [] });
  expect([words.en, wordsOfModel?.en]).toEqual([expect.stringContaining('refreshed'), expect.not.stringContaining('refreshed')]);
  expect([words.ar, wordsOfModel?.ar]).toEqual([expect.stringContaining('تحديث'), expect.not.stringContaining('تحديث')]);
});
