import type { SampleQuestion } from '../evaluation/sample-questions.ts';
import { MONTH, NET, PLACED, PRODUCTS, REGIONS, SALES, SOLD, years } from './sample-sql.ts';

const MARGIN = `(${NET} - SUM(l.cost_amount * (l.quantity - l.returned_quantity) / l.quantity)) / ${NET}`;
const SALES_PER_BRANCH = `SELECT b.name, ${NET} FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} GROUP BY b.branch_id, 1`;
const topPer = (group: string, thing: string, joins: string, first: number, where = '', key = thing) =>
  `SELECT g, t, v FROM (SELECT ${group} AS g, ${thing} AS t, ${NET} AS v, row_number() OVER (PARTITION BY ${group} ORDER BY ${NET} DESC) AS n
   FROM ${SALES} JOIN branches b USING (branch_id) ${joins} WHERE ${SOLD}${where} GROUP BY 1, 2, ${key}) WHERE n <= ${first}`;

const CUSTOMERS = 'JOIN customers c USING (customer_id)';
const ORDERED_ONLINE = "SELECT full_name FROM customers WHERE customer_id IN (SELECT customer_id FROM orders WHERE channel = 'Online')";

const OF_OTHERS = "SELECT order_id FROM orders LEFT JOIN employees USING (employee_id) WHERE full_name IS DISTINCT FROM 'Lama Al Salem'";
const PAID =
  'SELECT b.name, e.full_name, e.monthly_salary FROM employees e JOIN branches b USING (branch_id) QUALIFY row_number() OVER (PARTITION BY b.branch_id ORDER BY e.monthly_salary DESC, e.full_name) = 1';

const perMonthAnd = (thing: string) =>
  `SELECT ${MONTH}, ${thing}, ${NET} FROM ${SALES} JOIN branches b USING (branch_id) ${REGIONS} WHERE ${SOLD} AND ${years(2025)} GROUP BY 1, 2`;

const cancelled = (group: string, where = 'true') =>
  `SELECT ${group}, COUNT(*) FILTER (WHERE o.status = 'Cancelled') / COUNT(*) FROM orders o JOIN branches b USING (branch_id) ${REGIONS} WHERE ${where} GROUP BY 1`;
const LOWEST_PRODUCTS = `SELECT p.name, ${NET} FROM ${SALES} ${PRODUCTS} WHERE ${SOLD} GROUP BY p.product_id, p.name ORDER BY 2 LIMIT 5`;
const DEAREST_PER_CATEGORY = `SELECT c.name, p.name FROM products p JOIN product_categories c USING (category_id) QUALIFY row_number() OVER (PARTITION BY c.category_id ORDER BY p.list_price DESC, p.name) <= 2`;
const perMetre = (branch: string) =>
  `SELECT ${branch}, ${NET} / max(b.floor_area) FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} GROUP BY b.branch_id, 1`;

const withoutOrders = (name: string, where = 'true') =>
  `SELECT ${name} FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.customer_id AND ${where})`;

const aboveAverage = (branch: string, where = 'true') =>
  `WITH f AS (SELECT ${branch} AS n, ${NET} AS v FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} AND ${where} GROUP BY b.branch_id, 1) SELECT n FROM f WHERE v > (SELECT avg(v) FROM f)`;

const returnRate = (category: string) =>
  `SELECT ${category}, SUM(l.returned_quantity) / SUM(l.quantity) FROM order_lines l ${PRODUCTS} JOIN product_categories c USING (category_id) WHERE ${SOLD} GROUP BY 1`;

const rankedBranches = (branch: string, direction: string, first = 10) =>
  `SELECT ${branch}, ${NET} FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} GROUP BY b.branch_id, 1 ORDER BY 2 ${direction} LIMIT ${first}`;

const boughtIn = (year: number) => `EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.customer_id AND ${PLACED} AND ${years(year)})`;
const soldIn = (year: number) => `EXISTS (SELECT 1 FROM ${SALES} WHERE l.product_id = p.product_id AND ${SOLD} AND ${years(year)})`;
/** Of all months together. */
const againstTarget = (shown: string, bound: string, where = 'true') =>
  `SELECT ${shown} FROM sales_targets t JOIN branches b USING (branch_id) WHERE ${where} GROUP BY b.branch_id, b.name, b.name_ar HAVING SUM(t.achieved_amount) ${bound} SUM(t.target_amount)`;

const returned = (bound: string) =>
  `SELECT p.name FROM order_lines l ${PRODUCTS} WHERE ${SOLD} GROUP BY p.product_id, p.name HAVING SUM(l.returned_quantity) / SUM(l.quantity) ${bound}`;

const marginAbove = (bound: number) =>
  `SELECT b.name FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} GROUP BY b.branch_id, b.name HAVING (${NET} - SUM(l.cost_amount * (l.quantity - l.returned_quantity) / l.quantity)) / ${NET} > ${bound}`;

const inRegion = (branch: string, region: string) =>
  `SELECT ${branch}, ${NET} FROM ${SALES} JOIN branches b USING (branch_id) ${REGIONS} WHERE ${SOLD} AND r.name = '${region}' GROUP BY b.branch_id, 1`;

/** What a manager asks the sample company beyond plain figures: the first of each group, ratios, targets, who did not. */
export const MANAGER_QUESTIONS: readonly SampleQuestion[] = [
  {
    question: 'number of orders by region in 2025',
    gold: "SELECT r.name, COUNT(*) FROM orders o JOIN branches b USING (branch_id) JOIN regions r ON r.region_id = b.region_id WHERE o.status <> 'Cancelled' AND year(o.order_date) = 2025 GROUP BY r.name",
  },
  ...['Makkah', 'Riyadh'].map((region) => ({ question: `sales by branch in ${region} region`, gold: inRegion('b.name', region) })),
  { question: 'المبيعات حسب الفرع في منطقة مكة', gold: inRegion('b.name_ar', 'Makkah') },
  {
    question: 'المبيعات في مكة',
    gold: `SELECT ${NET} FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} AND b.city = 'Makkah'`,
  },
  {
    question: 'number of orders in Riyadh region',
    gold: `SELECT COUNT(*) FROM orders o JOIN branches b USING (branch_id) ${REGIONS} WHERE ${PLACED} AND r.name = 'Riyadh'`,
  },
  ...['top 3 products in each region by sales', 'top 3 products by sales in each region', 'top 3 products in each region'].map(
    (question) => ({ question, gold: topPer('r.name', 'p.name', `${PRODUCTS} ${REGIONS}`, 3) }),
  ),
  ...['أفضل 3 منتجات حسب المبيعات في كل منطقة', 'أفضل 3 منتجات في كل منطقة'].map((question) => ({
    question,
    gold: topPer('r.name_ar', 'p.name_ar', `${PRODUCTS} ${REGIONS}`, 3),
  })),
  { question: 'best-selling product per branch', gold: topPer('b.name', 'p.name', PRODUCTS, 1) },
  { question: 'المنتج الأكثر مبيعا في كل فرع', gold: topPer('b.name_ar', 'p.name_ar', PRODUCTS, 1) },
  { question: 'top branch by sales for each month of 2025', gold: topPer(MONTH, 'b.name', '', 1, ` AND ${years(2025)}`) },
  { question: 'highest paid employee in each branch', gold: PAID },
  ...['median salary', 'وسيط الراتب'].map((question) => ({ question, gold: 'SELECT median(monthly_salary) FROM employees' })),
  {
    question: 'median list price by category',
    gold: 'SELECT c.name, median(p.list_price) FROM products p JOIN product_categories c USING (category_id) GROUP BY 1',
  },
  { question: 'net sales by region and month in 2025', gold: perMonthAnd('r.name') },
  { question: 'صافي المبيعات حسب المنطقة والشهر في 2025', gold: perMonthAnd('r.name_ar') },
  ...['lowest 5 products by sales', 'bottom 5 products by sales'].map((question) => ({ question, gold: LOWEST_PRODUCTS, ordered: true })),
  { question: 'worst branches by sales', gold: rankedBranches('b.name', ''), ordered: true },
  { question: 'أسوأ الفروع حسب المبيعات', gold: rankedBranches('b.name_ar', ''), ordered: true },
  { question: 'best branches by sales', gold: rankedBranches('b.name', 'DESC'), ordered: true },
  { question: 'worst branch by sales', gold: rankedBranches('b.name', '', 1) },
  { question: 'most expensive 2 products by category', gold: DEAREST_PER_CATEGORY },
  ...['share of orders cancelled by region', 'percentage of cancelled orders by region'].map((question) => ({
    question,
    gold: cancelled('r.name'),
  })),
  { question: 'نسبة الطلبات الملغاة حسب المنطقة', gold: cancelled('r.name_ar') },
  { question: 'percentage of cancelled orders by month in 2025', gold: cancelled(MONTH, years(2025)) },
  ...['what percentage of orders in 2025 were cancelled', 'what percentage of orders were cancelled in 2025'].map((question) => ({
    question,
    gold: `SELECT avg(CASE WHEN o.status = 'Cancelled' THEN 1 ELSE 0 END) FROM orders o WHERE ${years(2025)}`,
  })),
  {
    question: 'what percentage of cancelled orders were placed in 2025',
    gold: `SELECT COUNT(*) FILTER (WHERE ${years(2025)}) / COUNT(*) FROM orders o WHERE o.status = 'Cancelled'`,
  },
  {
    question: 'what percentage of orders were cancelled in Riyadh',
    gold: "SELECT COUNT(*) FILTER (WHERE o.status = 'Cancelled') / COUNT(*) FROM orders o JOIN branches b USING (branch_id) WHERE b.city = 'Riyadh'",
  },
  {
    question: 'how many orders have more than 5 items',
    gold: `SELECT COUNT(*) FROM orders o WHERE ${PLACED} AND order_id IN (SELECT order_id FROM order_lines GROUP BY 1 HAVING SUM(quantity) > 5)`,
  },
  ...['sales per square metre', 'sales per square metre by branch'].map((question) => ({ question, gold: perMetre('b.name') })),
  { question: 'المبيعات لكل متر مربع', gold: perMetre('b.name_ar') },
  ...['customers who never ordered', 'customers without orders'].map((question) => ({ question, gold: withoutOrders('c.full_name') })),
  { question: 'العملاء بدون طلبات', gold: withoutOrders('c.full_name_ar') },
  { question: 'customers who never ordered in 2025', gold: withoutOrders('c.full_name', years(2025)) },
  { question: 'customers with no sales in 2025', gold: withoutOrders('c.full_name', `o.status <> 'Cancelled' AND ${years(2025)}`) },
  ...['customers with more than 5 orders', 'custmers with more than 5 ordres', 'العملاء الذين لديهم أكثر من 5 طلبات'].map(
    (question, at) => ({
      question,
      gold: `SELECT c.${at < 2 ? 'full_name' : 'full_name_ar'} FROM customers c WHERE (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.customer_id AND ${PLACED}) > 5`,
    }),
  ),
  ...['customers with online orders', 'which customers ordered online'].map((question) => ({ question, gold: ORDERED_ONLINE })),
  ...['which branch has the most orders', 'أي فرع لديه أكثر الطلبات'].map((question, at) => ({
    question,
    gold: `SELECT b.${['name', 'name_ar'][at]}, COUNT(*) FROM orders o JOIN branches b USING (branch_id) WHERE ${PLACED} GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
  })),
  { question: 'orders not by employee Lama Al Salem', gold: OF_OTHERS },
  ...['sales by customer name', 'المبيعات حسب اسم العميل'].map((question, at) => ({
    question,
    gold: `SELECT c.${['full_name', 'full_name_ar'][at]}, ${NET} FROM ${SALES} ${CUSTOMERS} WHERE ${SOLD} GROUP BY c.customer_id, 1`,
  })),
  { question: 'top products by sales in each region', gold: topPer('r.name', 'p.name', `${REGIONS} ${PRODUCTS}`, 3) },
  { question: 'أفضل المنتجات حسب المبيعات في كل منطقة', gold: topPer('r.name_ar', 'p.name_ar', `${REGIONS} ${PRODUCTS}`, 3) },
  ...['slaes by brnach', 'salse by barnch', 'المبيعت حسب الفرع', 'المبعيات حسب الفرع'].map((question, at) => ({
    question,
    gold: `SELECT b.${at < 2 ? 'name' : 'name_ar'}, ${NET} FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} GROUP BY 1`,
  })),
  { question: 'averge price of prodcuts', gold: 'SELECT avg(list_price) FROM products' },
  ...['products never sold', 'products without sales', 'منتجات بدون مبيعات'].map((question) => ({
    question,
    gold: `SELECT p.name FROM products p WHERE NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.product_id = p.product_id AND ${SOLD})`,
  })),
  {
    question: 'branches with margin above 20%',
    gold: marginAbove(0.2),
  },
  ...['branches with sales above the average', 'branches with sales above average'].map((question) => ({
    question,
    gold: aboveAverage('b.name'),
  })),
  { question: 'branches with above average sales', gold: aboveAverage('b.name') },
  ...['branches with below average sales', 'branches with sales below the average'].map((question) => ({
    question,
    gold: aboveAverage('b.name').replace('v >', 'v <'),
  })),
  { question: 'الفروع ذات المبيعات الأقل من المتوسط', gold: aboveAverage('b.name_ar').replace('v >', 'v <') },
  { question: 'branches with sales above average in 2025', gold: aboveAverage('b.name', years(2025)) },
  { question: 'الفروع التي مبيعاتها أعلى من المتوسط', gold: aboveAverage('b.name_ar') },
  {
    question: 'products priced above average',
    gold: 'SELECT name FROM products WHERE list_price > (SELECT avg(list_price) FROM products)',
  },
  ...['return rate by category', 'share of returns by category', 'percentage of returns by category'].map((question) => ({
    question,
    gold: returnRate('c.name'),
  })),
  { question: 'نسبة المرتجعات حسب الفئة', gold: returnRate('c.name_ar') },
  { question: 'كم عدد الفواتير؟', gold: `SELECT COUNT(*) FROM orders o WHERE ${PLACED}` },
  ...['number of orders in 2025', 'how many orders in 2025', 'orders placed in 2025', 'كم طلبا في 2025', 'عدد الطلبات في 2025'].map(
    (question) => ({ question, gold: `SELECT COUNT(*) FROM orders o WHERE ${PLACED} AND ${years(2025)}` }),
  ),
  ...['number of orders by channel', 'order count by channel', 'عدد الطلبات حسب القناة'].map((question) => ({
    question,
    gold: `SELECT o.channel, COUNT(*) FROM orders o WHERE ${PLACED} GROUP BY 1`,
  })),
  ...['number of cancelled orders', 'عدد الطلبات الملغاة'].map((question) => ({
    question,
    gold: "SELECT COUNT(*) FROM orders WHERE status = 'Cancelled'",
  })),
  {
    question: 'number of orders and net sales by region',
    gold: `SELECT r.name, COUNT(DISTINCT l.order_id), ${NET} FROM ${SALES} JOIN branches b USING (branch_id) ${REGIONS} WHERE ${SOLD} GROUP BY 1`,
  },
  { question: 'branches opened after 2018', gold: "SELECT name FROM branches WHERE opened_on >= DATE '2019-01-01'" },
  { question: 'open branches', gold: 'SELECT name FROM branches WHERE closed_on IS NULL' },
  {
    question: 'top 50 customers by net sales by channel in 2025',
    gold: topPer('o.channel', 'c.full_name', CUSTOMERS, 50, ` AND ${years(2025)}`, 'c.customer_id'),
  },
  { question: 'net sales in the last 7 days', gold: `SELECT ${NET} FROM ${SALES} WHERE ${SOLD} AND o.order_date >= DATE '2025-12-25'` },
  ...['number of orders without employees', 'عدد الطلبات بدون موظف'].map((question) => ({
    question,
    gold: `SELECT COUNT(*) FROM orders o WHERE ${PLACED} AND employee_id IS NULL`,
  })),
  {
    question: 'number of orders excluding employees in Riyadh',
    gold: `SELECT COUNT(*) FROM orders o LEFT JOIN employees e USING (employee_id) LEFT JOIN branches b ON b.branch_id = e.branch_id WHERE ${PLACED} AND (e.employee_id IS NULL OR b.city <> 'Riyadh')`,
  },
  ...['products with return rate below 1 %', 'products with return rate below 1 percent', 'products with return rate below 1'].map(
    (question) => ({ question, gold: returned('< 0.01') }),
  ),
  { question: 'products with return rate between 0.5 and 1 %', gold: returned('BETWEEN 0.005 AND 0.01') },
  { question: 'branches with margin above 0.5 %', gold: marginAbove(0.005) },
  { question: 'branches with margin above 0.5', gold: marginAbove(0.5) },
  ...['products not sold in 2025', 'products that were not sold in 2025', 'products never sold in 2025'].map((question) => ({
    question,
    gold: `SELECT p.name FROM products p WHERE NOT EXISTS (SELECT 1 FROM ${SALES} WHERE l.product_id = p.product_id AND ${SOLD} AND ${years(2025)})`,
  })),
  ...['employees who sold nothing', 'employees who never sold'].map((question) => ({
    question,
    gold: `SELECT e.full_name FROM employees e WHERE NOT EXISTS (SELECT 1 FROM ${SALES} WHERE o.employee_id = e.employee_id AND ${SOLD})`,
  })),
  { question: 'customers who ordered nothing', gold: withoutOrders('c.full_name') },
  ...['sales by month and customer in 2025', 'sales by customer and month in 2025'].map((question) => ({
    question,
    gold: `SELECT ${MONTH}, c.full_name, ${NET} FROM ${SALES} ${CUSTOMERS} WHERE ${SOLD} AND ${years(2025)} GROUP BY 1, 2, c.customer_id`,
  })),
  ...['which category has the lowest gross margin percentage?', 'which category has the lowest gross margin percent'].map((question) => ({
    question,
    gold: `SELECT c.name, ${MARGIN} FROM ${SALES} ${PRODUCTS} JOIN product_categories c USING (category_id) WHERE ${SOLD} GROUP BY 1 ORDER BY 2 LIMIT 1`,
  })),
  {
    question: 'target and actual by branch in 2025',
    gold: 'SELECT b.name, SUM(t.target_amount), SUM(t.achieved_amount) FROM sales_targets t JOIN branches b USING (branch_id) WHERE year(t.month) = 2025 GROUP BY b.branch_id, 1',
  },
  {
    question: 'total target vs actual by month in 2025',
    gold: 'SELECT month, SUM(target_amount), SUM(achieved_amount) FROM sales_targets WHERE year(month) = 2025 GROUP BY 1',
  },
  {
    question: 'how many new customers signed up each month in 2025',
    gold: "SELECT CAST(date_trunc('month', signed_up_on) AS DATE), COUNT(*) FROM customers WHERE year(signed_up_on) = 2025 GROUP BY 1",
  },
  { question: 'صافي المبيعات للمتر المربع حسب الفرع', gold: perMetre('b.name_ar') },
  {
    question: 'مبيعات الإلكترونيات في 2025',
    gold: `SELECT ${NET} FROM ${SALES} ${PRODUCTS} JOIN product_categories c USING (category_id) WHERE ${SOLD} AND c.name = 'Electronics' AND ${years(2025)}`,
  },
  {
    question: 'net sales by corporate customers',
    gold: `SELECT ${NET} FROM ${SALES} ${CUSTOMERS} WHERE ${SOLD} AND c.segment = 'Corporate'`,
  },
  ...(
    [
      ['orders by region in 2025', 'r.name', years(2025)],
      ['الطلبات حسب المنطقة في 2025', 'r.name_ar', years(2025)],
      ['show orders by month', MONTH, 'true'],
      ['الطلبات حسب الشهر', MONTH, 'true'],
      ['invoices by branch', 'b.name', 'true'],
      ['الفواتير حسب الفرع', 'b.name_ar', 'true'],
    ] as const
  ).map(([question, group, where]) => ({
    question,
    gold: `SELECT ${group}, COUNT(*) FROM orders o JOIN branches b USING (branch_id) ${REGIONS} WHERE ${PLACED} AND ${where} GROUP BY 1`,
  })),
  ...['sales per order', 'sales / orders', 'sales divided by the number of orders', 'المبيعات لكل طلب', 'المبيعات مقسومة على الطلبات'].map(
    (question) => ({
      question,
      gold: `SELECT ${NET} / (SELECT COUNT(*) FROM orders o WHERE ${PLACED}) FROM ${SALES} WHERE ${SOLD}`,
    }),
  ),
  ...['average sales per customer', 'متوسط المبيعات لكل عميل'].map((question) => ({
    question,
    gold: `SELECT AVG(v) FROM (SELECT ${NET} AS v FROM ${SALES} WHERE ${SOLD} GROUP BY o.customer_id)`,
  })),
  ...['gross margin divided by sales', 'ratio of gross margin to sales', 'gross margin to sales ratio', 'gross margin / sales'].map(
    (question) => ({
      question,
      gold: `SELECT ${MARGIN} FROM ${SALES} WHERE ${SOLD}`,
    }),
  ),
  {
    question: 'sales divided by orders by region in 2025',
    gold: `SELECT r.name, ${NET} / COUNT(DISTINCT o.order_id) FROM ${SALES} JOIN branches b USING (branch_id) ${REGIONS} WHERE ${SOLD} AND ${years(2025)} GROUP BY 1`,
  },
  ...['sales per order by channel', 'المبيعات لكل طلب حسب القناة'].map((question) => ({
    question,
    gold: `SELECT o.channel, ${NET} / COUNT(DISTINCT o.order_id) FROM ${SALES} WHERE ${SOLD} GROUP BY 1`,
  })),
  ...(
    [
      ['Customers who bought in 2024 but not in 2025', 'c.full_name'],
      ['which customers bought in 2024 but not in 2025', 'c.full_name'],
      ['العملاء الذين اشتروا في 2024 وليس في 2025', 'c.full_name_ar'],
      ['العملاء الذين اشتروا في 2024 ولم يشتروا في 2025', 'c.full_name_ar'],
      ['how many customers bought in 2024 but not in 2025', 'COUNT(*)'],
    ] as const
  ).map(([question, shown]) => ({
    question,
    gold: `SELECT ${shown} FROM customers c WHERE ${boughtIn(2024)} AND NOT ${boughtIn(2025)}`,
  })),
  ...['products sold in 2025 but not in 2024', 'which products were sold in 2025 but not in 2024'].map((question) => ({
    question,
    gold: `SELECT p.name FROM products p WHERE ${soldIn(2025)} AND NOT ${soldIn(2024)}`,
  })),
  ...(
    [
      ['which branches missed their target in 2025', 'b.name', '<'],
      ['branches below target in 2025', 'b.name', '<'],
      ['which branches exceeded their target in 2025', 'b.name', '>='],
      ['which branches met their target in 2025', 'b.name', '>='],
      ['الفروع التي لم تحقق هدفها في 2025', 'b.name_ar, SUM(t.target_amount)', '<'],
      ['ما هي الفروع التي تجاوزت هدفها في 2025؟', 'b.name_ar', '>='],
    ] as const
  ).map(([question, shown, bound]) => ({ question, gold: againstTarget(shown, bound, 'year(t.month) = 2025') })),
  ...['sales per store', 'sales by store'].map((question) => ({ question, gold: SALES_PER_BRANCH })),
  { question: 'number of stores', gold: 'SELECT COUNT(*) FROM branches' },
  { question: 'عدد العمال', gold: 'SELECT COUNT(*) FROM employees' },
  { question: 'which branches missed their target', gold: againstTarget('b.name, SUM(t.target_amount)', '<') },
  {
    question: 'missed targets per branch in 2025',
    gold: 'SELECT b.name, COUNT(*) FROM sales_targets t JOIN branches b USING (branch_id) WHERE t.achieved_amount < t.target_amount AND year(t.month) = 2025 GROUP BY b.branch_id, 1',
  },
  ...(
    [
      ['customers who ordered only once', '= 1'],
      ['customers who ordered 3 times', '= 3'],
      ['customers who ordered more than 3 times', '> 3'],
    ] as const
  ).map(([question, bound]) => ({
    question,
    gold: `SELECT c.full_name FROM customers c WHERE (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.customer_id AND ${PLACED}) ${bound}`,
  })),
  ...['top 5 products by sales not in Riyadh', 'top 5 products by sales excluding Riyadh'].map((question) => ({
    question,
    gold: `SELECT p.name, ${NET} FROM ${SALES} ${PRODUCTS} JOIN branches b USING (branch_id) WHERE ${SOLD} AND b.city <> 'Riyadh' GROUP BY p.product_id, 1 ORDER BY 2 DESC LIMIT 5`,
  })),
  ...['best month of 2025 by sales', 'which month of 2025 had the highest sales'].map((question) => ({
    question,
    gold: `SELECT ${MONTH}, ${NET} FROM ${SALES} WHERE ${SOLD} AND ${years(2025)} GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
  })),
  {
    question: 'branches with sales between 1 and 2 million in 2025',
    gold: `SELECT b.name FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} AND ${years(2025)} GROUP BY b.branch_id, 1 HAVING ${NET} BETWEEN 1000000 AND 2000000`,
  },
  {
    question: 'الفروع التي مبيعاتها بين 1 و 2 مليون في 2025',
    gold: `SELECT b.name_ar FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} AND ${years(2025)} GROUP BY b.branch_id, 1 HAVING ${NET} BETWEEN 1000000 AND 2000000`,
  },
  {
    question: 'products launched in 2024 by category',
    gold: 'SELECT c.name, COUNT(*) FROM products p JOIN product_categories c USING (category_id) WHERE year(p.launched_on) = 2024 GROUP BY 1',
  },
  {
    question: 'orders per customer by region',
    gold: `SELECT r.name, c.full_name, COUNT(*) FROM orders o ${CUSTOMERS} JOIN branches b USING (branch_id) ${REGIONS} WHERE ${PLACED} GROUP BY 1, 2, c.customer_id`,
  },
];
