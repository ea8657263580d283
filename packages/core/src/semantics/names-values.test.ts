import type { Dialect } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { namesValues } from './names-values.ts';

const column = (name: string) => ({ name, nativeType: 'TEXT', kind: 'text' as const, nullable: true, comment: null });
const tables = [
  {
    schema: 'main',
    name: 'Orders',
    kind: 'table' as const,
    comment: null,
    rowEstimate: null,
    primaryKey: [],
    foreignKeys: [],
    columns: [column('Customer'), column('odd\u200bname')],
  },
];

test.each([
  ["SELECT 1 FROM orders WHERE customer = 'Acme'", true],
  ['SELECT 1 FROM orders WHERE customer = $$Acme$$', true],
  ['SELECT 1 FROM orders WHERE customer_id = 4711', true],
  ['SELECT 1 FROM orders WHERE customer_id IN (4711, 4712)', true],
  ['SELECT count(*) FROM orders /* of Acme */', true],
  ['SELECT count(*) FROM orders -- of Acme', true],
  ["SELECT replace(a, '', '') FROM orders", false],
  ['SELECT region, round(sum(amount) / 100.0, 2) FROM orders GROUP BY 1 HAVING sum(amount) > 1000 LIMIT 10', false],
])('%s may hold a value: %s', (sql, holds) => {
  expect(namesValues(sql, { dialect: 'duckdb', tables })).toBe(holds);
});

test.each<[string, Dialect, boolean]>([
  ['SELECT 1 FROM orders WHERE customer = "Acme Ltd"', 'sqlite', true],
  ['SELECT 1 FROM orders WHERE customer = "Acme Ltd"', 'duckdb', true],
  ['SELECT "Acme Ltd" AS customer FROM orders', 'sqlite', true],
  ['SELECT 1 FROM orders WHERE customer = `Acme Ltd`', 'sqlite', true],
  ['SELECT "CUSTOMER" FROM "main"."orders" WHERE "Orders"."Customer" IS NULL', 'sqlite', false],
  ['SELECT "odd\u200bname" FROM orders', 'duckdb', false],
  ['SELECT count(*) AS "How many" FROM orders ORDER BY "How many"', 'sqlite', false],
  ['WITH "By customer" AS (SELECT customer FROM orders) SELECT count(*) FROM "By customer"', 'duckdb', false],
])('of what is quoted in %s on %s something may be a value: %s', (sql, dialect, holds) => {
  expect(namesValues(sql, { dialect, tables })).toBe(holds);
});
