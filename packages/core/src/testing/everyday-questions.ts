import type { SampleQuestion } from '../evaluation/sample-questions.ts';
import { NET, PLACED, PRODUCTS, REGIONS, SALES, SOLD, years } from './sample-sql.ts';

const BRANCHES = 'JOIN branches b USING (branch_id)';
const PROFIT = `${NET} - SUM(l.cost_amount * (l.quantity - l.returned_quantity) / l.quantity)`;
const EMPLOYEES = 'JOIN employees e USING (employee_id)';
const net = (where: string) => `SELECT ${NET} FROM ${SALES} ${BRANCHES} WHERE ${SOLD} AND ${where}`;
const netByBranch = (where = 'true') =>
  `SELECT b.name, ${NET} FROM ${SALES} ${BRANCHES} WHERE ${SOLD} AND ${where} GROUP BY b.branch_id, 1`;
const best = (ranked: string, count: number) => `${ranked} ORDER BY 2 DESC LIMIT ${count}`;
const ordersByBranch = (where: string) => `SELECT b.name, COUNT(*) FROM orders o ${BRANCHES} WHERE ${where} GROUP BY b.branch_id, 1`;
const netByEmployee = (where: string) =>
  `SELECT e.full_name, ${NET} FROM ${SALES} ${EMPLOYEES} WHERE ${SOLD} AND ${where} GROUP BY e.employee_id, 1`;
const last = (columns: string, table: string, date: string, count: number) =>
  `SELECT ${columns} FROM ${table} ORDER BY ${date} DESC LIMIT ${count}`;

/** What is asked in passing, in the words that come first: verbs, last ones, values beside things. */
export const EVERYDAY_QUESTIONS: readonly SampleQuestion[] = [
  { question: 'how much did we sell in 2025', gold: net(years(2025)) },
  { question: 'how much did we sell in Riyadh', gold: net("b.city = 'Riyadh'") },
  { question: 'who sold the most in 2025', gold: best(netByEmployee(years(2025)), 1) },
  ...['which employees sold more than 400000 in 2025', 'who sold more than 400000 in 2025'].map((question) => ({
    question,
    gold: `SELECT e.full_name FROM ${SALES} ${EMPLOYEES} WHERE ${SOLD} AND ${years(2025)} GROUP BY e.employee_id, 1 HAVING ${NET} > 400000`,
  })),
  ...['top 5 stores by sales', 'best 5 stores by sales'].map((question) => ({ question, gold: best(netByBranch(), 5), ordered: true })),
  { question: 'which stores sold most in 2025', gold: best(netByBranch(years(2025)), 1) },
  ...['list of stores', 'all stores'].map((question) => ({ question, gold: 'SELECT name FROM branches' })),
  { question: 'show me the stores in Riyadh', gold: "SELECT name FROM branches WHERE city = 'Riyadh'" },
  { question: 'what are store sales in 2025', gold: net(`o.channel = 'Store' AND ${years(2025)}`) },
  { question: 'cancelled orders by branch', gold: ordersByBranch("o.status = 'Cancelled'") },
  { question: 'online orders by branch', gold: ordersByBranch(`o.channel = 'Online' AND ${PLACED}`) },
  { question: 'completed online orders by branch', gold: ordersByBranch("o.status = 'Completed' AND o.channel = 'Online'") },
  { question: 'cash sales in 2025', gold: net(`o.payment_method = 'Cash' AND ${years(2025)}`) },
  ...['number of ordres by channel', 'numbr of ordres by chanel'].map((question) => ({
    question,
    gold: `SELECT channel, COUNT(*) FROM orders o WHERE ${PLACED} GROUP BY 1`,
  })),
  { question: 'last 5 customers', gold: last('full_name', 'customers', 'signed_up_on', 5), ordered: true },
  ...(
    [
      ['products priced between 500 and 2000', 'BETWEEN 500 AND 2000'],
      ['products with price from 500 to 2000', 'BETWEEN 500 AND 2000'],
      ['products priced above 500', '> 500'],
    ] as const
  ).map(([question, bound]) => ({ question, gold: `SELECT name FROM products WHERE list_price ${bound}` })),
  ...['which customers bought the most', 'which customers spent the most'].map((question) => ({
    question,
    gold: best(`SELECT c.full_name, ${NET} FROM ${SALES} JOIN customers c USING (customer_id) WHERE ${SOLD} GROUP BY c.customer_id, 1`, 1),
  })),
  {
    question: 'which customers ordered the most',
    gold: best(
      `SELECT c.full_name, COUNT(*) FROM orders o JOIN customers c USING (customer_id) WHERE ${PLACED} GROUP BY c.customer_id, 1`,
      1,
    ),
  },
  {
    question: 'top selling categories in Riyadh',
    gold: best(
      `SELECT g.name, ${NET} FROM ${SALES} ${BRANCHES} JOIN products USING (product_id) JOIN product_categories g USING (category_id) WHERE ${SOLD} AND b.city = 'Riyadh' GROUP BY 1`,
      10,
    ),
  },
  ...(
    [
      ['newest products', 'launched_on DESC'],
      ['cheapest products', 'list_price'],
    ] as const
  ).map(([question, by]) => ({ question, gold: `SELECT name FROM products ORDER BY ${by} LIMIT 10`, ordered: true })),
  { question: 'latest customer', gold: last('full_name', 'customers', 'signed_up_on', 1) },
  { question: 'who was hired in 2025', gold: 'SELECT full_name FROM employees WHERE year(hired_on) = 2025' },
  { question: 'lowest sales branch', gold: `${netByBranch()} ORDER BY 2 LIMIT 1` },
  { question: 'refund amount in 2025', gold: 'SELECT SUM(refund_amount) FROM returns WHERE year(returned_on) = 2025' },
  ...['VAT in 2025', 'total tax in 2025'].map((question) => ({
    question,
    gold: `SELECT SUM(l.vat_amount) FROM ${SALES} WHERE ${years(2025)}`,
  })),
  ...(
    [
      ['highest sales day in 2025', 'day', 'DESC'],
      ['worst sales month in 2025', 'month', ''],
      ['best quarter by sales in 2025', 'quarter', 'DESC'],
    ] as const
  ).map(([question, unit, end]) => ({
    question,
    gold: `SELECT CAST(date_trunc('${unit}', o.order_date) AS DATE), ${NET} FROM ${SALES} WHERE ${SOLD} AND ${years(2025)} GROUP BY 1 ORDER BY 2 ${end} LIMIT 1`,
  })),
  ...(
    [
      ['average monthly sales in 2025', 'month', '', ''],
      ['average sales per day in 2025', 'day', '', ''],
      ['average monthly sales by branch in 2025', 'month', 'b.name, ', 'GROUP BY b.branch_id, 1'],
    ] as const
  ).map(([question, unit, shown, grouped]) => ({
    question,
    gold: `SELECT ${shown}${NET} / COUNT(DISTINCT date_trunc('${unit}', o.order_date)) FROM ${SALES} ${BRANCHES} WHERE ${SOLD} AND ${years(2025)} ${grouped}`,
  })),
  {
    question: 'least profitable category',
    gold: `SELECT g.name, ${PROFIT} FROM ${SALES} ${PRODUCTS} JOIN product_categories g USING (category_id) WHERE ${SOLD} GROUP BY 1 ORDER BY 2 LIMIT 1`,
  },
  {
    question: 'cashiers in Riyadh',
    gold: `SELECT e.full_name FROM employees e ${BRANCHES} WHERE e.job_title = 'Cashier' AND b.city = 'Riyadh'`,
  },
  { question: 'who has the highest salary', gold: 'SELECT full_name FROM employees ORDER BY monthly_salary DESC LIMIT 1' },
  { question: 'top 5 salaries', gold: 'SELECT monthly_salary FROM employees ORDER BY 1 DESC LIMIT 5', ordered: true },
  {
    question: 'how many units did we sell in 2025',
    gold: `SELECT SUM(l.quantity - l.returned_quantity) FROM ${SALES} WHERE ${SOLD} AND ${years(2025)}`,
  },
  ...['share of online sales', 'what percentage of sales is online', 'share of online sales in total sales'].map((question) => ({
    question,
    gold: `SELECT ${NET} FILTER (WHERE o.channel = 'Online') / ${NET} FROM ${SALES} WHERE ${SOLD}`,
  })),
  ...(
    [
      ['number of cashiers by branch', 'Cashier', 'b.name', BRANCHES],
      ['cashiers by branch', 'Cashier', 'b.name', BRANCHES],
      ['number of sales associates by region', 'Sales associate', 'r.name', `${BRANCHES} ${REGIONS}`],
    ] as const
  ).map(([question, title, shown, joins]) => ({
    question,
    gold: `SELECT ${shown}, COUNT(*) FROM employees e ${joins} WHERE e.job_title = '${title}' GROUP BY 1`,
  })),
  { question: 'when was the last order', gold: 'SELECT MAX(order_date) FROM orders' },
  { question: 'last 5 employees hired', gold: last('full_name', 'employees', 'hired_on', 5), ordered: true },
  {
    question: 'B2B sales by year',
    gold: `SELECT year(o.order_date), ${NET} FROM ${SALES} JOIN customers c USING (customer_id) WHERE ${SOLD} AND c.segment <> 'Individual' GROUP BY 1`,
  },
  { question: 'how much does each branch sell', gold: netByBranch() },
  { question: 'amount refunded by branch', gold: `SELECT b.name, SUM(l.refund_amount) FROM ${SALES} ${BRANCHES} GROUP BY b.branch_id, 1` },
  { question: 'orders paid in cash', gold: "SELECT order_id FROM orders WHERE payment_method = 'Cash'" },
  {
    question: 'how many orders were paid by credit card',
    gold: `SELECT COUNT(*) FROM orders o WHERE ${PLACED} AND payment_method = 'Credit card'`,
  },
  { question: 'e-commerce sales in 2025', gold: net(`o.channel IN ('Online', 'App') AND ${years(2025)}`) },
  { question: 'total pay per month', gold: 'SELECT SUM(monthly_salary) FROM employees' },
  { question: 'average quantity per order line', gold: 'SELECT AVG(quantity) FROM order_lines' },
  { question: 'list products with prices', gold: 'SELECT name, list_price FROM products' },
  { question: 'last 5 products', gold: last('name', 'products', 'launched_on', 5), ordered: true },
];
