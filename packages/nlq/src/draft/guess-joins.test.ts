import type { SchemaSnapshot, TableSnapshot } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { draftModel } from '../draft-model.ts';

function tableOf(name: string, columns: readonly string[]): TableSnapshot {
  return {
    schema: 'main',
    name,
    kind: 'table',
    comment: null,
    columns: columns.map((column) => ({ name: column, nativeType: 'INTEGER', kind: 'integer', nullable: true, comment: null })),
    primaryKey: ['id'],
    foreignKeys: [],
    rowEstimate: 1,
  };
}

// Comparing every column with every key took minutes here, in which the server answered nobody.
test('the joins of ten thousand tables are guessed', () => {
  const others = Array.from({ length: 10_000 }, (_, i) => tableOf(`archive_${i}`, ['id', 'amount', 'day']));
  const tables = [...others, tableOf('customers', ['id', 'age']), tableOf('orders', ['id', 'customer_id'])];
  const snapshot: SchemaSnapshot = { dialect: 'sqlite', defaultSchema: 'main', tables, takenAt: '2025-01-01T00:00:00.000Z' };
  const { joins } = draftModel({ snapshot, profiles: [], entries: [] });
  expect(joins.map(({ from, to }) => [from.table, ...from.columns, to.table])).toEqual([['main.orders', 'customer_id', 'main.customers']]);
});
