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
  expect(namesValues(sql, { snapshot: { dialect: 'duckdb', tables } })).toBe(holds);
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
  expect(namesValues(sql, { snapshot: { dialect, tables } })).toBe(holds);
});

// A year cannot be told from any other number that something must be: it counts.
test.each([
  'id = -1098765432',
  'id = + 55',
  'id = (5)',
  'id <> 5',
  'id != 5',
  '1098765432 = id',
  '5 < id',
  '-(5) = id',
  'id is not distinct from 5',
  'id > 123456',
  'id between 123456 and 999999',
  'id between 5 and 6',
  'id in (17)',
  'id not in (1, 17)',
  'id in (id, abs(17))',
  'id = any(array[17])',
  '(id, id) = (1, 17)',
  'id >= 5',
  '(id, id) in (values (1, 17))',
  'case id when 17 then 1 else 0 end = id',
  'abs(1098765432 - id) < id',
  'extract(year from customer) = 2024',
  'id * 1098765432 is null',
])('where %s, there may be a value', (condition) => {
  expect(namesValues(`SELECT customer FROM orders WHERE ${condition}`, { snapshot: { dialect: 'duckdb', tables } })).toBe(true);
});

test.each([
  'SELECT customer FROM orders LIMIT 1000 OFFSET 2000',
  'SELECT amount * strip_accents(customer) FROM orders WHERE date > current_date - INTERVAL 30 DAY',
  'SELECT customer FROM orders OFFSET 100 ROWS FETCH NEXT 500 ROWS ONLY',
  'SELECT round(avg(amount) * 100, 2), coalesce(sum(amount), 0) > sum(cost) FROM orders',
  'SELECT avg(amount) OVER (ORDER BY customer ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) FROM orders',
  'SELECT customer FROM orders WHERE id IN (SELECT id FROM orders ORDER BY id LIMIT 5)',
])('no number of %s is a value', (sql) => {
  expect(namesValues(sql, { snapshot: { dialect: 'duckdb', tables } })).toBe(false);
});

const words = { en: ['sales rep', 'sales reps'], ar: ['مندوب المبيعات'] };
const metric = { name: 'net_revenue', words, description: null, table: 'main.Orders', expression: 'SUM({x})' };
const model = { tables: [], metrics: [{ ...metric, filter: null, dateColumn: null, format: null, currency: null }] };

test.each([
  ['SELECT count(*) AS "Ahmed Alharbi 0551234567" FROM orders', true],
  ['SELECT count(*) AS Ahmed_Alharbi FROM orders', true],
  ['SELECT count(*) AhmedAlharbi FROM orders', true],
  ['SELECT customer Ahmed FROM orders', true],
  ['SELECT date Ahmed FROM orders', true],
  ['SELECT customer "Ahmed" FROM orders', true],
  ['SELECT CASE WHEN customer IS NULL THEN 0 END Ahmed FROM orders', true],
  ['SELECT Ahmed.customer FROM orders Ahmed', true],
  ['SELECT count(*) AS orders_0551234567 FROM orders', true],
  ['WITH Ahmed AS (SELECT customer FROM orders) SELECT customer FROM Ahmed', true],
  ['WITH x(Ahmed) AS (SELECT customer FROM orders) SELECT * FROM x', true],
  ['SELECT * FROM (SELECT customer FROM orders) AS t(Ahmed)', true],
  ['SELECT o.customer, count(*) total_orders, avg(amount) AS "Average per customer" FROM orders o GROUP BY o.customer', false],
  [
    'SELECT sum(amount) AS net_revenue, max(amount) AS "مندوب المبيعات" FROM orders AS t1 JOIN orders oi ON oi.customer = t1.customer',
    false,
  ],
  ['WITH ranked_customers AS (SELECT customer, rank() OVER (ORDER BY count(*)) AS rank FROM orders) SELECT * FROM ranked_customers', false],
  ['SELECT CAST(amount AS decimal(10, 2)) AS monthly_share FROM orders WHERE customer IS NOT NULL ORDER BY monthly_share DESC', false],
])('an alias of %s tells more than schema and layer: %s', (sql, tells) => {
  expect(namesValues(sql, { snapshot: { dialect: 'duckdb', tables }, model })).toBe(tells);
});

test('what a column holds is no word of the layer', () => {
  const values = { ...column('Customer'), words: {}, comment: null, values: ['Ahmed'], valueWords: { A: { en: ['Ahmed'] } } };
  const rest = { range: null, format: null, currency: null, masked: false };
  const table = {
    schema: 'main',
    name: 'Orders',
    comment: null,
    words: {},
    columns: [{ ...values, ...rest }],
    primaryKey: [],
    rowEstimate: null,
  };
  const sql = 'SELECT count(*) AS ahmed FROM orders';
  expect(namesValues(sql, { snapshot: { dialect: 'duckdb', tables }, model: { tables: [table], metrics: [] } })).toBe(true);
});
