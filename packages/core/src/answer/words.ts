import type { Language } from '@majed-vanna/contract';
import type { CountedRows } from './count-rows.ts';

/** Fixed sentences of a run, by language of the question. */
export const WORDS = {
  en: {
    denied: 'This statement was not let through to the database.',
    capped: (count: string) => `The result was cut at ${count} rows, the most that one answer reads.`,
    uncounted: 'Further rows follow; they were not counted.',
  },
  ar: {
    denied: 'لم يُسمح بتمرير هذا الاستعلام إلى قاعدة البيانات.',
    capped: (count: string) => `اقتُصرت النتيجة على ${count} صف، وهو الحد الأقصى للإجابة الواحدة.`,
    uncounted: 'توجد صفوف أخرى لم يجر عدّها.',
  },
} as const satisfies Record<Language, unknown>;

/** What the table alone does not tell: that rows are missing. Null when all are there. */
export function remarkOn({ count, truncated }: CountedRows, maxRows: number, language: Language): string | null {
  if (count === null) return WORDS[language].uncounted;
  return truncated ? WORDS[language].capped(new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en').format(maxRows)) : null;
}
