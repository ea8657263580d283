import { type SemanticEntryInput, semanticEntryBody } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { type Example, openExample } from './testing/open-example.ts';

const SHOP = `
  CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, name TEXT, age INTEGER, last_order DATE);
  CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers(customer_id), ordered DATE, due DATE, delivered DATE, amount DECIMAL(10,2));
  INSERT INTO customers VALUES (1, 'Huda', 22, '2026-02-01'), (2, 'Sami', 41, '2025-01-10'), (3, 'Lina', 67, '2026-01-05'), (4, 'Omar', 45, '2024-12-01');
  INSERT INTO orders VALUES (1, 1, '2026-01-01', '2026-01-05', '2026-01-04', 10), (2, 1, '2026-01-02', '2026-01-05', '2026-01-09', 20),
    (3, 2, '2025-01-10', '2025-01-12', '2025-01-20', 30), (4, 3, '2026-01-05', '2026-01-08', NULL, 40), (5, 4, '2024-12-01', '2024-12-05', '2024-12-05', 50);
`;
const ENTRIES: SemanticEntryInput[] = [
  { kind: 'table', key: 'main.customers', body: { words: { en: ['customer'], ar: ['العميل', 'العملاء'] } } },
  { kind: 'table', key: 'main.orders', body: { words: { en: ['order'], ar: ['الطلب', 'الطلبات'] }, plural: { ar: 'الطلبات' } } },
  {
    kind: 'metric',
    key: 'revenue',
    body: { words: { en: ['revenue'], ar: ['الإيراد', 'الإيرادات'] }, table: 'main.orders', expression: 'SUM({amount})' },
  },
  {
    kind: 'dimension',
    key: 'age_band',
    body: {
      words: { en: ['age band', 'age group'], ar: ['الفئة العمرية'] },
      table: 'main.customers',
      expression: "CASE WHEN {age} < 30 THEN 'young' WHEN {age} < 60 THEN 'middle aged' ELSE 'senior' END",
    },
  },
  {
    kind: 'glossary',
    key: 'late order',
    body: { words: { en: ['late order'], ar: ['الطلب المتأخر'] }, condition: { table: 'main.orders', filter: '{delivered} > {due}' } },
  },
  {
    kind: 'glossary',
    key: 'churner',
    body: {
      words: { en: ['churner', 'lost customer'], ar: ['العميل المفقود'] },
      condition: { table: 'main.customers', filter: "{last_order} < '2025-06-01'" },
    },
  },
];
const shop = openExample(
  SHOP,
  ENTRIES.map((entry) => semanticEntryBody.parse(entry)),
);
const BAND = "CASE WHEN c.age < 30 THEN 'young' WHEN c.age < 60 THEN 'middle aged' ELSE 'senior' END";
const JOINED = 'FROM orders o JOIN customers c USING (customer_id)';

const lines = (rows: unknown[][]) => rows.map((row) => row.map(String).sort().join('|')).sort();
function expectSame(example: Example, question: string, gold: string): void {
  expect(lines(example.answer(question))).toEqual(lines(example.rows(gold)));
}

describe('a dimension is read like a column', () => {
  it.each([
    ['revenue by age band', `SELECT ${BAND}, sum(o.amount) ${JOINED} GROUP BY 1`],
    ['number of customers per age group', `SELECT ${BAND}, count(*) FROM customers c GROUP BY 1`],
    ['number of customers by age band and the average age', `SELECT ${BAND}, count(*), avg(age) FROM customers c GROUP BY 1`],
    ['how many senior customers are there?', `SELECT count(*) FROM customers c WHERE ${BAND} = 'senior'`],
    ['revenue of middle aged customers', `SELECT sum(o.amount) ${JOINED} WHERE ${BAND} = 'middle aged'`],
    ['names and age bands of customers', `SELECT name, ${BAND} FROM customers c`],
    ['which age band has the highest revenue?', `SELECT ${BAND}, sum(o.amount) ${JOINED} GROUP BY 1 ORDER BY sum(o.amount) DESC LIMIT 1`],
    ['الإيرادات حسب الفئة العمرية', `SELECT ${BAND}, sum(o.amount) ${JOINED} GROUP BY 1`],
  ])('%s', (question, gold) => expectSame(shop, question, gold));

  it('is not shown where a whole row is asked for', () => {
    expect(shop.answer('show all columns of customers')[0]).toHaveLength(4);
  });

  it('of a masked column is not known', () => {
    const masked = openExample(
      SHOP,
      ENTRIES.map((entry) => semanticEntryBody.parse(entry)),
      (model) => ({
        ...model,
        tables: model.tables.map((table) => ({
          ...table,
          columns: table.columns.map((column) => (column.name === 'age' ? { ...column, masked: true } : column)),
        })),
      }),
    );
    expect(masked.interpret('revenue by age band').kind).not.toBe('answer');
  });
});

describe('words that say how to show it', () => {
  it.each([
    'pivot table of revenue by age band and customer name',
    'revenue by age band and customer name as a pivot table',
    'جدول محوري للإيرادات حسب الفئة العمرية والعميل',
  ])('%s', (question) => expectSame(shop, question, `SELECT ${BAND}, c.name, sum(o.amount) ${JOINED} GROUP BY c.customer_id`));
});

describe('a condition picks rows', () => {
  it.each([
    ['how many late orders are there?', 'SELECT count(*) FROM orders WHERE delivered > due'],
    ['list the ids of late orders', 'SELECT order_id FROM orders WHERE delivered > due'],
    ['revenue of late orders', 'SELECT sum(amount) FROM orders WHERE delivered > due'],
    ['number of orders that are not late', 'SELECT count(*) FROM orders WHERE NOT coalesce(delivered > due, 0)'],
    ['number of orders that are late', 'SELECT count(*) FROM orders WHERE delivered > due'],
    ['how many churners are there?', "SELECT count(*) FROM customers WHERE last_order < '2025-06-01'"],
    ['names of lost customers', "SELECT name FROM customers WHERE last_order < '2025-06-01'"],
    ['revenue from churners', `SELECT sum(o.amount) ${JOINED} WHERE last_order < '2025-06-01'`],
    ['number of late orders per customer', `SELECT c.name, count(*) ${JOINED} WHERE delivered > due GROUP BY c.customer_id`],
    ['كم عدد الطلبات المتأخرة؟', 'SELECT count(*) FROM orders WHERE delivered > due'],
    ['الإيرادات من الطلبات المتأخرة', 'SELECT sum(amount) FROM orders WHERE delivered > due'],
  ])('%s', (question, gold) => expectSame(shop, question, gold));

  it('in a follow-up', () => {
    const first = shop.interpret('revenue by age band');
    if (first.kind !== 'answer') throw new Error('not answered');
    expect(lines(shop.answer('only late orders', first.reading.plan))).toEqual(
      lines(shop.rows(`SELECT ${BAND}, sum(o.amount) ${JOINED} WHERE delivered > due GROUP BY 1`)),
    );
  });

  it('is said in words', () => {
    const { kind, ...rest } = shop.interpret('revenue of late orders');
    expect(kind === 'answer' && 'reading' in rest ? rest.reading.understood.map(({ text }) => text).join('') : '').toBe(
      'revenue, where late',
    );
  });
});
