/** Questions a new user asks the sample company, each with a query that gives the right rows. `today` is 2025-12-31. */
export interface SampleQuestion {
  readonly question: string;
  readonly gold: string;
  /** Rows come in the order of the query. */
  readonly ordered?: boolean;
}

const NET = 'SUM(l.net_amount - l.refund_amount)';
const SALES = 'order_lines l JOIN orders o USING (order_id)';
const BY_BRANCH = `${SALES} JOIN branches b USING (branch_id)`;
const BY_REGION = `${BY_BRANCH} JOIN regions r USING (region_id)`;
const BY_PRODUCT = `${SALES} JOIN products p USING (product_id)`;
const BY_CATEGORY = `${BY_PRODUCT} JOIN product_categories c USING (category_id)`;
const SOLD = 'NOT l.is_cancelled';
/** The layer's number of orders leaves out those that were cancelled. */
const PLACED = "status <> 'Cancelled'";
const year = (n: number) => `o.order_date >= DATE '${n}-01-01' AND o.order_date < DATE '${n + 1}-01-01'`;
const MONTH = "CAST(date_trunc('month', o.order_date) AS DATE)";

export const SAMPLE_QUESTIONS: readonly SampleQuestion[] = [
  { question: 'How many customers do we have?', gold: 'SELECT count(*) FROM customers' },
  { question: 'How many branches are there in Riyadh?', gold: "SELECT count(*) FROM branches WHERE city = 'Riyadh'" },
  { question: 'number of branches per city', gold: 'SELECT city, count(*) FROM branches GROUP BY city' },
  { question: 'Net sales', gold: `SELECT ${NET} FROM ${SALES} WHERE ${SOLD}` },
  { question: 'What were net sales in 2025?', gold: `SELECT ${NET} FROM ${SALES} WHERE ${SOLD} AND ${year(2025)}` },
  {
    question: 'Net sales by region in 2025',
    gold: `SELECT r.name, ${NET} FROM ${BY_REGION} WHERE ${SOLD} AND ${year(2025)} GROUP BY r.name`,
  },
  { question: 'Sales by region', gold: `SELECT r.name, ${NET} FROM ${BY_REGION} WHERE ${SOLD} GROUP BY r.name` },
  {
    question: 'net sales per branch last year',
    gold: `SELECT b.name, ${NET} FROM ${BY_BRANCH} WHERE ${SOLD} AND ${year(2024)} GROUP BY b.name`,
  },
  {
    question: 'Net sales by month in 2024',
    gold: `SELECT ${MONTH}, ${NET} FROM ${SALES} WHERE ${SOLD} AND ${year(2024)} GROUP BY 1 ORDER BY 1`,
    ordered: true,
  },
  {
    question: 'monthly revenue in 2025',
    gold: `SELECT ${MONTH}, ${NET} FROM ${SALES} WHERE ${SOLD} AND ${year(2025)} GROUP BY 1 ORDER BY 1`,
    ordered: true,
  },
  {
    question: 'sales per quarter in 2025',
    gold: `SELECT CAST(date_trunc('quarter', o.order_date) AS DATE), ${NET} FROM ${SALES} WHERE ${SOLD} AND ${year(2025)} GROUP BY 1 ORDER BY 1`,
    ordered: true,
  },
  {
    question: 'Net sales by year',
    gold: `SELECT ${NET} FROM ${SALES} WHERE ${SOLD} GROUP BY date_trunc('year', o.order_date) ORDER BY date_trunc('year', o.order_date)`,
    ordered: true,
  },
  {
    question: 'Net sales in the last quarter of 2025',
    gold: `SELECT ${NET} FROM ${SALES} WHERE ${SOLD} AND o.order_date >= DATE '2025-10-01' AND o.order_date < DATE '2026-01-01'`,
  },
  {
    question: 'sales in March 2024',
    gold: `SELECT ${NET} FROM ${SALES} WHERE ${SOLD} AND o.order_date >= DATE '2024-03-01' AND o.order_date < DATE '2024-04-01'`,
  },
  {
    question: 'Top 5 products by net sales',
    gold: `SELECT p.name, ${NET} FROM ${BY_PRODUCT} WHERE ${SOLD} GROUP BY p.name ORDER BY 2 DESC LIMIT 5`,
    ordered: true,
  },
  {
    question: 'top 10 customers by sales in 2025',
    gold: `SELECT c.full_name, ${NET} FROM ${SALES} JOIN customers c USING (customer_id) WHERE ${SOLD} AND ${year(2025)} GROUP BY c.customer_id, c.full_name ORDER BY 2 DESC LIMIT 10`,
    ordered: true,
  },
  {
    question: 'Which branch sold the most in 2025?',
    gold: `SELECT b.name FROM ${BY_BRANCH} WHERE ${SOLD} AND ${year(2025)} GROUP BY b.name ORDER BY ${NET} DESC LIMIT 1`,
  },
  {
    question: 'Which region has the highest gross margin?',
    gold: `SELECT r.name FROM ${BY_REGION} WHERE ${SOLD} GROUP BY r.name ORDER BY ${NET} - SUM(l.cost_amount * (l.quantity - l.returned_quantity) / l.quantity) DESC LIMIT 1`,
  },
  { question: 'Net sales by product category', gold: `SELECT c.name, ${NET} FROM ${BY_CATEGORY} WHERE ${SOLD} GROUP BY c.name` },
  {
    question: 'units sold per category in 2024',
    gold: `SELECT c.name, SUM(l.quantity - l.returned_quantity) FROM ${BY_CATEGORY} WHERE ${SOLD} AND ${year(2024)} GROUP BY c.name`,
  },
  {
    question: 'average order value by channel',
    gold: `SELECT o.channel, ${NET} / COUNT(DISTINCT l.order_id) FROM ${SALES} WHERE ${SOLD} GROUP BY o.channel`,
  },
  { question: 'number of orders by status', gold: 'SELECT status, count(*) FROM orders GROUP BY status' },
  {
    question: 'how many orders were cancelled in 2025?',
    gold: `SELECT count(*) FROM orders o WHERE status = 'Cancelled' AND ${year(2025)}`,
  },
  { question: 'online sales in 2025', gold: `SELECT ${NET} FROM ${SALES} WHERE ${SOLD} AND o.channel = 'Online' AND ${year(2025)}` },
  { question: 'sales by channel and region', gold: `SELECT o.channel, r.name, ${NET} FROM ${BY_REGION} WHERE ${SOLD} GROUP BY ALL` },
  { question: 'net sales in Jeddah', gold: `SELECT ${NET} FROM ${BY_BRANCH} WHERE ${SOLD} AND b.city = 'Jeddah'` },
  {
    question: 'return rate by category',
    gold: `SELECT c.name, SUM(l.returned_quantity) / SUM(l.quantity) FROM ${BY_CATEGORY} WHERE ${SOLD} GROUP BY c.name`,
  },
  { question: 'number of returns by reason', gold: 'SELECT reason, count(*) FROM returns GROUP BY reason' },
  {
    question: 'new customers per month in 2025',
    gold: "SELECT CAST(date_trunc('month', signed_up_on) AS DATE), count(*) FROM customers WHERE signed_up_on >= DATE '2025-01-01' AND signed_up_on < DATE '2026-01-01' GROUP BY 1 ORDER BY 1",
    ordered: true,
  },
  { question: 'customers by segment', gold: 'SELECT segment, count(*) FROM customers GROUP BY segment' },
  {
    question: 'how many Gold customers live in Dammam?',
    gold: "SELECT count(*) FROM customers WHERE loyalty_tier = 'Gold' AND home_city = 'Dammam'",
  },
  { question: 'average salary by job title', gold: 'SELECT job_title, avg(monthly_salary) FROM employees GROUP BY job_title' },
  { question: 'Who is the highest paid employee?', gold: 'SELECT full_name FROM employees ORDER BY monthly_salary DESC LIMIT 1' },
  {
    question: 'list the employees hired in 2024',
    gold: "SELECT full_name FROM employees WHERE hired_on >= DATE '2024-01-01' AND hired_on < DATE '2025-01-01'",
  },
  { question: 'products that cost more than 1000 SAR', gold: 'SELECT name FROM products WHERE list_price > 1000' },
  { question: 'the 3 most expensive products', gold: 'SELECT name FROM products ORDER BY list_price DESC LIMIT 3', ordered: true },
  {
    question: 'target achievement by branch in 2025',
    gold: "SELECT b.name, SUM(t.achieved_amount) / SUM(t.target_amount) FROM sales_targets t JOIN branches b USING (branch_id) WHERE t.month >= DATE '2025-01-01' AND t.month < DATE '2026-01-01' GROUP BY b.name",
  },
  {
    question: 'branches with net sales over 10 million',
    gold: `SELECT b.name FROM ${BY_BRANCH} WHERE ${SOLD} GROUP BY b.name HAVING ${NET} > 10000000`,
  },
  {
    question: 'customers who never ordered',
    gold: 'SELECT full_name FROM customers WHERE customer_id NOT IN (SELECT customer_id FROM orders)',
  },
  {
    question: 'products that were never sold',
    gold: 'SELECT name FROM products WHERE product_id NOT IN (SELECT product_id FROM order_lines)',
  },
  {
    question: 'share of net sales by region',
    gold: `SELECT r.name, ${NET} / SUM(${NET}) OVER () FROM ${BY_REGION} WHERE ${SOLD} GROUP BY r.name`,
  },
  {
    question: 'how many products does each supplier have?',
    gold: 'SELECT s.name, count(*) FROM products p JOIN suppliers s USING (supplier_id) GROUP BY s.name',
  },
  {
    question: 'net sales this month',
    gold: `SELECT ${NET} FROM ${SALES} WHERE ${SOLD} AND o.order_date >= DATE '2025-12-01' AND o.order_date < DATE '2026-01-01'`,
  },
  {
    question: 'sales by region in 2025 compared with 2024',
    gold: `SELECT r.name, year(o.order_date), ${NET} FROM ${BY_REGION} WHERE ${SOLD} AND o.order_date >= DATE '2024-01-01' AND o.order_date < DATE '2026-01-01' GROUP BY ALL`,
  },
  {
    question: 'payment methods by number of orders',
    gold: `SELECT payment_method, count(*) FROM orders WHERE ${PLACED} GROUP BY payment_method`,
  },
  { question: 'كم عدد العملاء؟', gold: 'SELECT count(*) FROM customers' },
  { question: 'المبيعات حسب المنطقة', gold: `SELECT r.name_ar, ${NET} FROM ${BY_REGION} WHERE ${SOLD} GROUP BY r.name_ar` },
  {
    question: 'صافي المبيعات حسب المنطقة في 2025',
    gold: `SELECT r.name_ar, ${NET} FROM ${BY_REGION} WHERE ${SOLD} AND ${year(2025)} GROUP BY r.name_ar`,
  },
  {
    question: 'المبيعات الشهرية في عام ٢٠٢٥',
    gold: `SELECT ${MONTH}, ${NET} FROM ${SALES} WHERE ${SOLD} AND ${year(2025)} GROUP BY 1 ORDER BY 1`,
    ordered: true,
  },
  {
    question: 'أعلى 5 منتجات مبيعاً',
    gold: `SELECT p.name_ar, ${NET} FROM ${BY_PRODUCT} WHERE ${SOLD} GROUP BY p.name_ar ORDER BY 2 DESC LIMIT 5`,
    ordered: true,
  },
  { question: 'كم عدد الطلبات في عام 2024؟', gold: `SELECT count(*) FROM orders o WHERE ${PLACED} AND ${year(2024)}` },
  {
    question: 'مبيعات منطقة الرياض في 2025',
    gold: `SELECT ${NET} FROM ${BY_REGION} WHERE ${SOLD} AND r.name = 'Riyadh' AND ${year(2025)}`,
  },
  {
    question: 'عدد الموظفين في كل فرع',
    gold: 'SELECT b.name_ar, count(*) FROM employees e JOIN branches b USING (branch_id) GROUP BY b.name_ar',
  },
  {
    question: 'متوسط السلة حسب الفرع',
    gold: `SELECT b.name_ar, ${NET} / COUNT(DISTINCT l.order_id) FROM ${BY_BRANCH} WHERE ${SOLD} GROUP BY b.name_ar`,
  },
];
