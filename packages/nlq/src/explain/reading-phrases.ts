import type { Language } from '@majed-vanna/contract';
import pluralize from 'pluralize';
import { withoutArticle } from '../arabic/frame-phrases.ts';
import type { AggregateFunction, CompareOperator, PeriodGrain } from '../plan.ts';

/** Phrases a reading is put back into, per language. */
export interface ReadingPhrases {
  readonly count: (what: string) => string;
  readonly countDistinct: (what: string) => string;
  readonly rows: string;
  readonly aggregates: Readonly<Record<AggregateFunction, (what: string) => string>>;
  /** A figure over things that have rows for it. */
  readonly ofThose: (what: string) => string;
  readonly share: (what: string) => string;
  /** `back` periods of the grain before: one year, or twelve months. */
  readonly earlier: (what: string, grain: PeriodGrain, back: number) => string;
  readonly running: (what: string) => string;
  readonly growth: (what: string) => string;
  readonly ratio: (left: string, right: string) => string;
  readonly grains: Readonly<Record<PeriodGrain, string>>;
  readonly per: string;
  readonly and: string;
  readonly or: string;
  readonly comma: string;
  readonly where: string;
  readonly of: string;
  readonly distinct: string;
  readonly operators: Readonly<Record<CompareOperator, string>>;
  readonly contains: Readonly<Record<'contains' | 'starts' | 'ends', string>>;
  readonly not: string;
  readonly oneOf: string;
  readonly between: (column: string, low: string, high: string) => string;
  readonly empty: (column: string, negated: boolean) => string;
  readonly from: (column: string, date: string) => string;
  readonly before: (column: string, date: string) => string;
  readonly during: (column: string, period: string) => string;
  readonly withAny: (what: string) => string;
  readonly withNone: (what: string) => string;
  readonly withCount: (operator: string, count: string, what: string) => string;
  readonly theOne: (what: string, by: string, descending: boolean) => string;
  readonly overall: (what: string) => string;
  readonly sorted: (by: string, descending: boolean) => string;
  readonly top: (count: number, by: string, descending: boolean, from?: number) => string;
  /** The first few of each: "the 3 with the highest sales of each region". */
  readonly topPer: (count: number, by: string, descending: boolean, group: string) => string;
  readonly first: (count: number) => string;
}

const EN: ReadingPhrases = {
  count: (what) => `number of ${what}`,
  countDistinct: (what) => `number of different ${pluralize(what)}`,
  rows: 'rows',
  aggregates: {
    sum: (what) => `total ${what}`,
    avg: (what) => `average ${what}`,
    median: (what) => `median ${what}`,
    min: (what) => `lowest ${what}`,
    max: (what) => `highest ${what}`,
  },
  ofThose: (what) => `the ${what} of those that have any`,
  share: (what) => `share of ${what}`,
  earlier: (what, grain, back) => `${what} ${back === 1 ? `the ${grain} before` : `${back} ${grain}s before`}`,
  running: (what) => `cumulative ${what}`,
  growth: (what) => `growth of ${what}`,
  ratio: (left, right) => `${left} per ${right}`,
  grains: { year: 'year', quarter: 'quarter', month: 'month', week: 'week', day: 'day', weekday: 'weekday', hour: 'hour' },
  per: ' per ',
  and: ' and ',
  or: ' or ',
  comma: ', ',
  where: ', where ',
  of: ' of ',
  distinct: 'different ',
  operators: { '=': 'is', '!=': 'is not', '<': 'is less than', '<=': 'is at most', '>': 'is more than', '>=': 'is at least' },
  contains: { contains: 'contains', starts: 'starts with', ends: 'ends with' },
  not: 'not ',
  oneOf: 'is one of',
  between: (column, low, high) => `${column} is between ${low} and ${high}`,
  empty: (column, negated) => `${column} is ${negated ? 'known' : 'not known'}`,
  from: (column, date) => `${column} from ${date}`,
  before: (column, date) => `${column} before ${date}`,
  // `ordered_on` in 2025 is said "ordered in 2025".
  during: (column, period) => `${column.replace(/ (on|at)$/, '')} in ${period}`,
  withAny: (what) => `with ${what}`,
  withNone: (what) => `without ${what}`,
  withCount: (operator, count, what) => `the number of ${what} ${operator} ${count}`,
  theOne: (what, by, descending) => `${what} with the ${descending ? 'highest' : 'lowest'} ${by}`,
  overall: (what) => `the overall ${what}`,
  sorted: (by, descending) => `, by ${by}, ${descending ? 'highest first' : 'lowest first'}`,
  top: (count, by, descending, from = 1) =>
    from > 1
      ? `, number ${from} by ${by}, ${descending ? 'highest first' : 'lowest first'}`
      : `, the ${count === 1 ? 'one' : count} with the ${descending ? 'highest' : 'lowest'} ${by}`,
  topPer: (count, by, descending, group) =>
    `, the ${count === 1 ? 'one' : count} with the ${descending ? 'highest' : 'lowest'} ${by} for each ${group}`,
  first: (count) => `, the first ${count}`,
};

const AR_BEFORE: Readonly<Record<PeriodGrain, string>> = {
  year: 'في السنة السابقة',
  quarter: 'في الربع السابق',
  month: 'في الشهر السابق',
  week: 'في الأسبوع السابق',
  day: 'في اليوم السابق',
  weekday: 'في اليوم السابق',
  hour: 'في الساعة السابقة',
};
/** After a number: three to ten take the plural, more the singular. */
const AR_MANY: Readonly<Record<PeriodGrain, string>> = {
  year: 'سنوات',
  quarter: 'أرباع',
  month: 'شهراً',
  week: 'أسابيع',
  day: 'أيام',
  weekday: 'أيام',
  hour: 'ساعات',
};

const AR: ReadingPhrases = {
  count: (what) => `عدد ${what}`,
  countDistinct: (what) => `عدد ${what} المختلفة`,
  rows: 'السجلات',
  aggregates: {
    sum: (what) => `إجمالي ${what}`,
    avg: (what) => `متوسط ${what}`,
    median: (what) => `وسيط ${what}`,
    min: (what) => `أدنى ${what}`,
    max: (what) => `أعلى ${what}`,
  },
  ofThose: (what) => `${what} لما له منها شيء`,
  share: (what) => `نسبة ${what} من الإجمالي`,
  earlier: (what, grain, back) => `${what} ${back === 1 ? AR_BEFORE[grain] : `قبل ${back} ${AR_MANY[grain]}`}`,
  running: (what) => `${what} (تراكمي)`,
  growth: (what) => `نمو ${what}`,
  ratio: (left, right) => `${left} لكل ${withoutArticle(right)}`,
  grains: { year: 'السنة', quarter: 'الربع', month: 'الشهر', week: 'الأسبوع', day: 'اليوم', weekday: 'يوم الأسبوع', hour: 'الساعة' },
  per: ' حسب ',
  and: ' و',
  or: ' أو ',
  comma: '، ',
  where: '، حيث ',
  of: ' من ',
  distinct: 'القيم المختلفة من ',
  operators: { '=': 'هو', '!=': 'ليس', '<': 'أقل من', '<=': 'لا يزيد على', '>': 'أكثر من', '>=': 'لا يقل عن' },
  contains: { contains: 'يحتوي على', starts: 'يبدأ بـ', ends: 'ينتهي بـ' },
  not: 'ليس ',
  oneOf: 'من بين',
  between: (column, low, high) => `${column} بين ${low} و${high}`,
  empty: (column, negated) => `${column} ${negated ? 'معروف' : 'غير معروف'}`,
  from: (column, date) => `${column} ابتداءً من ${date}`,
  before: (column, date) => `${column} قبل ${date}`,
  during: (column, period) => `${column} في ${period}`,
  withAny: (what) => `مع وجود ${what}`,
  withNone: (what) => `بدون ${what}`,
  withCount: (operator, count, what) => `عدد ${what} ${operator} ${count}`,
  theOne: (what, by, descending) => `${what} ذات ${descending ? 'أعلى' : 'أدنى'} ${by}`,
  overall: (what) => `${what} العام`,
  sorted: (by, descending) => `، مرتبة حسب ${by} ${descending ? 'من الأعلى' : 'من الأدنى'}`,
  top: (count, by, descending, from = 1) =>
    from > 1
      ? `، رقم ${from} حسب ${by} ${descending ? 'من الأعلى' : 'من الأدنى'}`
      : count === 1
        ? `، صاحب ${descending ? 'أعلى' : 'أدنى'} ${by}`
        : `، ${descending ? 'أعلى' : 'أدنى'} ${count} حسب ${by}`,
  topPer: (count, by, descending, group) =>
    `، ${count === 1 ? 'صاحب' : `أول ${count} من حيث`} ${descending ? 'أعلى' : 'أدنى'} ${by} لكل ${group}`,
  first: (count) => `، أول ${count}`,
};

export const READING_PHRASES: Readonly<Record<Language, ReadingPhrases>> = { en: EN, ar: AR };
