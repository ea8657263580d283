import type { SemanticEntryInput } from '@majed-vanna/contract';
import { words } from './words.ts';

type MetricBody = Extract<SemanticEntryInput, { kind: 'metric' }>['body'];

const SOLD = 'NOT {is_cancelled}';
const NET_SALES = 'SUM({net_amount} - {refund_amount})';
/** The cost of pieces that came back is not a cost of sales. */
const SOLD_COST = 'SUM({cost_amount} * ({quantity} - {returned_quantity}) / {quantity})';
const MONEY = { format: 'currency', currency: 'SAR' } as const;

const LINES = { table: 'main.order_lines', filter: SOLD, dateColumn: 'main.orders.order_date' };
const TARGETS = { table: 'main.sales_targets', dateColumn: 'month' };

/** The numbers the company is run by. Shares are fractions: 0.25 is 25 %. */
export const METRIC_ENTRIES: readonly SemanticEntryInput[] = [
  metric('net_sales', 'Sales without VAT, after discounts and returns; cancelled orders left out.', {
    words: words(
      ['Net sales', 'sales', 'revenue', 'turnover', 'net revenue', 'sales amount', 'sales value'],
      ['صافي المبيعات', 'المبيعات', 'مبيعات', 'الإيرادات', 'إيرادات', 'قيمة المبيعات'],
    ),
    ...LINES,
    expression: NET_SALES,
    ...MONEY,
  }),
  metric('gross_sales', 'Sales at the price on the label, before discounts and returns, without VAT; cancelled orders left out.', {
    words: words(
      ['Gross sales', 'gross revenue', 'sales before discount'],
      ['إجمالي المبيعات', 'المبيعات الإجمالية', 'المبيعات قبل الخصم'],
    ),
    ...LINES,
    expression: 'SUM({quantity} * {unit_price})',
    ...MONEY,
  }),
  metric('total_discount', 'Discounts given; cancelled orders left out.', {
    words: words(['Total discount', 'discounts given', 'discounts'], ['إجمالي الخصم', 'إجمالي الخصومات']),
    ...LINES,
    expression: 'SUM({discount_amount})',
    ...MONEY,
  }),
  metric('gross_margin', 'Net sales less the cost of what was sold and kept.', {
    words: words(
      ['Gross margin', 'gross profit', 'profit'],
      ['هامش الربح الإجمالي', 'مجمل الربح', 'إجمالي الربح', 'الربح', 'الأرباح', 'أرباح', 'الهامش'],
    ),
    ...LINES,
    expression: `${NET_SALES} - ${SOLD_COST}`,
    ...MONEY,
  }),
  metric('margin_percent', 'Gross margin as a share of net sales.', {
    words: words(
      ['Margin %', 'margin', 'margin percent', 'margin percentage', 'gross margin %', 'profit margin', 'profitability'],
      ['نسبة هامش الربح', 'نسبة الهامش', 'هامش الربح', 'الربحية', 'نسبة الربح'],
    ),
    ...LINES,
    expression: `(${NET_SALES} - ${SOLD_COST}) / NULLIF(${NET_SALES}, 0)`,
    format: 'percent',
  }),
  metric('order_count', 'Orders that were not cancelled.', {
    words: words(['Number of orders', 'order count', 'orders placed', 'order volume'], ['عدد الطلبات', 'عدد الفواتير']),
    table: 'main.orders',
    expression: 'COUNT(*)',
    filter: "{status} <> 'Cancelled'",
    dateColumn: 'order_date',
    format: 'integer',
  }),
  metric('average_basket', 'Net sales per order.', {
    words: words(
      ['Average basket', 'average order value', 'basket size', 'average order', 'average purchase', 'average ticket', 'AOV'],
      ['متوسط السلة', 'متوسط قيمة الطلب', 'متوسط الفاتورة'],
    ),
    ...LINES,
    expression: `${NET_SALES} / NULLIF(COUNT(DISTINCT {order_id}), 0)`,
    ...MONEY,
  }),
  metric('units_sold', 'Pieces sold and kept; cancelled orders left out.', {
    words: words(
      ['Units sold', 'pieces sold', 'items sold', 'sales volume', 'quantity sold'],
      ['الوحدات المباعة', 'الكمية المباعة', 'عدد القطع المباعة', 'حجم المبيعات'],
    ),
    ...LINES,
    expression: 'SUM({quantity} - {returned_quantity})',
    format: 'integer',
  }),
  metric('return_rate', 'Pieces returned as a share of pieces sold.', {
    words: words(
      ['Return rate', 'share of returns', 'returns rate', 'return percentage'],
      ['معدل الإرجاع', 'نسبة المرتجعات', 'معدل المرتجعات', 'نسبة الإرجاع'],
    ),
    ...LINES,
    expression: 'SUM({returned_quantity}) / NULLIF(SUM({quantity}), 0)',
    format: 'percent',
  }),
  metric('new_customers', 'Customers who signed up in the period.', {
    words: words(['New customers', 'sign-ups', 'customer acquisition', 'new members'], ['العملاء الجدد', 'عملاء جدد', 'عدد العملاء الجدد']),
    table: 'main.customers',
    expression: 'COUNT(*)',
    dateColumn: 'signed_up_on',
    format: 'integer',
  }),
  metric('active_customers', 'Different customers who bought.', {
    words: words(
      ['Active customers', 'buying customers', 'customers who bought'],
      ['العملاء النشطون', 'العملاء النشطين', 'عدد العملاء النشطين', 'العملاء الذين اشتروا'],
    ),
    table: 'main.orders',
    expression: 'COUNT(DISTINCT {customer_id})',
    filter: "{status} <> 'Cancelled'",
    dateColumn: 'order_date',
    format: 'integer',
  }),
  metric('sales_target', 'Net sales that the branches were to reach.', {
    words: words(['Target', 'sales target', 'planned sales', 'goal'], ['مستهدف المبيعات', 'المستهدف', 'مستهدف', 'الهدف']),
    ...TARGETS,
    expression: 'SUM({target_amount})',
    ...MONEY,
  }),
  metric('target_achievement', 'Achieved net sales as a share of the target.', {
    words: words(
      ['Target achievement', 'achievement rate', 'achievement', 'attainment', 'target attainment', 'percent of target'],
      ['تحقيق المستهدف', 'نسبة تحقيق المستهدف', 'نسبة التحقيق', 'نسبة الإنجاز'],
    ),
    ...TARGETS,
    expression: 'SUM({achieved_amount}) / NULLIF(SUM({target_amount}), 0)',
    format: 'percent',
  }),
];

function metric(key: string, description: string, body: MetricBody): SemanticEntryInput {
  return { kind: 'metric', key, body: { ...body, description } };
}
