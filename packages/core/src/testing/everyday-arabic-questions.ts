import type { SampleQuestion } from '../evaluation/sample-questions.ts';
import { NET, PLACED, PRODUCTS, REGIONS, SALES, SOLD, years } from './sample-sql.ts';

const BRANCHES = 'JOIN branches b USING (branch_id)';
const EMPLOYEES = 'JOIN employees e USING (employee_id)';
const CATEGORY = `${PRODUCTS} JOIN product_categories g USING (category_id)`;
const net = (where: string) => `SELECT ${NET} FROM ${SALES} ${BRANCHES} ${CATEGORY} WHERE ${SOLD} AND ${where}`;
const netBy = (key: string, shown: string, joins: string, where = 'true') =>
  `SELECT ${shown}, ${NET} FROM ${SALES} ${joins} WHERE ${SOLD} AND ${where} GROUP BY ${key}, 1`;
const netByBranch = netBy('b.branch_id', 'b.name_ar', BRANCHES);
const best = (ranked: string, count: number) => `${ranked} ORDER BY 2 DESC LIMIT ${count}`;
const worst = (ranked: string, count: number) => `${ranked} ORDER BY 2 LIMIT ${count}`;
const last = (columns: string, table: string, date: string, count: number) =>
  `SELECT ${columns} FROM ${table} ORDER BY ${date} DESC LIMIT ${count}`;
const each = (questions: readonly string[], gold: string): SampleQuestion[] => questions.map((question) => ({ question, gold }));

/** What is asked in passing in Arabic, in everyday words: how much before a figure, verbs, spoken forms, a measure behind the best. */
export const EVERYDAY_ARABIC_QUESTIONS: readonly SampleQuestion[] = [
  ...each(
    [
      'كم المبيعات في 2025',
      'كم بعنا في 2025',
      'عطني المبيعات في 2025',
      'ابغى اعرف المبيعات في 2025',
      'أريد أن أعرف المبيعات في 2025',
      'وش المبيعات في 2025',
      'المبيعات في 2025 من فضلك',
      'لو سمحت المبيعات في 2025',
      'ممكن تعطيني المبيعات في 2025',
      'مبيعات هالسنة',
    ],
    net(years(2025)),
  ),
  ...each(['كم مبيعاتنا أمس', 'بعنا كم أمس'], net("o.order_date = DATE '2025-12-30'")),
  ...each(['مبيعات هالشهر', 'المبيعات لهذا الشهر', 'مبيعات الشهر هذا'], net("o.order_date >= DATE '2025-12-01'")),
  ...each(['المبيعات السنة اللي فاتت'], net(years(2024))),
  ...each(['المبيعات في شهر 3'], net("o.order_date BETWEEN DATE '2025-03-01' AND DATE '2025-03-31'")),
  ...each(['كم مبيعات العطور'], net("g.name_ar = 'عطور'")),
  ...each(['كم مبيعات التطبيق'], net("o.channel = 'App'")),
  ...each(['كم مبيعات الرياض'], net("b.city = 'Riyadh'")),
  ...each(['المبيعات بجدة'], net("b.city = 'Jeddah'")),
  ...each(['المبيعات ببطاقة مدى'], net("o.payment_method = 'Debit card'")),
  ...each(['مبيعات العطور في الرياض'], net("g.name_ar = 'عطور' AND b.city = 'Riyadh'")),
  ...each(['مبيعات فئة الرياضة في الرياض'], net("g.name_ar = 'رياضة' AND b.city = 'Riyadh'")),
  ...each(['المبيعات حسب الفئة في الرياض'], netBy('g.category_id', 'g.name_ar', `${BRANCHES} ${CATEGORY}`, "b.city = 'Riyadh'")),
  ...each(
    ['المبيعات حسب الشهر هذا العام', 'المبيعات لكل شهر هذا العام'],
    netBy('1', "date_trunc('month', o.order_date)::DATE", '', years(2025)),
  ),
  ...each(['المبيعات حسب أيام الأسبوع'], netBy('1', 'isodow(o.order_date)', '')),
  ...each(['كم طلب انلغى في 2024', 'كم طلب ألغي في 2024'], `SELECT COUNT(*) FROM orders o WHERE status = 'Cancelled' AND ${years(2024)}`),
  ...each(['كم عندنا موظف', 'كم موظف عندنا'], 'SELECT COUNT(*) FROM employees'),
  ...each(['الفروع اللي في الرياض'], "SELECT name_ar FROM branches WHERE city = 'Riyadh'"),
  ...each(['مين باع أكثر في 2025', 'من باع أكثر في 2025'], best(netBy('e.employee_id', 'e.full_name_ar', EMPLOYEES, years(2025)), 1)),
  ...each(['أي الفروع باعت أكثر', 'أكثر فرع مبيعات'], best(netByBranch, 1)),
  ...each(
    ['أي العملاء اشتروا أكثر', 'أكثر عميل اشترى'],
    best(netBy('c.customer_id', 'c.full_name_ar', 'JOIN customers c USING (customer_id)'), 1),
  ),
  ...each(
    ['الموظفين الذين باعوا أكثر من 400000 في 2025'],
    `SELECT e.full_name_ar FROM ${SALES} ${EMPLOYEES} WHERE ${SOLD} AND ${years(2025)} GROUP BY e.employee_id, 1 HAVING ${NET} > 400000`,
  ),
  ...each(['أعلى 3 مناطق مبيعات'], best(netBy('r.region_id', 'r.name_ar', `${BRANCHES} ${REGIONS}`), 3)),
  ...each(['أقل 5 فروع مبيعات'], worst(netByBranch, 5)),
  ...each(['أقل الفروع مبيعات'], worst(netByBranch, 1)),
  ...each(['أكثر فرع طلبات'], best(`SELECT b.name_ar, COUNT(*) FROM orders o ${BRANCHES} WHERE ${PLACED} GROUP BY b.branch_id, 1`, 1)),
  ...each(['أكبر فرع مساحة'], 'SELECT name_ar FROM branches ORDER BY floor_area DESC LIMIT 1'),
  ...each(['مين أعلى موظف راتب'], 'SELECT full_name_ar FROM employees ORDER BY monthly_salary DESC LIMIT 1'),
  ...each(['أعلى يوم مبيعات'], best(netBy('1', 'o.order_date', ''), 1)),
  ...each(['مجموع الرواتب الشهرية'], 'SELECT SUM(monthly_salary) FROM employees'),
  ...each(['آخر 5 موظفين'], last('full_name_ar', 'employees', 'hired_on', 5)),
  ...each(['كم الخصومات في 2025'], `SELECT SUM(l.discount_amount) FROM ${SALES} WHERE ${SOLD} AND ${years(2025)}`),
  ...each(['اسماء الفروع ومدنها'], 'SELECT name_ar, city_ar FROM branches'),
  ...each(['المبيعات النقدية'], net("o.payment_method = 'Cash'")),
  ...each(['مبيعات الأونلاين'], net("o.channel = 'Online'")),
  ...each(['مبيعات لفرع الرياض الوسط'], net("b.name_ar = 'الرياض الوسط'")),
  ...each(['كم المستهدف هذا الشهر'], "SELECT SUM(target_amount) FROM sales_targets WHERE month = DATE '2025-12-01'"),
  ...each(['كم قيمة المرتجعات', 'كم الاسترداد'], 'SELECT SUM(refund_amount) FROM returns'),
  ...each(['كم الخصومات'], `SELECT SUM(l.discount_amount) FROM ${SALES} WHERE ${SOLD}`),
  ...each(['أفضل شهر مبيعات', 'أفضل شهر حسب المبيعات'], best(netBy('1', "date_trunc('month', o.order_date)::DATE", ''), 1)),
  ...each(['أسوأ 3 أشهر مبيعات'], worst(netBy('1', "date_trunc('month', o.order_date)::DATE", ''), 3)),
  ...each(['مبيعات مايو', 'كم بعنا شهر مايو', 'مبيعات شهر 5'], net("o.order_date BETWEEN DATE '2025-05-01' AND DATE '2025-05-31'")),
  ...each(['المبيعات بين مارس ومايو'], net("o.order_date BETWEEN DATE '2025-03-01' AND DATE '2025-05-31'")),
  ...each(
    ['مبيعات مايو ويونيو'],
    netBy('1', "date_trunc('month', o.order_date)::DATE", '', "o.order_date BETWEEN DATE '2025-05-01' AND DATE '2025-06-30'"),
  ),
  ...each(['الفروع اللي ما باعت'], 'SELECT name_ar FROM branches WHERE branch_id NOT IN (SELECT branch_id FROM orders)'),
];
