import type { Cell, Language } from '@majed-vanna/contract';
import type { QueryPlan, Reading } from '@majed-vanna/nlq';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followUpsOf } from '../answer/follow-ups.ts';
import { SAMPLE_QUESTIONS } from '../evaluation/sample-questions.ts';
import { openSample } from '../testing/open-sample.ts';

let sample: Awaited<ReturnType<typeof openSample>>;
beforeAll(async () => {
  sample = await openSample();
}, 120_000);
afterAll(() => sample[Symbol.asyncDispose]());

const SALES = 'order_lines l JOIN orders o USING (order_id) JOIN branches b USING (branch_id) JOIN regions r USING (region_id)';
const GROWTH_IN_RIYADH = `WITH f AS (SELECT year(o.order_date) AS y, SUM(l.net_amount - l.refund_amount) AS v FROM ${SALES}
  WHERE NOT l.is_cancelled AND r.name = 'Riyadh' GROUP BY 1)
  SELECT f.y, 'Riyadh', f.v, e.v, (f.v - e.v) / e.v FROM f LEFT JOIN f e ON e.y = f.y - 1`;
const BRANCHES_OF_MAKKAH = `SELECT b.name, SUM(l.net_amount - l.refund_amount) FROM ${SALES}
  WHERE NOT l.is_cancelled AND r.name = 'Makkah' GROUP BY b.branch_id, b.name`;

const SALES_ELSEWHERE = `SELECT b.city, SUM(l.net_amount - l.refund_amount) FROM ${SALES}
  WHERE NOT l.is_cancelled AND b.city NOT IN ('Jeddah', 'Makkah') GROUP BY 1`;

const BUYERS = `SELECT CAST(date_trunc('month', o.order_date) AS DATE), COUNT(DISTINCT o.customer_id) FROM order_lines l JOIN orders o USING (order_id)
  WHERE year(o.order_date) = 2025 GROUP BY 1`;

const ORDERS_OF_2024 = `SELECT r.name, COUNT(*) FROM orders o JOIN branches b USING (branch_id) JOIN regions r USING (region_id)
  WHERE year(o.order_date) = 2024 AND o.status <> 'Cancelled' GROUP BY 1`;

const ORDERS_ONLINE = `SELECT COUNT(*) FROM orders WHERE year(order_date) = 2025 AND channel = 'Online' AND status <> 'Cancelled'`;
const SHARE_BY_MONTH = `SELECT CAST(date_trunc('month', order_date) AS DATE), COUNT(*) / (SELECT COUNT(*) FROM orders WHERE status <> 'Cancelled')
  FROM orders WHERE status <> 'Cancelled' GROUP BY 1`;
const CORPORATE_OF_RIYADH = `SELECT COUNT(*) FROM customers WHERE home_city = 'Riyadh' AND segment = 'Corporate'`;

/** What was asked one behind the other, and the whole question that the last of them stands for, or its statement. */
const CONVERSATIONS: readonly [turns: string, whole: string][] = [
  ['sales in Riyadh region in 2025 > number of orders', 'number of orders in Riyadh region in 2025'],
  ['sales in 2025 > how many orders?', 'number of orders in 2025'],
  ['sales by month in 2025 > profit', 'gross margin by month in 2025'],
  ['top 5 products by sales in 2025 > units sold', 'top 5 products by units sold in 2025'],
  ['المبيعات في 2025 > عدد الطلبات', 'number of orders in 2025'],
  ['المبيعات حسب الشهر في 2025 > الربح', 'gross margin by month in 2025'],
  ['compare sales between 2024 and 2025 > by region', 'sales by year and region in 2024 or 2025'],
  ['compare sales between 2024 and 2025 > only Riyadh', 'compare sales in Riyadh between 2024 and 2025'],
  ['compare sales between 2024 and 2025 > by month', 'year over year growth of sales by month from 2024 to 2025'],
  ['قارن المبيعات بين 2024 و2025 > حسب الشهر', 'year over year growth of sales by month from 2024 to 2025'],
  ['sales by region in 2025 > compared with last year', 'sales by region and year in 2024 or 2025'],
  ['المبيعات حسب القناة في 2025 > مقارنة بالعام الماضي', 'sales by channel and year in 2024 or 2025'],
  ['sales by month in 2025 > compared with last year', 'year over year growth of sales by month from 2024 to 2025'],
  ['growth of sales by year > by region', 'growth of sales by year and region'],
  ['growth of sales by year > by month', 'growth of sales by month'],
  ['growth of sales by year > by region > only Riyadh', GROWTH_IN_RIYADH],
  ['sales by year > and the growth?', 'growth of sales by year'],
  ['sales by year > what is the growth?', 'growth of sales by year'],
  ['المبيعات حسب السنة > والنمو؟', 'growth of sales by year'],
  ['sales by region in 2025 > and the growth?', 'growth of sales by region and year in 2024 or 2025'],
  ['sales by month > year over year growth', 'year over year growth of sales by month'],
  ['sales by branch > by region', 'sales by region'],
  ['sales by region > only Riyadh', 'sales by region in Riyadh region'],
  ['المبيعات حسب المنطقة > وهامشها؟', 'إجمالي الهامش حسب المنطقة'],
  ['sales by region > الرياض فقط', 'sales by region in Riyadh region'],
  ['sales by branch > only Makkah region', BRANCHES_OF_MAKKAH],
  ['sales by branch > only Makkah region', 'sales by branch in Makkah region'],
  ['المبيعات حسب الفرع > منطقة مكة فقط', 'المبيعات حسب الفرع في منطقة مكة'],
  ['المبيعات حسب المدينة > بدون مكة', 'المبيعات حسب المدينة بدون مكة المكرمة'],
  ['sales by city > only Riyadh', 'sales by city in Riyadh city'],
  ['المبيعات حسب القناة في 2025 > وفي 2024؟', 'المبيعات حسب القناة في 2024'],
  ['المبيعات حسب القناة في 2025 > وفي الرياض؟', 'المبيعات حسب القناة في الرياض في 2025'],
  ['sales by region > فقط لعام 2025', 'sales by region in 2025'],
  ['sales by region > لآخر سنتين', 'sales by region in 2024 or 2025'],
  ['sales by region > last two years', 'sales by region in 2024 or 2025'],
  ['sales by region in 2025 > same for 2024', 'sales by region in 2024'],
  ['المبيعات حسب المنطقة في 2025 > نفس الشيء لعام 2024', 'المبيعات حسب المنطقة في 2024'],
  ['sales by branch > أول خمسة فقط', 'top 5 branches by sales'],
  ['sales by category > top 5 customers', 'top 5 customers by sales'],
  ['المبيعات حسب الفئة > أفضل 5 عملاء', 'أفضل 5 عملاء حسب المبيعات'],
  ['sales by region in 2025 > top 3 branches', 'top 3 branches by sales in 2025'],
  ['sales by category > top 3 categories', 'top 3 categories by sales'],
  ['sales by region in 2025 > as a pie chart', 'sales by region in 2025'],
  ['sales by region in 2025 > كرسم دائري', 'sales by region in 2025'],
  ['sales by region in 2025 > show the total instead', 'total sales in 2025'],
  ['المبيعات حسب المنطقة في 2025 > اعرض الإجمالي', 'total sales in 2025'],
  ['sales by region in 2025 > and gross margin?', 'gross margin by region in 2025'],
  ['sales by channel in 2025 > and the number of orders?', 'number of orders by channel in 2025'],
  ['sales by month in 2025 > and the number of customers?', BUYERS],
  ['المبيعات حسب الشهر في 2025 > وعدد العملاء؟', BUYERS],
  ['number of orders by channel in 2025 > what about sales?', 'sales by channel in 2025'],
  ['عدد الطلبات حسب القناة في 2025 > والمبيعات؟', 'sales by channel in 2025'],
  ['sales by city > Riyadh and Jeddah', 'sales by city in Riyadh or Jeddah'],
  ['sales by city > without Jeddah > without Makkah', SALES_ELSEWHERE],
  ['sales by city > without Jeddah and Makkah', SALES_ELSEWHERE],
  ['sales by city > بدون جدة > without Makkah', SALES_ELSEWHERE],
  ['sales by city > without Jeddah > only Riyadh', 'sales by city in Riyadh city'],
  ['sales by city > growth > as a line chart', 'growth of sales by city and year'],
  ['sales by region > exclude online orders', 'sales by region excluding online orders'],
  ['number of orders by region > in 2024', ORDERS_OF_2024],
  ['number of orders by region > as a share > by month', SHARE_BY_MONTH],
  ['percentage of cancelled orders by region > by month', 'percentage of cancelled orders by month'],
  ['branches with sales above the average > in 2024', 'branches with sales above average in 2024'],
  ['branches with sales above the average > only Riyadh', 'branches in Riyadh with sales above average'],
  ['branches with sales above the average > only online > in 2024', 'branches with online sales above average in 2024'],
  ['customers in Riyadh > how many are corporate?', CORPORATE_OF_RIYADH],
  ['العملاء في الرياض > كم منهم شركات؟', CORPORATE_OF_RIYADH],
  ['عدد الطلبات في 2025 > كم منها ملغاة؟', 'number of cancelled orders in 2025'],
  ['عدد الطلبات في 2025 > كم منها عبر الإنترنت؟', ORDERS_ONLINE],
  ['number of orders in 2025 > how many were cancelled?', 'number of cancelled orders in 2025'],
  ['sales by region > last 90 days vs the 90 days before', 'sales by region last 90 days vs the 90 days before'],
  ['total sales > last 90 days vs the 90 days before > by region', 'sales by region last 90 days vs the 90 days before'],
  ['المبيعات > آخر 30 يوما مقارنة مع 30 يوما السابقة', 'sales in the last 30 days compared with the previous 30 days'],
  ['total sales > this month vs last month', 'sales this month vs last month'],
  ['sales by channel in 2024 > this year vs last year', 'sales by channel and year in 2024 or 2025'],
  ['المبيعات > هذا الشهر مقارنة بالشهر الماضي', 'sales this month vs last month'],
  ['sales by city > only Makkah > and Riyadh', 'sales by city in Makkah or Riyadh'],
  ['sales by city > only Makkah > Riyadh too', 'sales by city in Makkah or Riyadh'],
  ['المبيعات حسب المدينة > جدة فقط > والرياض', 'المبيعات حسب المدينة في جدة أو الرياض'],
  ['sales by city > only Makkah > what about Riyadh?', 'sales by city in Riyadh city'],
  ['sales by city > only Makkah > add Riyadh', 'sales by city in Makkah or Riyadh'],
  ['sales by month in 2025 > cumulative', 'cumulative sales by month in 2025'],
  ['sales by month in 2025 > running total', 'cumulative sales by month in 2025'],
  ['sales by month in 2025 > تراكمي', 'cumulative sales by month in 2025'],
  ['المبيعات حسب الشهر في 2025 > المجموع التراكمي', 'cumulative sales by month in 2025'],
  ['sales by region > as running total', 'cumulative sales by month and region'],
  ['sales by region in 2025 > running total by quarter', 'cumulative sales by quarter in 2025'],
  ['number of products by category > per list price', 'number of products by list price'],
  ['branches that had no sales in 2025 > in 2024', 'branches that had no sales in 2024'],
  ['customers who did not order in 2025 > in 2024', 'customers who did not order in 2024'],
  ['الفروع التي ليس لها مبيعات في 2025 > في 2024', 'الفروع التي ليس لها مبيعات في 2024'],
  ['sales by region in 2025 > by month > only Riyadh > by channel > same for 2024', 'sales by channel in Riyadh city in 2024'],
];

test.for(CONVERSATIONS)('%s', async ([turns, whole]) => {
  const reading = asked(turns.split(' > '));
  expect(sorted(await sample.rowsOf(reading.sql))).toEqual(
    sorted(await sample.rowsOf(/^(SELECT|WITH) /.test(whole) ? whole : asked([whole]).sql)),
  );
});

test('sorts the other way round', async () => {
  const rows = await sample.rowsOf(asked(['المبيعات حسب المنطقة', 'رتبها تصاعديا']).sql);
  expect(rows).toEqual((await sample.rowsOf(asked(['المبيعات حسب المنطقة']).sql)).toReversed());
});

test.for([
  ['sales by region', 'sort by name'],
  ['المبيعات حسب المنطقة', 'رتب حسب الاسم'],
] as const)('%s > %s: the same rows in the order of what they are called', async ([first, second]) => {
  const rows = await sample.rowsOf(asked([first, second]).sql);
  const before = await sample.rowsOf(asked([first]).sql);
  expect(rows).toEqual(before.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  expect(rows).not.toEqual(before);
});

test.for([
  'total sales > compared with last year',
  'sales by region in 2025 > compared with March 2024',
  'number of customers by year > and the growth?',
  'top 5 branches by sales > and the growth?',
  'number of orders by month in 2025 > sort by name',
  'sales by product in 2025 > what about returns?',
  'sales in Riyadh region in 2025 > how many orders do we have',
  'sales > how many orders?',
  'top 3 branches by sales in 2025 > compared with last year',
  'top 3 branches by sales in 2025 > and by month',
  'sales by region > which one grew the most?',
  'number of orders by channel > المتجر فقط',
  'branches with sales above the average > by month',
  'branches with sales above the average > top 3',
  'customers with no orders > top 5 products',
  'how many customers are there? > top 5 customers',
  'sales by month > last 90 days vs the 90 days before',
  'sales last 90 days vs the 90 days before > in 2024',
  'sales last 90 days vs the 90 days before > by month',
  'top 3 branches by sales > this month vs last month',
  'top 5 products by sales > and their margin?',
  'sales by branch in 2025 > average per branch',
  'which branches missed their target in 2025 > top 3',
])('is not answered by something else: %s', (turns) => {
  const [first = '', second = ''] = turns.split(' > ');
  const next = sample.interpret(second, asked([first]).plan);
  expect(next.kind === 'answer' && next.goesOn).toBe(false);
});

test.for([
  'average basket by month in 2025 > cumulative',
  'growth of sales by month > cumulative',
  'top 3 branches by sales > cumulative',
  'sales by region in 2025 > cumulative share',
  'sales by month in 2025 > top 5 cumulative',
  'customers with no orders > in 2024',
  'sales by region in 2025 > per order',
  'sales by region in 2025 > divided by orders',
  'sales by region in 2025 > per square metre',
  'المبيعات حسب المنطقة في 2025 > لكل متر مربع',
  'المبيعات حسب المنطقة في 2025 > لكل طلب',
  'running total of sales by month > by region',
  'sales per square metre > by region',
  'sales by region in 2025 > by orders',
  'sales by region in 2025 > by number of orders',
  'المبيعات حسب المنطقة في 2025 > حسب عدد الطلبات',
  'sales by region in 2025 > and the floor area?',
  'sales by region in 2025 > and the target?',
  'sales by region in 2025 > and average salary?',
  'المبيعات حسب المنطقة في 2025 > ومتوسط الراتب؟',
  'sales by region in 2025 > add number of orders',
  'sales by region in 2025 > with the target',
  'المبيعات حسب المنطقة في 2025 > مع عدد الطلبات',
  'المبيعات حسب المنطقة في 2025 > أضف الهامش',
  'sales by city > add Riyadh',
  'sales by region in 2025 > and number of employees?',
  'sales by region in 2025 > and number of branches?',
  'total sales in 2025 > and number of employees?',
  'المبيعات حسب المنطقة في 2025 > وعدد الموظفين؟',
  'أفضل 5 منتجات حسب المبيعات > وهامشها؟',
  'أفضل 5 منتجات حسب المبيعات > هامشها',
])('cannot be done, and is no question of its own either: %s', (turns) => {
  const [first = '', second = ''] = turns.split(' > ');
  const next = sample.interpret(second, asked([first]).plan);
  expect(next.kind === 'answer' && (next.goesOn || sample.engine.leaning(second) === 'whole')).toBe(false);
});

test.for([
  ['sales by month in 2025', 'what about customers?', 'and the number of customers', 'by customers'],
  ['المبيعات حسب الشهر في 2025', 'وماذا عن العملاء؟', 'وعدد العملاء', 'حسب العملاء'],
] as const)('asks whether they are to be counted: %s > %s', ([first, about, ...offered]) => {
  const { plan } = asked([first]);
  const asking = sample.interpret(about, plan);
  if (asking.kind !== 'ask') throw new Error(asking.kind);
  expect(asking.readings.map(({ question }) => question)).toEqual(offered);
  for (const { question, sql } of asking.readings)
    expect(sample.interpret(question, plan)).toMatchObject({ reading: { sql }, goesOn: true });
});

test('what is offered next is answered, with rows, and keeps every condition', { timeout: 120_000 }, async () => {
  const questions = [...sample.engine.suggest('en', 8), ...sample.engine.suggest('ar', 8)];
  for (const { question } of SAMPLE_QUESTIONS.filter((_, index) => index % 3 === 0)) questions.push(question);
  let offered = 0;
  for (const question of new Set(questions)) {
    const interpretation = sample.interpret(question);
    if (interpretation.kind !== 'answer') continue;
    const { reading, language } = interpretation;
    for (const next of nextOf(reading, language)) {
      const name = `${question} > ${next}`;
      const then = sample.interpret(next, reading.plan);
      if (then.kind !== 'answer' || !then.goesOn) throw new Error(name);
      offered++;
      const kept = JSON.stringify(then.reading.plan.where);
      for (const condition of conditionsOf(reading.plan)) expect(kept, name).toContain(JSON.stringify(condition));
      expect((await sample.rowsOf(then.reading.sql)).length, name).toBeGreaterThan(0);
    }
  }
  expect(offered).toBeGreaterThan(50);
});

function asked(turns: readonly string[]): Reading {
  const [first = '', ...others] = turns;
  const whole = sample.interpret(first);
  if (whole.kind !== 'answer') throw new Error(`${first}: ${whole.kind}`);
  return others.reduce((before, question) => {
    const next = sample.interpret(question, before.plan);
    if (next.kind !== 'answer' || !next.goesOn) throw new Error(`${question}: ${next.kind}`);
    return next.reading;
  }, whole.reading);
}

function nextOf(reading: Reading, language: Language): string[] {
  const { engine, model, today } = sample;
  return [...followUpsOf({ engine, model, reading, language, today })].map(({ question }) => question);
}

const conditionsOf = ({ where }: QueryPlan) => (where === null ? [] : where.kind === 'and' ? where.items : [where]);

/** Rows in any order, and cells too: a sentence and its follow-ups may put their columns differently. */
function sorted(rows: readonly (readonly Cell[])[]): string[] {
  const said = (cell: Cell) => (typeof cell === 'number' ? cell.toPrecision(9) : String(cell));
  return rows.map((row) => row.map(said).toSorted().join(' | ')).toSorted();
}
