import type { SemanticColumn, SemanticTable } from '@majed-vanna/nlq';
import { expect, test } from 'vitest';
import { promptParts } from './system-prompt.ts';
import type { VisibleModel } from './visible-model.ts';

const column = (name: string): SemanticColumn => ({
  name,
  nativeType: 'DECIMAL(12,2)',
  kind: 'decimal',
  words: { en: [`the ${name} of it`] },
  comment: 'A comment that nobody needs to write a statement, however long it is.',
  values: null,
  valueWords: {},
  range: null,
  format: null,
  currency: null,
  masked: false,
});
const sales: SemanticTable = {
  schema: 'main',
  name: 'sales',
  words: {},
  comment: null,
  rowEstimate: null,
  primaryKey: [],
  columns: Array.from({ length: 60 }, (_, i) => column(`amount_${i}`)),
};
const metric = {
  name: 'net_sales',
  table: 'main.sales',
  words: {},
  description: 'Without returns.',
  expression: 'SUM({amount_1})',
  filter: '{amount_2} > 0',
  format: null,
  currency: null,
  dateColumn: null,
};

function partOf(name: string, budget: number): string {
  const model: VisibleModel = { dialect: 'sqlite', tables: [sales], metrics: [metric], joins: [] };
  const relevant = { tables: [sales], metrics: [metric], terms: [], passages: [], examples: [], values: [] };
  const request = { language: 'en', today: '2026-01-01', dataToLlm: 'none', databaseVersion: null, tools: new Set([]) } as const;
  const policy = { dialect: 'sqlite', defaultSchema: 'main', tables: {} } as never;
  return promptParts({ ...request, model, relevant, policy, budget }).find((part) => part.name === name)?.text ?? '';
}

test('a definition comes with its expression and filter, also where its table is not described', () => {
  expect(partOf('tables', 600)).not.toContain('amount_1 ');
  expect(partOf('definitions', 1_000)).toContain('metric net_sales of main.sales = SUM(amount_1) WHERE amount_2 > 0 -- Without returns.');
});

test('a table that has no room is described without words and comments, then without its last columns, then by name', () => {
  expect(partOf('tables', 16_000)).toContain('amount_59 DECIMAL(12,2) called the amount_59 of it -- A comment');
  expect(partOf('tables', 2_400)).toMatch(/amount_59 DECIMAL\(12,2\)$|amount_59 DECIMAL\(12,2\)\n/m);
  expect(partOf('tables', 2_400)).not.toContain('A comment');
  expect(partOf('tables', 1_400)).toMatch(/amount_20 [\s\S]*… it has more columns/);
  expect(partOf('tables', 600)).toContain('further tables, by name only: main.sales');
});
