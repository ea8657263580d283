import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Figure } from './figure.ts';
import { openShop, type Shop } from './testing/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop('duckdb');
});
afterAll(() => shop.close());

it.each<[sql: string, figures: readonly (string | null)[]]>([
  ['SELECT amount, quantity + 1 FROM sales', ['amount', '(quantity + 1)']],
  ['SELECT SUM(amount), COUNT(*), COUNT(DISTINCT store_id) FROM sales', ['sum(amount)', 'count()', 'count(different store_id)']],
  ['SELECT ROUND(COALESCE(SUM(quantity * amount), 0), 2) FROM sales', ['sum((quantity * amount))']],
  ["SELECT date_trunc('month', sold_on), CAST(AVG(amount) AS DOUBLE) FROM sales GROUP BY 1", ['month(sold_on)', 'avg(amount)']],
  ['WITH t AS (SELECT store_id, SUM(amount) AS a FROM sales GROUP BY 1) SELECT MAX(a) FROM t', ['max(sum(amount))']],
  // Rows that are left out, frames and cases make another figure of it.
  ['SELECT SUM(amount) FILTER (WHERE quantity > 1), SUM(amount) OVER () FROM sales GROUP BY amount', [null, null]],
  ['SELECT CASE WHEN amount > 1 THEN amount END, COALESCE(amount, quantity) FROM sales', [null, null]],
  ['SELECT amount FROM sales UNION ALL SELECT quantity FROM sales', [null]],
  ["SELECT COALESCE(amount, 99), COALESCE(amount, 0, '') FROM sales", [null, 'amount']],
  ['SELECT ROUND(amount, -3), ROUND(amount), CAST(amount AS BOOLEAN), amount::BIGINT FROM sales', [null, 'amount', null, 'amount']],
])('tells what outputs are worked out from: %s', async (sql, figures) => {
  expect(await figuresOf(sql)).toEqual(figures);
});

it('tells nothing of what is masked', async () => {
  expect(await figuresOf('SELECT full_name, phone FROM people')).toEqual(['full_name', null]);
});

async function figuresOf(sql: string) {
  const verdict = await shop.check(sql);
  if (verdict.verdict === 'deny') throw new Error(verdict.refusal.message);
  return verdict.figures.map((figure) => figure && said(figure));
}

function said(figure: Figure): string {
  switch (figure.kind) {
    case 'column':
      return figure.column.column;
    case 'number':
      return String(figure.value);
    case 'count':
      return `count(${figure.distinct ? 'different ' : ''}${figure.of ? said(figure.of) : ''})`;
    case 'aggregate':
      return `${figure.fn}(${said(figure.of)})`;
    case 'grain':
      return `${figure.grain}(${said(figure.of)})`;
    case 'arithmetic':
      return `(${said(figure.left)} ${figure.operator} ${said(figure.right)})`;
  }
}
