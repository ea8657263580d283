import type { ChartType } from '@majed-vanna/contract';

/** What a question says about how its answer should be drawn. */
export interface ChartWish {
  readonly type: ChartType | null;
  /** Parts of a whole were asked for. */
  readonly shares: boolean;
  /** One thing was to be held against another. */
  readonly compares: boolean;
}

const TYPE_WORDS: readonly (readonly [ChartType, RegExp])[] = [
  [
    'scatter',
    /\bscatter ?(plots?|charts?|graphs?)?\b|\bcorrelat\w*|\brelationship between\b|\brelated to\b|(^|\s)(العلاقة بين|ارتباط|انتشار)/,
  ],
  ['pivot', /\bpivot( tables?)?\b|\bcross ?tab\w*|جدول محوري|جدولا محوريا|جدولاً محورياً/],
  ['kpi', /\bkpis?\b|\bsingle (figure|number|value)\b|مؤشر أداء/],
  ['histogram', /\bhistograms?\b|(^|\s)(مدرج تكراري|هيستوجرام)/],
  ['heatmap', /\bheat ?maps?\b|خريطة حرارية/],
  ['pie', /\b(pie|do(ugh)?nut)( (charts?|graphs?))?\b|(مخطط|رسم) دائري|دائرية/],
  ['stacked_bar', /\bstacked\b|أعمدة (متراكمة|مكدسة)/],
  ['grouped_bar', /\bgrouped bars?\b|\bside by side\b|أعمدة متجاورة/],
  ['area', /\barea (charts?|graphs?|plots?)\b|مخطط مساحي/],
  ['line', /\bline (charts?|graphs?|plots?)\b|\btrends?\b|\bover time\b|(مخطط|رسم) خطي|اتجاه|عبر الزمن/],
  ['bar', /\bbars?( (charts?|graphs?|plots?))?\b|\bcolumn charts?\b|أعمدة|شريطي/],
  ['table', /\b(as|in) an? table\b|\btable only\b|(في|على شكل) جدول/],
];

const SHARE_WORDS =
  /\b(shares?|proportions?|percentages?|percent|breakdown|split|composition|make ?up)\b|(^|\s)(حصة|حصص|نسبة|نسب|توزيع)(\s|$)/;

const COMPARING_WORDS =
  /\b(compar\w*|vs|versus|against|growth|grew|change[ds]?|than (last|the previous|in))\b|(^|\s)(مقارنة|مقابل|نمو|تغير|مقارنةً)/;

/** Reads words for chart types and shares, English and Arabic. */
export function chartWish(question: string): ChartWish {
  const text = question.toLowerCase();
  return {
    type: TYPE_WORDS.find(([, words]) => words.test(text))?.[0] ?? null,
    shares: SHARE_WORDS.test(text),
    compares: COMPARING_WORDS.test(text),
  };
}
