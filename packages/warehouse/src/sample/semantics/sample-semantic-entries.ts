import type { SemanticEntryInput } from '@majed-vanna/contract';
import { COLUMN_ENTRIES } from './column-entries.ts';
import { KEY_ENTRIES } from './key-entries.ts';
import { METRIC_ENTRIES } from './metric-entries.ts';
import { TABLE_ENTRIES } from './table-entries.ts';
import { words } from './words.ts';

const JOIN_ENTRIES: readonly SemanticEntryInput[] = [
  {
    kind: 'join',
    key: 'employee_manager',
    body: {
      words: words(['Manager', 'boss', 'supervisor', 'reports to'], ['المدير', 'مدير', 'الرئيس المباشر']),
      from: { table: 'main.employees', columns: ['manager_id'] },
      to: { table: 'main.employees', columns: ['employee_id'] },
    },
  },
  {
    kind: 'join',
    key: 'order_seller',
    body: {
      words: words(['Seller', 'salesperson', 'sold by'], ['البائع', 'مندوب المبيعات']),
      from: { table: 'main.orders', columns: ['employee_id'] },
      to: { table: 'main.employees', columns: ['employee_id'] },
    },
  },
];

const GLOSSARY_ENTRIES: readonly SemanticEntryInput[] = [
  term(
    'closed_branch',
    ['Closed branch', 'closed branches', 'closed shops'],
    ['الفروع المغلقة', 'فرع مغلق'],
    'Branches that closed for good.',
    'branches',
    '{closed_on} IS NOT NULL',
  ),
  term(
    'open_branch',
    ['Open branch', 'open branches'],
    ['الفروع العاملة', 'الفروع المفتوحة'],
    'Branches that are open.',
    'branches',
    '{closed_on} IS NULL',
  ),
  term(
    'remote_order',
    ['Remote order', 'e-commerce', 'digital orders', 'online and app orders'],
    ['التجارة الإلكترونية', 'الطلبات الرقمية'],
    'Orders placed online or in the app.',
    'orders',
    "{channel} IN ('Online', 'App')",
  ),
  term(
    'valued_customer',
    ['VIP customer', 'VIP', 'top-tier customers'],
    ['كبار العملاء', 'العملاء المميزون'],
    'Customers of the Gold and Platinum tiers.',
    'customers',
    "{loyalty_tier} IN ('Gold', 'Platinum')",
  ),
  term(
    'business_customer',
    ['Business customer', 'business customers', 'B2B'],
    ['عملاء الأعمال', 'قطاع الأعمال'],
    'Small businesses and corporates.',
    'customers',
    "{segment} <> 'Individual'",
  ),
  term(
    'below_target',
    ['Below target', 'missed target', 'under target', 'behind target'],
    ['دون المستهدف', 'أقل من المستهدف', 'لم تحقق المستهدف'],
    'Months in which a branch sold less than its target.',
    'sales_targets',
    '{achieved_amount} < {target_amount}',
  ),
  term(
    'above_target',
    ['Above target', 'met target', 'over target', 'reached target'],
    ['فوق المستهدف', 'حققت المستهدف'],
    'Months in which a branch reached its target.',
    'sales_targets',
    '{achieved_amount} >= {target_amount}',
  ),
];

/** What the sample data means, in English and Arabic: names, synonyms, values, metrics, roles and terms. */
export const sampleSemanticEntries: readonly SemanticEntryInput[] = [
  ...TABLE_ENTRIES,
  ...COLUMN_ENTRIES,
  ...KEY_ENTRIES,
  ...METRIC_ENTRIES,
  ...JOIN_ENTRIES,
  ...GLOSSARY_ENTRIES,
];

function term(
  key: string,
  en: readonly string[],
  ar: readonly string[],
  description: string,
  table: string,
  filter: string,
): SemanticEntryInput {
  return { kind: 'glossary', key, body: { words: words(en, ar), description, condition: { table: `main.${table}`, filter } } };
}
