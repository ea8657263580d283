import { refusalCode } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { explainRefusal } from './explain-refusal.ts';

test.each(['unknown_table', 'unknown_column'] as const)('%s of a model is no sign of a stale description, one of ours is', (code) => {
  const refusal = { code, message: 'There is no such name.', hint: null, offending: 'nmae' };
  const { words, wordsOfModel } = explainRefusal(refusal, 'duckdb', { sql: 'SELECT nmae FROM customer', tables: [] });
  expect([words.en, wordsOfModel?.en]).toEqual([expect.stringContaining('refreshed'), expect.not.stringContaining('refreshed')]);
  expect([words.ar, wordsOfModel?.ar]).toEqual([expect.stringContaining('تحديث'), expect.not.stringContaining('تحديث')]);
});

/** Where names are missing, and where the database itself was the second reader, its words are right. */
const SAID_OF_DATABASES = new Set(['unknown_table', 'unknown_column', 'ambiguous_column', 'parsers_disagree']);

test.each(refusalCode.options.filter((code) => !SAID_OF_DATABASES.has(code)))('%s is not told as the doing of the database', (code) => {
  const refusal = { code, message: 'No.', hint: null, offending: null };
  const { words, wordsOfModel = words } = explainRefusal(refusal, 'duckdb', { sql: 'DELETE FROM customer', tables: [] });
  for (const { en, ar } of [words, wordsOfModel]) {
    expect(en).not.toMatch(/The database (does not|could not)|this database does not/);
    expect(ar).not.toMatch(/لا تسمح قاعدة البيانات|تعذّر على قاعدة البيانات|قاعدة البيانات هذه/);
    expect(ar).toMatch(/\p{Script=Arabic}/u);
  }
});

test('each refusal says something of its own', () => {
  const said = refusalCode.options
    .filter((code) => !SAID_OF_DATABASES.has(code))
    .map((code) => explainRefusal({ code, message: '', hint: null, offending: null }, 'sqlite', { sql: '', tables: [] }).words.en);
  expect(new Set(said).size).toBe(said.length);
});
