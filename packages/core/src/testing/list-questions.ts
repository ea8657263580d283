import type { SampleQuestion } from '../evaluation/sample-questions.ts';
import { PLACED } from './sample-sql.ts';

const priced = (name: string, bound: string) => `SELECT ${name} FROM products WHERE list_price ${bound}`;

const bought = (year: number, where = PLACED) =>
  `EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.customer_id AND ${where} AND year(o.order_date) = ${year})`;
const soldIn = (year: number) =>
  `EXISTS (SELECT 1 FROM order_lines l JOIN orders o USING (order_id) WHERE l.product_id = p.product_id AND NOT l.is_cancelled AND year(o.order_date) = ${year})`;

/** What a manager asks the sample company for by name: which products, which customers, and how many of them. */
export const LIST_QUESTIONS: readonly SampleQuestion[] = [
  ...['products with price between 100 and 2000', 'products with price between 100 and 2,000'].map((question) => ({
    question,
    gold: priced('name', 'BETWEEN 100 AND 2000'),
  })),
  { question: 'products with price between 1900 and 2099', gold: priced('name', 'BETWEEN 1900 AND 2099') },
  { question: 'products with price up to 2000', gold: priced('name', '<= 2000') },
  { question: 'المنتجات الأغلى من 1000', gold: priced('name_ar', '> 1000') },
  { question: 'المنتجات الأرخص من 1000', gold: priced('name_ar', '< 1000') },
  { question: 'المنتجات التي سعرها بين 1500 و2000', gold: priced('name_ar', 'BETWEEN 1500 AND 2000') },
  ...(
    [
      ['customers who bought in 2024 and in 2025', 'c.full_name', PLACED],
      ['customers who bought in both 2024 and 2025', 'c.full_name', PLACED],
      ['customers who ordered in 2024 and in 2025', 'c.full_name', 'true'],
      ['العملاء الذين اشتروا في 2024 وفي 2025', 'c.full_name_ar', PLACED],
      ['how many customers bought in both 2024 and 2025', 'COUNT(*)', PLACED],
    ] as const
  ).map(([question, shown, where]) => ({
    question,
    gold: `SELECT ${shown} FROM customers c WHERE ${bought(2024, where)} AND ${bought(2025, where)}`,
  })),
  {
    question: 'products sold in 2024 and in 2025',
    gold: `SELECT p.name FROM products p WHERE ${soldIn(2024)} AND ${soldIn(2025)}`,
  },
  ...['which customers bought in 2025', 'list the customers who bought in 2025'].map((question) => ({
    question,
    gold: `SELECT c.full_name FROM customers c WHERE ${bought(2025)}`,
  })),
  ...['customers who ordered in 2025', 'customers with orders in 2025'].map((question) => ({
    question,
    gold: `SELECT c.full_name FROM customers c WHERE ${bought(2025, 'true')}`,
  })),
  ...['channels of orders in 2025', 'قنوات الطلبات في 2025'].map((question) => ({
    question,
    gold: 'SELECT DISTINCT channel FROM orders WHERE year(order_date) = 2025',
  })),
  {
    question: 'customers and their sales',
    gold: `SELECT c.full_name, SUM(l.net_amount - l.refund_amount) FROM order_lines l JOIN orders o USING (order_id) JOIN customers c USING (customer_id) WHERE NOT l.is_cancelled GROUP BY c.customer_id, 1`,
  },
  { question: 'payment methods by channel', gold: 'SELECT DISTINCT payment_method, channel FROM orders' },
  ...['missed targets by month in 2025', 'number of missed targets by month in 2025'].map((question) => ({
    question,
    gold: 'SELECT month, COUNT(*) FROM sales_targets WHERE achieved_amount < target_amount AND year(month) = 2025 GROUP BY 1',
  })),
];
