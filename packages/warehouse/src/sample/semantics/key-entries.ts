import type { SemanticEntryInput } from '@majed-vanna/contract';
import { words } from './words.ts';

/** What each key is the number of. */
const THINGS: Readonly<Record<string, readonly [en: string, ar: string]>> = {
  region_id: ['Region number', 'رقم المنطقة'],
  branch_id: ['Branch number', 'رقم الفرع'],
  employee_id: ['Employee number', 'رقم الموظف'],
  manager_id: ['Manager number', 'رقم المدير'],
  customer_id: ['Customer number', 'رقم العميل'],
  category_id: ['Category number', 'رقم الفئة'],
  supplier_id: ['Supplier number', 'رقم المورد'],
  product_id: ['Product number', 'رقم المنتج'],
  order_id: ['Order number', 'رقم الطلب'],
  order_line_id: ['Order line number', 'رقم بند الطلب'],
  return_id: ['Return number', 'رقم المرتجع'],
};

const KEYS: Readonly<Record<string, readonly string[]>> = {
  regions: ['region_id'],
  branches: ['branch_id', 'region_id'],
  employees: ['employee_id', 'branch_id', 'manager_id'],
  customers: ['customer_id'],
  product_categories: ['category_id'],
  suppliers: ['supplier_id'],
  products: ['product_id', 'category_id', 'supplier_id'],
  orders: ['order_id', 'customer_id', 'branch_id', 'employee_id'],
  order_lines: ['order_line_id', 'order_id', 'product_id'],
  returns: ['return_id', 'order_line_id'],
  sales_targets: ['branch_id'],
};

/** Names of the key columns, for whoever lists them. */
export const KEY_ENTRIES: readonly SemanticEntryInput[] = Object.entries(KEYS).flatMap(([table, columns]) =>
  columns.map((column): SemanticEntryInput => {
    const [en, ar] = THINGS[column] ?? [column, column];
    return { kind: 'column', key: `main.${table}.${column}`, body: { words: words([en], [ar]) } };
  }),
);
