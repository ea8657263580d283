import { expect, test } from 'vitest';
import { SEMANTIC_ENTRY_KINDS, semanticEntryBody } from './semantics.ts';

test('an entry may leave out what has a default', () => {
  const entry = semanticEntryBody.parse({
    kind: 'metric',
    key: 'revenue',
    body: { words: { en: ['revenue'] }, table: 'main.invoices', expression: 'SUM({amount})' },
  });
  expect(entry.body).toMatchObject({ description: null, filter: null, dateColumn: null, format: null, currency: null });
});

test('a body belongs to its kind', () => {
  expect(
    semanticEntryBody.safeParse({ kind: 'join', key: 'a', body: { words: {}, table: 'main.invoices', expression: '1' } }).success,
  ).toBe(false);
});

test('the kinds are those of the bodies', () => {
  expect(SEMANTIC_ENTRY_KINDS).toEqual(['table', 'column', 'metric', 'dimension', 'join', 'glossary']);
});
