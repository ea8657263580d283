import type { Language } from '@majed-vanna/contract';
import type { CountedRows } from './count-rows.ts';

/** Fixed sentences of a run, by language of the question. */
export const WORDS = {
  en: {
    denied: 'This statement was not let through to the database.',
    capped: (count: string) => `The result was cut at ${count} rows, the most that one answer reads.`,
    uncounted: 'Further rows follow; they were not counted.',
    modelFailed: 'The language model gave no answer; the built-in engine answered.',
    drawn: (count: string) => `The chart shows the first ${count} rows.`,
  },
  ar: {
    denied: 'لم يُسمح بتمرير هذا الاستعلام إلى قاعدة البيانات.',
    capped: (count: string) => `اقتُصرت النتيجة على ${count} صف، وهو الحد الأقصى للإجابة الواحدة.`,
    uncounted: 'توجد صفوف أخرى لم يجر عدّها.',
    modelFailed: 'لم يقدّم النموذج اللغوي إجابة، فأجاب المحرك المدمج.',
    drawn: (count: string) => `يعرض الرسم أول ${count} صف.`,
  },
} as const satisfies Record<Language, unknown>;

interface Shown extends CountedRows {
  /** Rows that the chart is drawn of, when they are not all. */
  readonly drawn: number | null;
}

/** What table and chart alone do not tell: that rows are missing. Null when all are there. */
export function remarkOn({ count, truncated, drawn }: Shown, maxRows: number, language: Language): string | null {
  const words = WORDS[language];
  const write = (rows: number) => new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en').format(rows);
  const remarks = [
    ...(count === null ? [words.uncounted] : truncated ? [words.capped(write(maxRows))] : []),
    ...(drawn === null ? [] : [words.drawn(write(drawn))]),
  ];
  return remarks.length > 0 ? remarks.join(' ') : null;
}
