import { unifyLetters } from './letters.ts';

const PREFIXES = ['وبال', 'وكال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال'];
const SUFFIXES = ['كما', 'هما', 'هم', 'هن', 'ها', 'نا', 'ات', 'ان', 'ون', 'ين', 'يه', 'ته', 'ه', 'ي', 'ا'];
const SHORTEST = 3;

/**
 * Light stem of an Arabic word: article, conjunction and endings off, the root left alone; after the "light10" stemmer
 * (Larkey, Ballesteros, Connell 2007), with broken plurals of common business words brought to their singular.
 */
export function stemArabic(word: string): string {
  const whole = unifyLetters(word);
  const bare = withoutPrefix(whole);
  const plural = BROKEN_PLURALS.get(bare) ?? BROKEN_PLURALS.get(whole);
  if (plural) return withoutSuffix(plural);
  const stem = withoutSuffix(bare);
  // «مدنها»: the ending hid the plural.
  return withoutSuffix(BROKEN_PLURALS.get(stem) ?? stem);
}

/** The word without article and what is written onto it, such as "and the" or "in the". */
export function withoutPrefix(word: string): string {
  const prefix = PREFIXES.find((candidate) => word.startsWith(candidate) && word.length - candidate.length >= 2);
  return prefix === undefined ? word : word.slice(prefix.length);
}

function withoutSuffix(word: string): string {
  let stem = word;
  for (const suffix of SUFFIXES)
    if (stem.endsWith(suffix) && stem.length - suffix.length >= shortestBefore(suffix)) stem = stem.slice(0, -suffix.length);
  return stem;
}

/** «عملية» is made from «عمل» and another thing than it: of a short word, what makes an abstract or an adjective stays. */
const shortestBefore = (suffix: string) => (suffix === 'يه' || suffix === 'ي' ? SHORTEST + 1 : SHORTEST);

/** Plurals made by changing the inside of the word, which no cutting of endings undoes. */
const BROKEN_PLURALS = new Map(
  `عملاء عميل|زبائن زبون|زباين زبون|فروع فرع|مدن مدينه|مناطق منطقه|اقسام قسم|فيات فيه|اصناف صنف|انواع نوع|بضايع بضاعه|سلع سلعه|موظفون موظف|مدراء مدير|مديرون مدير|اسعار سعر|ارباح ربح|تكاليف تكلفه
   مبالغ مبلغ|فواتير فاتوره|عقود عقد|حسابات حساب|بنوك بنك|شهور شهر|اشهر شهر|سنوات سنه|سنين سنه|اعوام عام|ايام يوم|اسابيع اسبوع|ارباع ربع|اسماء اسم|ارقام رقم|اعمار عمر|طلاب طالب|طلبه طالب|مدارس مدرسه|كتب كتاب|دول دوله|بلدان بلد|بلاد بلد
   مخازن مخزن|مستودعات مستودع|متاجر متجر|اسواق سوق|محلات محل|مشاريع مشروع|اهداف هدف|رواتب راتب|رسوم رسم|ضرايب ضريبه|خصوم خصم|شحنات شحنه|قطع قطعه|وحدات وحده|مواقع موقع|عناوين عنوان|هواتف هاتف|اجهزه جهاز|سيارات سياره|رحلات رحله
   مرضي مريض|اطباء طبيب|ادويه دواء|افلام فيلم|اغاني اغنيه|العاب لعبه|لاعبون لاعب|فرق فريق|مباريات مباراه|تواريخ تاريخ|اوزان وزن|احجام حجم|كميات كميه|قيم قيمه|نسب نسبه|حصص حصه|مصاريف مصروف|نفقات نفقه|قنوات قناه|وسايل وسيله|طرق طريقه|حالات حاله|مراحل مرحله|موردون مورد|موردين مورد|شركاء شريك|وكلاء وكيل`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' '))
    .flatMap(([plural, singular]) => (plural && singular ? [[plural, singular] as const] : [])),
);
