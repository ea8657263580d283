import { expect, test } from 'vitest';
import { namesValues } from './names-values.ts';

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
  expect(namesValues(sql, 'duckdb')).toBe(holds);
});
