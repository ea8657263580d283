import type { Cell, DataPolicy } from '@majed-vanna/contract';
import { createEngine } from '@majed-vanna/nlq';
import { checkStatement, policyFromSnapshot } from '@majed-vanna/sql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executeStatement } from '../answer/execute-statement.ts';
import { followUpsOf } from '../answer/follow-ups.ts';
import { guardStatement } from '../answer/guard-statement.ts';
import { describedOutputs, describedUnderstanding } from '../answer/plan/described-statement.ts';
import { labelledRows, valueLabels } from '../answer/value-labels.ts';
import { SAMPLE_QUESTIONS } from '../evaluation/sample-questions.ts';
import { COMPARED_QUESTIONS } from '../testing/compared-questions.ts';
import { EVERYDAY_ARABIC_QUESTIONS } from '../testing/everyday-arabic-questions.ts';
import { EVERYDAY_QUESTIONS } from '../testing/everyday-questions.ts';
import { LIST_QUESTIONS } from '../testing/list-questions.ts';
import { MANAGER_QUESTIONS } from '../testing/manager-questions.ts';
import { openSample } from '../testing/open-sample.ts';
import { REFUSED_QUESTIONS } from '../testing/refused-questions.ts';

let sample: Awaited<ReturnType<typeof openSample>>;
let policy: DataPolicy;

beforeAll(async () => {
  sample = await openSample();
  policy = policyFromSnapshot(sample.snapshot);
}, 120_000);

afterAll(() => sample[Symbol.asyncDispose]());

test.for([
  ...SAMPLE_QUESTIONS,
  ...MANAGER_QUESTIONS,
  ...COMPARED_QUESTIONS,
  ...LIST_QUESTIONS,
  ...EVERYDAY_QUESTIONS,
  ...EVERYDAY_ARABIC_QUESTIONS,
])('$question', async ({ question, gold, ordered }) => {
  const interpretation = sample.interpret(question);
  if (interpretation.kind === 'refuse') throw new Error(interpretation.reason);
  // A word with two meanings may be asked about, as long as the right one is on offer.
  const readings = interpretation.kind === 'answer' ? [interpretation.reading] : interpretation.readings;
  const expected = await sample.rowsOf(gold);
  const tried: string[] = [];
  for (const { sql } of readings) {
    const verdict = await guardStatement(checkStatement, sample.warehouse, { sql, policy, maxRows: 100_000 });
    if (verdict.verdict === 'deny') throw new Error(`${verdict.refusal.message}\n${sql}`);
    const actual = await sample.rowsOf(verdict.sql);
    if (holds(actual, expected, ordered ?? false)) return;
    tried.push(`${sql}\n${preview(actual)}`);
  }
  expect.fail(`${tried.join('\n\n')}\nexpected\n${preview(expected)}`);
});

test.for([
  'average amount',
  'متوسط المبلغ',
  'top stores',
  'who are our biggest customers',
  'top 3 products in each region',
  'أفضل 3 منتجات في كل منطقة',
])('asks back: %s', (question) => {
  expect(sample.interpret(question).kind).toBe('ask');
});

test('what matters most is offered first to rank by, in whatever order the figures are kept', () => {
  const { model, today } = sample;
  const engine = createEngine({ ...model, metrics: [...model.metrics].reverse() });
  expect(engine.interpret('who are our best customers?', { today })).toMatchObject({
    kind: 'ask',
    readings: [{ label: 'Net sales' }, {}, {}, {}],
  });
});

test.for(REFUSED_QUESTIONS)('refuses rather than guesses: %s', (question) => {
  expect(sample.interpret(question).kind).toBe('refuse');
});

test.for(['net sales by channel', 'open branches'])('a definition is told as its columns are called: %s', (question) => {
  const interpretation = sample.interpret(question);
  const definitions = interpretation.kind === 'answer' ? interpretation.reading.understood.map(({ definition }) => definition ?? '') : [];
  expect(definitions.join()).toMatch(/net_amount - refund_amount|closed_on/);
  expect(definitions.join()).not.toContain('{');
});

test('a refusal says when what was found cannot be put together', () => {
  const reason = (question: string) => {
    const interpretation = sample.interpret(question);
    return interpretation.kind === 'refuse' ? interpretation.reason : null;
  };
  expect(reason('sales target by supplier')).toMatch(/counted more than once/);
  expect(reason('cumulative margin percent by month')).toMatch(/not sure enough/);
});

test.for([
  ['products with return rate below 1 %', 'product, where return rate is less than 1%'],
  [
    'branches with sales above the average of all branches',
    'branch, where net sales is more than the average net sales of those that have any',
  ],
  ['الفروع التي مبيعاتها أعلى من المتوسط', 'الفرع، حيث صافي المبيعات أكثر من متوسط صافي المبيعات لما له منها شيء'],
] as const)('says what a bound is: %s', ([question, said]) => {
  const interpretation = sample.interpret(question);
  expect(interpretation.kind === 'answer' && interpretation.reading.understood.map(({ text }) => text).join('')).toBe(said);
});

test('what is suggested at the start is answered with figures', () => {
  for (const language of ['en', 'ar'] as const)
    for (const question of sample.engine.suggest(language, 6)) {
      const interpretation = sample.interpret(question);
      expect(interpretation.kind === 'answer' && interpretation.reading.outputs.some(({ role }) => role === 'measure'), question).toBe(
        true,
      );
    }
});

test('what is offered next breaks down by nothing that is fixed already, and by nothing twice', () => {
  const offered = (question: string, language: 'en' | 'ar') => {
    const interpretation = sample.interpret(question);
    if (interpretation.kind !== 'answer') throw new Error(question);
    return [...followUpsOf({ ...sample, reading: interpretation.reading, language })].map((next) => next.question);
  };
  expect(offered('How many branches are there in Riyadh?', 'en')).not.toEqual(expect.arrayContaining([expect.stringMatching(/city/i)]));
  expect(offered('Average basket by category', 'en')).not.toContain('By category name');
  expect(offered('صافي المبيعات حسب الفرع', 'ar')).not.toContain('حسب اسم المدينة بالعربية');
});

test('stored values are called by their words in the language of the answer, rows keep them', async () => {
  const interpretation = sample.interpret('صافي المبيعات حسب القناة');
  if (interpretation.kind !== 'answer') throw new Error('no answer');
  const { columns, rows } = await executed(interpretation.reading.sql, 'ar');
  expect(columns[0]?.labels).toEqual({ Store: 'متجر', Online: 'إلكتروني', App: 'التطبيق', Phone: 'الهاتف' });
  expect(rows.map(([channel]) => channel)).toContain('Store');
  expect(labelledRows(columns, rows).map(([channel]) => channel)).toContain('متجر');
  expect((await executed(interpretation.reading.sql, 'en')).columns[0]?.labels).toBeUndefined();
});

test.for<[name: string, sql: string, labels: Record<string, string> | undefined]>([
  ['values that do not occur', "select channel from main.orders where channel = 'App' limit 5", { App: 'التطبيق' }],
  [
    'a column that went through a sub-query',
    "select c from (select channel as c from main.orders) t where c = 'App' limit 5",
    { App: 'التطبيق' },
  ],
  ['something computed', "select concat(channel, '') as channel from main.orders where channel = 'App'", undefined],
  ['a union', "select channel from main.orders where channel = 'App' union all select channel from main.orders where false", undefined],
])('labels: %s', async ([, sql, labels]) => {
  expect((await executed(sql, 'ar')).columns[0]?.labels).toEqual(labels);
});

test.for<[language: 'en' | 'ar', sql: string, understood: string | null, columns: readonly [string, string | null, string | null][]]>([
  [
    'en',
    "select r.name, sum(l.net_amount) as total_sales from main.order_lines l join main.orders o using (order_id) join main.branches b on b.branch_id = o.branch_id join main.regions r on r.region_id = b.region_id where o.order_date >= DATE '2025-01-01' group by r.name",
    'total net amount per region, considering order date',
    [
      ['Region', null, null],
      ['Total sales', 'currency', 'SAR'],
    ],
  ],
  [
    'ar',
    'select round(sum(quantity * unit_price), 2) as total from main.order_lines',
    'إجمالي الكمية * سعر الوحدة',
    [['إجمالي الكمية * سعر الوحدة', 'currency', 'SAR']],
  ],
  [
    'en',
    'select sum(x) as s from (select order_id, sum(net_amount) as x from main.order_lines group by 1) t',
    null,
    [['s', 'currency', 'SAR']],
  ],
  ['en', 'select count(*) as n from (select distinct customer_id from main.orders) t', null, [['n', 'integer', null]]],
  ['en', 'select count(*) as n from main.orders', 'number of orders', [['Number of orders', 'integer', null]]],
  [
    'en',
    'select sum(net_amount) / count(distinct order_id) as basket from main.order_lines',
    'total net amount per order',
    [['basket', 'currency', 'SAR']],
  ],
  [
    'en',
    'select sum(net_amount) / sum(cost_amount) as ratio from main.order_lines',
    'total net amount per total cost',
    [['ratio', 'number', null]],
  ],
  ['en', 'select sum(target_amount) as t from main.sales_targets', 'target', [['Target', 'currency', 'SAR']]],
  ['en', 'select rank() over (order by order_date) as place from main.orders', null, [['place', null, null]]],
])('a statement tells of itself: %s %s', async ([language, sql, understood, columns]) => {
  const verdict = await guarded(sql);
  const parts = describedUnderstanding(verdict, sample.model, language);
  expect(parts?.map(({ text }) => text).join('') ?? null).toBe(understood);
  expect(describedOutputs(verdict, sample.model, language).map(({ label, format, currency }) => [label, format, currency])).toEqual(
    columns,
  );
});

test.for([
  ['where net_amount > 1000', 'total net amount, considering net amount'],
  ['limit 10', 'total net amount, the first 10'],
  ['where 1 = 0', null],
  ['having sum(net_amount) > 1000', null],
  ['using sample 10%', null],
  ['anti join main.returns using (order_line_id)', null],
  ['where order_id not in (select order_id from main.orders)', null],
  ['where order_id in (select order_id from main.orders) limit 2 offset 1', null],
] as const)('rows that a statement leaves out are told, or nothing is: %s', async ([clause, understood]) => {
  const verdict = await guarded(`select sum(net_amount) as s from main.order_lines ${clause}`);
  const parts = describedUnderstanding(verdict, sample.model, 'en');
  expect(parts?.map(({ text }) => text).join('') ?? null).toBe(understood);
});

test.for([
  '(select distinct net_amount from main.order_lines)',
  '(select net_amount from main.order_lines limit 5)',
  '(select net_amount from main.order_lines union all select net_amount from main.order_lines)',
])('of rows that were read before nothing is told: %s', async (source) => {
  const verdict = await guarded(`select count(*) as n from ${source} t`);
  expect(describedUnderstanding(verdict, sample.model, 'en')).toBeNull();
  expect(describedOutputs(verdict, sample.model, 'en').map(({ label }) => label)).toEqual(['n']);
});

test('what is worked out from itself again and again is not told, at no cost', async () => {
  const doubled = Array.from({ length: 6 }, (_, at) => `c${at + 1} as (select ${Array(20).fill('a').join('+')} as a from c${at})`);
  const verdict = await guarded(
    `with c0 as (select quantity as a from main.order_lines), ${doubled.join(', ')} select sum(a) as s from c6`,
  );
  expect(verdict.figures).toEqual([null]);
  expect(describedOutputs(verdict, sample.model, 'en').map(({ label }) => label)).toEqual(['s']);
});

test('a masked column has no labels, filtered rows none for values that stay unseen', async () => {
  const { 'main.orders': orders } = policy.tables;
  if (!orders) throw new Error('no orders');
  const ruled = (rules: Partial<typeof orders>) => ({ ...policy, tables: { ...policy.tables, 'main.orders': { ...orders, ...rules } } });
  const sql = 'select channel from main.orders';
  expect(Object.keys((await executed(sql, 'ar')).columns[0]?.labels ?? {})).toHaveLength(4);
  expect((await executed(sql, 'ar', ruled({ masked: ['channel'] }))).columns[0]?.labels).toBeUndefined();
  const filtered = await executed(sql, 'ar', ruled({ rowFilter: "channel = 'App'" }));
  expect(filtered.columns[0]?.labels).toEqual({ App: 'التطبيق' });
  expect(filtered.more).toBe(true);
});

test('English names a code, and leaves two values that would read the same apart', () => {
  const orders = sample.model.tables.find(({ name }) => name === 'orders');
  if (!orders) throw new Error('no orders');
  const valueWords = { C: { en: ['cancelled'] }, D: { en: ['delivered'] }, X: { en: ['delivered'] } };
  const columns = orders.columns.map((column) => (column.name === 'status' ? { ...column, valueWords } : column));
  const figures = [{ kind: 'column' as const, column: { schema: 'main', table: 'orders', column: 'status' } }];
  const injections = { rowFilters: [], masks: [], rowCap: { maxRows: 1, action: 'kept' as const } };
  const [labels] = valueLabels({ figures, injections }, { tables: [{ ...orders, columns }] }, 'en');
  expect(labels?.(['C', 'D', 'X', null], false)).toEqual({ C: 'cancelled' });
  expect(labels?.(['C', 'D'], false)).toEqual({ C: 'cancelled', D: 'delivered' });
});

async function guarded(sql: string, allowed = policy) {
  const verdict = await guardStatement(checkStatement, sample.warehouse, { sql, policy: allowed, maxRows: 100_000 });
  if (verdict.verdict === 'deny') throw new Error(verdict.refusal.message);
  return verdict;
}

async function executed(sql: string, language: 'en' | 'ar', allowed = policy) {
  const verdict = await guarded(sql, allowed);
  const signal = new AbortController().signal;
  const labels = valueLabels(verdict, sample.model, language);
  const running = executeStatement({ warehouse: sample.warehouse, sql: verdict.sql, outputs: [], labels, signal, deadlineMs: 60_000 });
  for (;;) {
    const next = await running.next();
    if (next.done) return next.value;
  }
}

/** Some columns of the answer, in some order, hold exactly the expected rows; an answer may say more than it was asked. */
function holds(actual: readonly Row[], expected: readonly Row[], ordered: boolean): boolean {
  if (actual.length !== expected.length) return false;
  const bag = (rows: readonly Row[]) => {
    const lines = rows.map((row) => row.map(spelled).join('|'));
    return (ordered ? lines : lines.sort()).join('\n');
  };
  const wanted = bag(expected);
  return selections(actual[0]?.length ?? 0, expected[0]?.length ?? 0).some(
    (pick) => bag(actual.map((row) => pick.map((i) => row[i] ?? null))) === wanted,
  );
}

type Row = readonly Cell[];

function selections(from: number, count: number): number[][] {
  if (count === 0) return [[]];
  return selections(from, count - 1).flatMap((head) =>
    Array.from({ length: from }, (_, i) => i)
      .filter((i) => !head.includes(i))
      .map((i) => [...head, i]),
  );
}

function spelled(value: Cell): string {
  if (value !== null && value !== '' && Number.isFinite(Number(value))) return Number(value).toPrecision(9);
  return String(value).replace(/T00:00:00(\.0+)?$/, '');
}

function preview(rows: readonly Row[]): string {
  return rows
    .slice(0, 4)
    .map((row) => row.join(' | '))
    .join('\n');
}
