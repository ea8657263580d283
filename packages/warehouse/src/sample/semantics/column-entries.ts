import type { SemanticEntryInput } from '@majed-vanna/contract';
import { CATEGORIES, SUPPLIERS } from '../catalogue.ts';
import { BRANCHES } from '../places.ts';
import { words } from './words.ts';

/** Stored value, then what it is called in Arabic, then further English names. */
type ValueName = readonly [value: string, ar: readonly string[], en?: readonly string[]];

const CITIES = [...new Map(BRANCHES.map(({ city, cityAr }) => [city, cityAr]))].map(([city, cityAr]): ValueName => [city, [cityAr]]);
const DEPARTMENTS = [...new Map(CATEGORIES.map(({ department }) => department))].map(([en, ar]): ValueName => [en, [ar]]);
const COUNTRIES = [...new Map(SUPPLIERS.map(([, country]) => country))].map(([en, ar]): ValueName => [en, [ar]]);

const MONEY = { format: 'currency', currency: 'SAR' } as const;

/** What the columns and their values are called. */
export const COLUMN_ENTRIES: readonly SemanticEntryInput[] = [
  column('regions.name', ['Region name'], ['اسم المنطقة']),
  column('regions.name_ar', ['Arabic region name'], ['اسم المنطقة بالعربية']),
  column('branches.name', ['Branch name'], ['اسم الفرع']),
  column('branches.name_ar', ['Arabic branch name'], ['اسم الفرع بالعربية']),
  column('branches.city', ['City', 'branch city', 'town'], ['المدينة', 'مدينة', 'المدن', 'مدن', 'مدينة الفرع'], CITIES),
  column('branches.city_ar', ['Arabic city name'], ['اسم المدينة بالعربية']),
  column('branches.opened_on', ['Opening date', 'opened'], ['تاريخ الافتتاح', 'تاريخ افتتاح الفرع']),
  column('branches.closed_on', ['Closing date', 'closed'], ['تاريخ الإغلاق']),
  column('branches.floor_area', ['Floor area', 'size of the branch', 'square metres'], ['المساحة', 'مساحة الفرع', 'متر مربع']),
  column('employees.full_name', ['Employee name'], ['اسم الموظف']),
  column('employees.full_name_ar', ['Arabic employee name'], ['اسم الموظف بالعربية']),
  column(
    'employees.job_title',
    ['Job title', 'job', 'position', 'role'],
    ['المسمى الوظيفي', 'الوظيفة', 'المنصب'],
    [
      ['Chief executive', ['الرئيس التنفيذي'], ['CEO']],
      ['Regional manager', ['مدير إقليمي', 'مدير منطقة']],
      ['Branch manager', ['مدير فرع', 'مديرو الفروع']],
      ['Sales associate', ['مندوب مبيعات', 'بائع'], ['salesman']],
      ['Cashier', ['أمين صندوق', 'كاشير']],
    ],
  ),
  column('employees.hired_on', ['Hire date', 'hired', 'joining date', 'start date'], ['تاريخ التعيين', 'تاريخ التوظيف']),
  column('employees.monthly_salary', ['Salary', 'monthly salary', 'pay', 'wage'], ['الراتب', 'الراتب الشهري', 'الأجر', 'رواتب'], [], MONEY),
  column('customers.full_name', ['Customer name'], ['اسم العميل']),
  column('customers.full_name_ar', ['Arabic customer name'], ['اسم العميل بالعربية']),
  column(
    'customers.segment',
    ['Segment', 'customer segment', 'customer type'],
    ['الشريحة', 'شريحة العملاء', 'نوع العميل', 'شريحة'],
    [
      ['Individual', ['أفراد', 'فرد'], ['individuals', 'private']],
      ['Small business', ['منشآت صغيرة', 'شركات صغيرة'], ['small businesses', 'SME']],
      ['Corporate', ['شركات', 'شركات كبرى'], ['corporates', 'companies']],
    ],
  ),
  column(
    'customers.loyalty_tier',
    ['Loyalty tier', 'tier', 'loyalty level', 'membership'],
    ['فئة الولاء', 'مستوى الولاء', 'العضوية'],
    [
      ['Bronze', ['برونزي', 'البرونزية']],
      ['Silver', ['فضي', 'الفضية']],
      ['Gold', ['ذهبي', 'الذهبية']],
      ['Platinum', ['بلاتيني', 'البلاتينية']],
    ],
  ),
  column('customers.home_city', ['Home city', 'customer city'], ['مدينة العميل', 'مدينة السكن'], CITIES),
  column('customers.email', ['E-mail', 'email address'], ['البريد الإلكتروني']),
  column('customers.signed_up_on', ['Sign-up date', 'signed up', 'joined', 'registration date'], ['تاريخ التسجيل', 'تاريخ الانضمام']),
  column('product_categories.name', ['Category name'], ['اسم الفئة']),
  column('product_categories.name_ar', ['Arabic category name'], ['اسم الفئة بالعربية']),
  column('product_categories.department', ['Department', 'division'], ['القسم', 'قسم', 'الأقسام', 'أقسام'], DEPARTMENTS),
  column('suppliers.name', ['Supplier name'], ['اسم المورد']),
  column('suppliers.name_ar', ['Arabic supplier name'], ['اسم المورد بالعربية']),
  column(
    'suppliers.country',
    ['Country', 'supplier country', 'country of origin'],
    ['الدولة', 'دولة', 'بلد المورد', 'بلد المنشأ'],
    COUNTRIES,
  ),
  column('products.sku', ['SKU', 'product code', 'item code'], ['رمز المنتج', 'رمز الصنف']),
  column('products.name', ['Product name'], ['اسم المنتج']),
  column('products.name_ar', ['Arabic product name'], ['اسم المنتج بالعربية']),
  column('products.list_price', ['List price', 'price', 'catalogue price'], ['السعر', 'سعر القائمة', 'سعر المنتج', 'أسعار'], [], MONEY),
  column('products.unit_cost', ['Unit cost', 'cost per piece'], ['تكلفة الوحدة', 'تكلفة المنتج'], [], MONEY),
  column('products.launched_on', ['Launch date', 'launched'], ['تاريخ الإطلاق', 'تاريخ الطرح']),
  column('orders.order_date', ['Order date', 'date', 'purchase date'], ['تاريخ الطلب', 'التاريخ', 'تاريخ الشراء', 'تاريخ البيع']),
  column(
    'orders.channel',
    ['Channel'],
    ['القناة', 'قناة البيع', 'قنوات البيع', 'القنوات'],
    [
      ['Store', ['متجر', 'في المتجر', 'المعرض'], ['in store', 'stores']],
      ['Online', ['إلكتروني', 'عبر الإنترنت', 'الموقع', 'أونلاين'], ['website', 'web']],
      ['App', ['التطبيق', 'تطبيق الجوال'], ['mobile app']],
      ['Phone', ['الهاتف', 'هاتف'], ['by phone', 'telephone']],
    ],
  ),
  column(
    'orders.status',
    ['Status', 'order status'],
    ['الحالة', 'حالة الطلب', 'حالة'],
    [
      ['Completed', ['مكتمل', 'مكتملة', 'منجز'], ['complete', 'finished']],
      ['Processing', ['قيد المعالجة', 'قيد التنفيذ'], ['in progress', 'pending']],
      ['Cancelled', ['ملغي', 'ملغى', 'ملغاة', 'ملغية'], ['canceled']],
    ],
  ),
  column(
    'orders.payment_method',
    ['Payment method', 'payment', 'means of payment'],
    ['طريقة الدفع', 'وسيلة الدفع', 'طرق الدفع'],
    [
      ['Debit card', ['بطاقة مدى', 'بطاقة خصم'], ['debit']],
      ['Credit card', ['بطاقة ائتمان'], ['credit']],
      ['Mobile wallet', ['محفظة إلكترونية', 'محفظة الجوال'], ['wallet']],
      ['Cash', ['نقد', 'نقدا', 'نقدي', 'نقدية', 'كاش']],
      ['Instalments', ['تقسيط', 'أقساط'], ['installments']],
    ],
  ),
  column('order_lines.quantity', ['Quantity', 'pieces', 'quantity ordered'], ['الكمية', 'كمية', 'القطع', 'عدد القطع'], [], {
    format: 'integer',
  }),
  column('order_lines.unit_price', ['Unit price', 'selling price'], ['سعر الوحدة', 'سعر البيع'], [], MONEY),
  column(
    'order_lines.discount_amount',
    ['Discount', 'discount amount', 'price reduction'],
    ['الخصم', 'مبلغ الخصم', 'الخصومات', 'التخفيض'],
    [],
    MONEY,
  ),
  column('order_lines.net_amount', ['Net amount', 'line amount'], ['المبلغ الصافي', 'صافي المبلغ'], [], MONEY),
  column('order_lines.vat_amount', ['VAT', 'value added tax', 'tax'], ['ضريبة القيمة المضافة', 'الضريبة'], [], MONEY),
  column('order_lines.cost_amount', ['Cost', 'cost of goods', 'cost amount'], ['التكلفة', 'تكلفة البضاعة'], [], MONEY),
  column('order_lines.returned_quantity', ['Returned quantity', 'returned pieces'], ['الكمية المرتجعة'], [], { format: 'integer' }),
  column('order_lines.refund_amount', ['Line refund'], ['المبلغ المسترد للبند'], [], MONEY),
  column('order_lines.is_cancelled', ['Cancelled line'], ['بند ملغى']),
  column('returns.returned_on', ['Return date', 'returned on'], ['تاريخ الإرجاع', 'تاريخ المرتجع']),
  column('returns.quantity', ['Pieces returned'], ['عدد القطع المرتجعة'], [], { format: 'integer' }),
  column(
    'returns.refund_amount',
    ['Refund', 'refund amount', 'refunded amount'],
    ['المبلغ المسترد', 'الاسترداد', 'قيمة المرتجعات'],
    [],
    MONEY,
  ),
  column(
    'returns.reason',
    ['Reason', 'return reason', 'reason for return'],
    ['السبب', 'سبب الإرجاع', 'أسباب الإرجاع'],
    [
      ['Changed mind', ['تغيير رأي', 'تغيير الرأي']],
      ['Wrong size', ['مقاس خاطئ', 'مقاس غير مناسب'], ['size']],
      ['Damaged', ['تالف', 'تالفة'], ['defective', 'broken']],
      ['Wrong item', ['منتج خاطئ', 'صنف خاطئ']],
      ['Not as described', ['مخالف للوصف']],
    ],
  ),
  column('sales_targets.month', ['Month', 'target month'], ['الشهر', 'شهر المستهدف']),
  column('sales_targets.target_amount', ['Target amount'], ['مبلغ المستهدف'], [], MONEY),
  column('sales_targets.achieved_amount', ['Actual amount'], ['المبلغ المحقق'], [], MONEY),
];

function column(
  key: string,
  en: readonly string[],
  ar: readonly string[],
  values: readonly ValueName[] = [],
  presentation: { format?: 'currency' | 'integer'; currency?: string } = {},
): SemanticEntryInput {
  const named = values.map(([value, arabic, english = []]) => [value, words([value, ...english], arabic)] as const);
  return { kind: 'column', key: `main.${key}`, body: { words: words(en, ar), ...presentation, values: Object.fromEntries(named) } };
}
