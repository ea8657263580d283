import { describe, expect, it } from 'vitest';
import type { SemanticModel } from './semantic-model.ts';
import { SHOP } from './testing/examples.ts';
import { openExample } from './testing/open-example.ts';

const ARABIC: Readonly<Record<string, readonly string[]>> = {
  branches: ['الفروع', 'فرع'],
  'branches.branch_name': ['اسم الفرع'],
  'branches.city': ['المدينة'],
  orders: ['الطلب', 'طلب', 'الطلبات'],
  'orders.amount': ['المبلغ', 'مبلغ'],
  'orders.status': ['الحالة'],
  'orders.ordered_on': ['تاريخ الطلب'],
};

/** The shop with Arabic names, as people give them in the semantic layer. */
function withArabic(model: SemanticModel): SemanticModel {
  return {
    ...model,
    tables: model.tables.map((table) => ({
      ...table,
      ...(table.name === 'orders' ? { plural: { ar: 'الطلبات' } } : {}),
      words: { ...table.words, ar: ARABIC[table.name] ?? [] },
      columns: table.columns.map((column) => ({
        ...column,
        words: { ...column.words, ar: ARABIC[`${table.name}.${column.name}`] ?? [] },
      })),
    })),
  };
}

const shop = openExample(SHOP, [], withArabic);

describe('Arabic questions', () => {
  it.each([
    ['كم عدد الفروع؟', 'SELECT count(*) FROM branches'],
    ['كم عدد الطلبات لكل مدينة؟', 'SELECT city, count(*) FROM orders JOIN branches USING (branch_id) GROUP BY city'],
    ['ما متوسط مبلغ الطلبات؟', 'SELECT avg(amount) FROM orders'],
    ['إجمالي المبلغ حسب المدينة', 'SELECT city, sum(amount) FROM orders JOIN branches USING (branch_id) GROUP BY city'],
    ['عدد الطلبات في ٢٠٢٥', "SELECT count(*) FROM orders WHERE ordered_on >= '2025-01-01' AND ordered_on < '2026-01-01'"],
  ])('%s', (question, gold) => {
    const bag = (rows: unknown[][]) => rows.map((row) => row.map(String).sort().join('|')).sort();
    expect(bag(shop.answer(question))).toEqual(bag(shop.rows(gold)));
  });

  it('are put back into Arabic words', () => {
    const interpretation = shop.interpret('كم عدد الطلبات لكل مدينة؟');
    if (interpretation.kind !== 'answer') throw new Error(JSON.stringify(interpretation));
    expect(interpretation.language).toBe('ar');
    expect(interpretation.reading.understood.map((part) => part.text).join('')).toMatch(/^عدد الطلبات حسب المدينة/);
  });

  it('are refused in Arabic', () => {
    const interpretation = shop.interpret('ما هي عاصمة المريخ؟');
    if (interpretation.kind !== 'refuse') throw new Error(JSON.stringify(interpretation));
    expect(interpretation.reason).toMatch(/[\u0600-\u06ff]/);
  });
});
