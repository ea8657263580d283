import type { SampleQuestion } from '../evaluation/sample-questions.ts';
import { MONTH, NET, PLACED, PRODUCTS, REGIONS, SALES, SOLD, years } from './sample-sql.ts';

const PER_YEAR = `SELECT year(o.order_date), ${NET} FROM ${SALES} WHERE ${SOLD} AND ${years(2024, 2025)} GROUP BY 1`;
const PER_QUARTER = `SELECT CAST(date_trunc('quarter', o.order_date) AS DATE), ${NET} FROM ${SALES} WHERE ${SOLD} AND o.order_date >= DATE '2024-01-01' AND o.order_date < DATE '2024-07-01' GROUP BY 1`;
const TWO_CITIES = `SELECT b.city, ${NET} FROM ${SALES} JOIN branches b USING (branch_id) WHERE ${SOLD} AND b.city IN ('Riyadh', 'Jeddah') GROUP BY 1`;
const TWO_CHANNELS = `SELECT o.channel, ${NET} FROM ${SALES} WHERE ${SOLD} AND o.channel IN ('Online', 'Store') GROUP BY 1`;
/** The first period shown is held against the one before it, which is not. */
const growth = (period: string, step: string, shown = 'true', read = 'true') =>
  `WITH f AS (SELECT ${period} AS p, ${NET} AS v FROM ${SALES} WHERE ${SOLD} AND ${read} GROUP BY 1)
   SELECT f.p, f.v, b.v, (f.v - b.v) / b.v FROM f LEFT JOIN f b ON b.p = f.p - ${step} WHERE ${shown} ORDER BY 1`;

const YEARLY_GROWTH = growth('year(o.order_date)', '1');
const MONTHLY_GROWTH = growth(MONTH, 'INTERVAL 1 MONTH', 'year(f.p) = 2025');
const GROWTH_OF_2025 = growth('year(o.order_date)', '1', 'true', years(2024, 2025));
const running = (where: string) =>
  `SELECT p, SUM(v) OVER (ORDER BY p) FROM (SELECT ${MONTH} AS p, ${NET} AS v FROM ${SALES} WHERE ${SOLD}${where} GROUP BY 1) ORDER BY 1`;

const RUNNING = running('');
const RUNNING_2025 = running(` AND ${years(2025)}`);
const RUNNING_BY_REGION = `SELECT p, r, SUM(v) OVER (PARTITION BY r ORDER BY p) FROM (SELECT ${MONTH} AS p, r.name AS r, ${NET} AS v FROM ${SALES} JOIN branches b USING (branch_id) ${REGIONS} WHERE ${SOLD} AND ${years(2025)} GROUP BY 1, 2)`;
/** What was sold in one of the two years only has nothing in the other. */
const againstYearBefore = (name: string, bound: string, key = 'b.branch_id') =>
  `SELECT n, v, e FROM (SELECT ${name} AS n, ${NET} FILTER (WHERE year(o.order_date) = 2025) AS v, ${NET} FILTER (WHERE year(o.order_date) = 2024) AS e
   FROM ${SALES} ${PRODUCTS} JOIN branches b USING (branch_id) WHERE ${SOLD} GROUP BY ${key}, 1) WHERE coalesce(v, 0) ${bound} coalesce(e, 0)`;

/** Up to 31 December 2025, and as many days before. */
const lastDays = (days: number, what: string, from: string, rest = '') => {
  const [first, before] = [days, 2 * days].map((back) => `DATE '2026-01-01' - INTERVAL ${back} DAY`);
  const over = (begin?: string, end?: string) => `${what} FILTER (WHERE o.order_date >= ${begin} AND o.order_date < ${end})`;
  return `SELECT ${rest}${over(first, "DATE '2026-01-01'")}, ${over(before, first)} FROM ${from}${rest && ' GROUP BY 1'}`;
};

/** Figures of one time or place held against those of another: comparisons, growth, running totals. */
export const COMPARED_QUESTIONS: readonly SampleQuestion[] = [
  ...['compare sales between 2024 and 2025', 'sales 2024 vs 2025', 'قارن المبيعات بين 2024 و 2025'].map((question) => ({
    question,
    gold: PER_YEAR,
  })),
  ...['Q1 vs Q2 2024 sales', 'مقارنة مبيعات الربع الأول والربع الثاني من 2024'].map((question) => ({ question, gold: PER_QUARTER })),
  ...[
    'sales in the last 30 days compared with the previous 30 days',
    'compare sales in the last 30 days with the 30 days before that',
    'المبيعات في آخر 30 يوما مقارنة مع 30 يوما السابقة',
  ].map((question) => ({ question, gold: lastDays(30, NET, `${SALES} WHERE ${SOLD}`) })),
  {
    question: 'number of orders in the last 30 days compared with the previous 30 days',
    gold: lastDays(30, 'COUNT(*)', `orders o WHERE ${PLACED}`),
  },
  {
    question: 'sales by region last 90 days vs the 90 days before',
    gold: lastDays(90, NET, `${SALES} JOIN branches b USING (branch_id) ${REGIONS} WHERE ${SOLD}`, 'r.name, '),
  },
  { question: 'compare Riyadh and Jeddah sales', gold: TWO_CITIES },
  { question: 'قارن مبيعات الرياض وجدة', gold: TWO_CITIES.replace('b.city,', 'b.city_ar,') },
  ...['online vs store sales', 'compare sales between online and store'].map((question) => ({ question, gold: TWO_CHANNELS })),
  ...['sales growth', 'year over year growth of revenue', 'نمو المبيعات', 'نسبة نمو المبيعات سنويا'].map((question) => ({
    question,
    gold: YEARLY_GROWTH,
    ordered: true,
  })),
  ...['sales growth by month in 2025', 'month over month growth of sales in 2025', 'نمو المبيعات حسب الشهر في 2025'].map((question) => ({
    question,
    gold: MONTHLY_GROWTH,
    ordered: true,
  })),
  ...['how much did sales grow in 2025', 'كم نمت المبيعات في 2025'].map((question) => ({ question, gold: GROWTH_OF_2025, ordered: true })),
  ...['cumulative sales by month in 2025', 'running total of sales by month in 2025', 'المبيعات التراكمية حسب الشهر في 2025'].map(
    (question) => ({ question, gold: RUNNING_2025, ordered: true }),
  ),
  ...['running total of sales', 'المبيعات التراكمية'].map((question) => ({ question, gold: RUNNING, ordered: true })),
  { question: 'cumulative sales by region and month in 2025', gold: RUNNING_BY_REGION },
  { question: 'running total of sales by region in 2025', gold: RUNNING_BY_REGION },
  ...['which branches sold less in 2025 than in 2024', 'branches with lower sales in 2025 than in 2024'].map((question) => ({
    question,
    gold: againstYearBefore('b.name', '<'),
  })),
  { question: 'branches whose sales increased from 2024 to 2025', gold: againstYearBefore('b.name', '>') },
  { question: 'products whose sales fell from 2024 to 2025', gold: againstYearBefore('p.name', '<', 'p.product_id') },
  { question: 'المنتجات التي انخفضت مبيعاتها من 2024 إلى 2025', gold: againstYearBefore('p.name_ar', '<', 'p.product_id') },
  ...(
    [
      ['branches whose sales dropped in 2025', '<'],
      ['branches whose sales increased in 2025', '>'],
    ] as const
  ).map(([question, bound]) => ({ question, gold: againstYearBefore('b.name', bound) })),
  ...['sales in H1 2025 vs H2 2025', 'مبيعات النصف الأول مقابل النصف الثاني من 2025'].map((question) => ({
    question,
    gold: `SELECT ${NET} FILTER (WHERE quarter(o.order_date) > 2), ${NET} FILTER (WHERE quarter(o.order_date) <= 2) FROM ${SALES} WHERE ${SOLD} AND ${years(2025)}`,
  })),
];
