import type { DataToLlm } from '@majed-vanna/contract';
import type { WarehouseErrorKind } from '@majed-vanna/warehouse';
import { expect, test } from 'vitest';
import { databaseWords } from './database-words.ts';

const SQL = 'select cast(name as int) from people';
const failed = {
  sql: SQL,
  tables: [{ schema: 'main', name: 'people', columns: [{ name: 'region', kind: 'text' as const }] }],
};

const words = (message: string, kind: WarehouseErrorKind, dataToLlm: DataToLlm, rowFilter: string | null = null) =>
  databaseWords({ kind, message }, failed, {
    dataToLlm,
    policy: { defaultSchema: 'main', tables: { 'main.people': { columns: ['region'], masked: [], hidden: [], rowFilter } } },
  });

const CAST = "Conversion Error: Could not convert string 'it''s SECRET' to INT32 when casting from source column name";
const EXCERPT = '\n\nLINE 1: ... "main"."people" WHERE (region = \'north\')) AS "people" where cast(name as int) > 1\n      ^';

test.each<DataToLlm>(['none', 'aggregates', 'sample', 'full'])(
  'with data_to_llm %s, the text that ran, with the filters of the policy, is not repeated',
  (dataToLlm) => {
    const message = `Binder Error: column "name" must appear in the GROUP BY clause.${EXCERPT}`;
    const told = words(message, 'syntax', dataToLlm, "region = 'north'");
    expect(told).toContain('must appear');
    expect(told).not.toMatch(/north|LINE/);
  },
);

test('a value that does not convert is repeated only where values are shown and no row is left out', () => {
  expect(words(CAST + EXCERPT, 'type', 'sample')).toBe(CAST);
  expect(words(CAST + EXCERPT, 'type', 'sample', "region = 'north'")).toBe('');
  expect(words(CAST, 'type', 'none')).toBe('');
});

test('names that the author may know are repeated, other quotations are not, whatever the message is taken for', () => {
  const missing = 'Binder Error: Referenced column "name" not found!\nCandidate bindings: "people.region"';
  expect(words(missing, 'unknown_object', 'none')).toBe(missing);
  expect(words("bad path: 'it''s SECRET \"no such column\"'", 'unknown_object', 'none')).toBe("bad path: '…");
  expect(words('bad path: "it\'s SECRET" \'', 'syntax', 'none')).not.toContain('SECRET');
});
