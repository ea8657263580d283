import { expect, test } from 'vitest';
import { additiveColumns } from './additive-columns.ts';

test.each<[string, string[]]>([
  ['SELECT region, SUM(amount) AS sales, COUNT(*) n FROM orders GROUP BY 1', ['sales', 'n']],
  ['select sum(amount) as "net sales" from orders', ['net sales']],
  ['SELECT AVG(amount) AS average, COUNT(DISTINCT id) AS people FROM orders', []],
  ['SELECT 1.0 / COUNT(*) AS part, SUM(a) / SUM(b) AS share, SUM(a) OVER () AS running FROM orders', []],
  ['WITH x AS (SELECT region, SUM(a) AS total FROM orders GROUP BY 1) SELECT AVG(total) AS total FROM x', []],
])('of %s', (sql, names) => {
  expect([...additiveColumns(sql)]).toEqual(names);
});
