import type { SemanticEntryInput } from '@majed-vanna/contract';
import { words } from './words.ts';

/** What the tables are called. */
export const TABLE_ENTRIES: readonly SemanticEntryInput[] = [
  entry('regions', 'name', 'المناطق', ['Region', 'area', 'province', 'territory'], ['المنطقة', 'منطقة', 'المناطق', 'مناطق', 'الإقليم']),
  entry(
    'branches',
    'name',
    'الفروع',
    ['Branch', 'shop', 'outlet', 'store location', 'showroom'],
    ['الفرع', 'فرع', 'الفروع', 'فروع', 'المعرض', 'المتجر'],
  ),
  entry(
    'employees',
    'full_name',
    'الموظفين',
    ['Employee', 'staff', 'staff member', 'worker', 'salesperson', 'seller'],
    ['الموظف', 'موظف', 'الموظفون', 'الموظفين', 'موظفين', 'العمال', 'البائع'],
  ),
  entry(
    'customers',
    'full_name',
    'العملاء',
    ['Customer', 'client', 'buyer', 'member', 'shopper'],
    ['العميل', 'عميل', 'العملاء', 'عملاء', 'الزبون', 'الزبائن'],
  ),
  entry(
    'product_categories',
    'name',
    'الفئات',
    ['Category', 'product category', 'product family', 'family', 'product group'],
    ['الفئة', 'فئة', 'الفئات', 'فئات', 'فئة المنتج', 'العائلة', 'عائلة المنتج', 'التصنيف'],
  ),
  entry('suppliers', 'name', 'الموردين', ['Supplier', 'vendor', 'manufacturer'], ['المورد', 'مورد', 'الموردون', 'الموردين', 'موردين']),
  entry(
    'products',
    'name',
    'المنتجات',
    ['Product', 'item', 'article', 'goods', 'merchandise'],
    ['المنتج', 'منتج', 'المنتجات', 'منتجات', 'الصنف', 'الأصناف', 'السلعة'],
  ),
  entry(
    'orders',
    null,
    'الطلبات',
    ['Order', 'purchase', 'transaction', 'invoice'],
    ['الطلب', 'طلب', 'الطلبات', 'طلبات', 'الفاتورة', 'فواتير', 'عملية شراء'],
  ),
  entry('order_lines', null, 'بنود الطلبات', ['Order line', 'line item', 'order item'], ['بند الطلب', 'بنود الطلبات', 'سطر الطلب']),
  entry(
    'returns',
    null,
    'المرتجعات',
    ['Return', 'returned item', 'refund'],
    ['المرتجع', 'مرتجع', 'المرتجعات', 'مرتجعات', 'الإرجاع', 'الاسترجاع'],
  ),
  entry(
    'sales_targets',
    null,
    'المستهدفات الشهرية',
    ['Sales target', 'monthly target', 'branch target', 'quota', 'goal'],
    ['المستهدف الشهري', 'المستهدفات', 'أهداف المبيعات'],
  ),
];

function entry(
  table: string,
  displayColumn: string | null,
  pluralAr: string,
  en: readonly string[],
  ar: readonly string[],
): SemanticEntryInput {
  return { kind: 'table', key: `main.${table}`, body: { words: words(en, ar), displayColumn, plural: { ar: pluralAr } } };
}
