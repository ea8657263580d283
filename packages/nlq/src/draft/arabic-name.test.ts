import { expect, it } from 'vitest';
import { arabicName } from './arabic-name.ts';

it.each([
  ['amount', 'المبلغ'],
  ['customer name', 'اسم العميل'],
  ['order date', 'تاريخ الطلب'],
  ['date of birth', 'تاريخ الميلاد'],
  ['customer order number', 'رقم طلب العميل'],
  ['total amount', 'المبلغ الإجمالي'],
  ['annual fee', 'الرسم السنوي'],
  ['active policy', 'الوثيقة النشطة'],
  ['unpaid invoices', 'الفواتير غير المدفوعة'],
  ['net sales', 'صافي المبيعات'],
  ['loyalty points', 'نقاط الولاء'],
  ['order count', 'عدد الطلبات'],
  ['brand', 'العلامة التجارية'],
  ['population', 'عدد السكان'],
  ['address 2', 'العنوان 2'],
])('"%s" is «%s»', (english, arabic) => expect(arabicName(english.split(' '))).toBe(arabic));

it('a table is called by its plural', () => expect(arabicName(['order', 'line'], { plural: true })).toBe('بنود الطلب'));

it('says nothing where a word is unknown', () => expect(arabicName(['flux', 'amount'])).toBeNull());
