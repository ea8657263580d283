import { describe, expect, it } from 'vitest';
import { normalise } from '../normalise.ts';
import { findPeriods } from '../time/find-periods.ts';
import { readArabicNumber } from './arabic-numbers.ts';
import { stemArabic } from './stem.ts';

const read = (text: string, known: string[] = []) =>
  normalise(text, { knows: (word) => known.includes(word) })
    .tokens.map(({ norm }) => norm)
    .join(' ');

describe('Arabic questions in the frame of English ones', () => {
  it.each([
    ['كم عدد الطلبات؟', 'how many الطلبات ?'],
    ['كَم عَدَد الطلبـــات', 'how many الطلبات'],
    ['ما هو إجمالي المبيعات لكل منطقة', 'what is total المبيعات for each منطقه'],
    ['متوسط قيمة الطلب حسب الفرع', 'average قيمه الطلب by الفرع'],
    ['أعلى 5 عملاء حسب المبيعات', 'top 5 عملاء by المبيعات'],
    ['أعلى خمسة عملاء', 'top 5 عملاء'],
    ['أقل ٣ فروع', 'bottom 3 فروع'],
    ['العميل الأعلى مبيعات', 'العميل with the highest مبيعات'],
    ['أفضل فرع من حيث المبيعات', 'top فرع by المبيعات'],
    ['أفضل فرع في الرياض', 'highest فرع in الرياض'],
    ['المبيعات في 2025 مقارنة بعام 2024', 'المبيعات in 2025 compared with year 2024'],
    ['أكثر المنتجات مبيعا', 'المنتجات with the highest مبيعا'],
    ['أكثر 3 منتجات مبيعا', 'top 3 منتجات by مبيعا'],
    ['الطلبات التي تزيد عن 1000', 'الطلبات that more than 1000'],
    ['المنتجات التي سعرها أقل من ٥٠٫٥', 'المنتجات that سعرها less than 50.5'],
    ['فروع لديها 3 موظفين على الأقل', 'فروع with 3 موظفين or more'],
    ['فروع لديها على الأقل 3 موظفين', 'فروع with at least 3 موظفين'],
    ['الطلبات في الرياض والدمام', 'الطلبات in الرياض and الدمام'],
    ['الطلبات بالرياض', 'الطلبات in الرياض'],
    ['المبيعات للعميل', 'المبيعات for العميل'],
    ['العملاء الذين ليس لديهم طلبات', 'العملاء that without طلبات'],
    ['عدد الطلبات ومتوسط السعر', 'number of الطلبات and average السعر'],
    ['نسبة المرتجعات', 'percentage of المرتجعات'],
    ['المنتجات مرتبة حسب السعر تنازليا', 'المنتجات sorted by السعر in descending order'],
    ['المبيعات شهريا', 'المبيعات monthly'],
    ['المبيعات بين 2024 و٢٠٢٥', 'المبيعات between 2024 and 2025'],
    ['المبيعات حسب المنطقة والسنة كجدول محوري', 'المبيعات by المنطقه and year as a pivot table'],
    ['كم طلب', 'how many طلب'],
    ['مبيعات هالشهر', 'مبيعات this month'],
    ['المبيعات لهذا الشهر', 'المبيعات for this month'],
    ['مبيعات الشهر هذا', 'مبيعات this month'],
    ['المبيعات الشهر اللي فات', 'المبيعات last month'],
    ['المبيعات في شهر 3', 'المبيعات in march'],
    ['لكل شهر 3 فروع', 'for each month 3 فروع'],
    ['مين باع أكثر', 'who sold the most'],
    ['أي الفروع باعت أكثر من 100', 'which الفروع sold more than 100'],
    ['كم بعنا', 'how much did we sell'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it('asks how much of a figure or an amount, how many of things', () => {
    const kinds = new Map([
      ['المبيعات', 'figure'],
      ['الخصومات', 'sum'],
      ['الراتب', 'level'],
      ['الطلبات', 'thing'],
    ] as const);
    const asked = (text: string) =>
      normalise(text, { kindOf: ([word = '']) => (kinds as ReadonlyMap<string, 'figure' | 'sum' | 'level' | 'thing'>).get(word) ?? null })
        .tokens.map(({ norm }) => norm)
        .join(' ');
    expect(asked('كم المبيعات')).toBe('how much المبيعات');
    expect(asked('كم الخصومات')).toBe('what is the total الخصومات');
    expect(asked('كم الراتب')).toBe('how much الراتب');
    expect(asked('كم الطلبات')).toBe('how many الطلبات');
  });

  it('takes "and" off a word only where the rest is known and the whole is not', () => {
    expect(read('السعر ووزن المنتج', ['وزن'])).toBe('السعر and وزن المنتج');
    expect(read('وزن المنتج', ['وزن', 'زن'])).toBe('وزن المنتج');
  });

  it('ranks by what follows "in" where that is a name and no place', () => {
    expect(read('أفضل فرع في المبيعات', ['المبيعات'])).toBe('top فرع by المبيعات');
  });

  it('takes "and" off a value that the data holds', () => {
    const { tokens } = normalise('الرياض وجدة', { isValue: (phrase) => phrase === 'جده' });
    expect(tokens.map(({ norm }) => norm)).toEqual(['الرياض', 'and', 'جده']);
  });

  it('keeps the place of each word in the text as typed', () => {
    const text = 'كم عدد الطلبات في الرياض';
    const { tokens } = normalise(text);
    expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual(['كم عدد', 'كم عدد', 'الطلبات', 'في', 'الرياض']);
  });
});

describe('Arabic periods', () => {
  it.each([
    ['المبيعات في عام 2024', '2024-01-01..2025-01-01'],
    ['المبيعات في ٢٠٢٤', '2024-01-01..2025-01-01'],
    ['المبيعات العام الماضي', '2025-01-01..2026-01-01'],
    ['المبيعات في السنة السابقة', '2025-01-01..2026-01-01'],
    ['مبيعات هذا الشهر', '2026-03-01..2026-04-01'],
    ['مبيعات الشهر الحالي', '2026-03-01..2026-04-01'],
    ['مبيعات الشهر الماضي', '2026-02-01..2026-03-01'],
    ['مبيعات الربع الأول من 2025', '2025-01-01..2025-04-01'],
    ['مبيعات الربع الأخير من عام 2025', '2025-10-01..2026-01-01'],
    ['النصف الثاني من العام الماضي', '2025-07-01..2026-01-01'],
    ['مبيعات يناير 2024', '2024-01-01..2024-02-01'],
    ['مبيعات شهر كانون الثاني 2024', '2024-01-01..2024-02-01'],
    ['مبيعات مارس', '2026-03-01..2026-04-01'],
    ['كم بعنا شهر مايو 2024', '2024-05-01..2024-06-01'],
    ['بين مارس ومايو 2024', '2024-03-01..2024-06-01'],
    ['مبيعات تموز ٢٠٢٤', '2024-07-01..2024-08-01'],
    ['خلال آخر 3 أشهر', '2025-12-19..2026-03-19'],
    ['خلال الأشهر الثلاثة الماضية', '2025-12-19..2026-03-19'],
    ['آخر شهرين', '2026-01-19..2026-03-19'],
    ['منذ 2023', '2023-01-01..'],
    ['منذ بداية العام', '2026-01-01..'],
    ['قبل 3 أشهر', '2025-12-01..2026-01-01'],
    ['قبل مارس 2024', '..2024-03-01'],
    ['بعد 2020', '2021-01-01..'],
    ['حتى مارس 2024', '..2024-04-01'],
    ['بين 2019 و 2021', '2019-01-01..2022-01-01'],
    ['من يناير إلى مارس 2024', '2024-01-01..2024-04-01'],
    ['من يناير حتى مارس 2024', '2024-01-01..2024-04-01'],
    ['أمس', '2026-03-17..2026-03-18'],
    ['اليوم', '2026-03-18..2026-03-19'],
    ['العام المالي 2025', '2025-01-01..2026-01-01'],
    ['في 15/3/2024', '2024-03-15..2024-03-16'],
  ])('%s', (text, expected) => {
    const found = findPeriods(normalise(text).tokens, text, { today: '2026-03-18' });
    expect(found.map(({ period }) => `${period.from ?? ''}..${period.to ?? ''}`)).toEqual([expected]);
  });

  it('finds both sides of a comparison', () => {
    const text = 'المبيعات في 2025 مقارنة مع 2024';
    expect(findPeriods(normalise(text).tokens, text, { today: '2026-03-18' }).map(({ period }) => period.year)).toEqual([2025, 2024]);
  });
});

describe('Arabic numbers', () => {
  it.each([
    ['خمسه', 5],
    ['خمسه وعشرين', 25],
    ['احدي', null],
    ['ميه', 100],
    ['ميه وخمسين', 150],
    ['ثلاثه الاف', 3000],
    ['الف', 1000],
    ['الفين وخمسميه', 2500],
    ['مليونين', 2_000_000],
    ['1.5 مليون', 1_500_000],
  ])('%s', (text, value) => expect(readArabicNumber(text.split(' '), 0)?.value ?? null).toBe(value));
});

describe('Arabic stems', () => {
  it.each([
    ['العملاء', 'عميل'],
    ['للعملاء', 'عميل'],
    ['المبيعات', 'مبيعا'],
    ['أسعار', 'سعرها'],
    ['الفروع', 'فرع'],
    ['المدن', 'مدينة'],
    ['طلبات', 'الطلب'],
    ['المنتجات', 'منتج'],
    ['المنتجين', 'منتج'],
    ['الموظفون', 'موظف'],
  ])('%s and %s meet', (one, other) => expect(stemArabic(one)).toBe(stemArabic(other)));

  it.each([
    ['عملات', 'عمليات'],
    ['العمال', 'العاملة'],
    ['فروع', 'فرعية'],
  ])('%s and %s are two things', (one, other) => expect(stemArabic(one)).not.toBe(stemArabic(other)));
});
