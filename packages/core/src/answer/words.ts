import type { Language } from '@majed-vanna/contract';
import type { CountedRows } from './count-rows.ts';
import { LOCALE } from './locale.ts';
import { type ToldTrouble, TROUBLE_WORDS } from './trouble-words.ts';

/** Fixed sentences of a run, by language of the question. */
export const WORDS = {
  en: {
    cannotGoOn:
      'The built-in engine cannot go on from the answer before: that one was not its own, or its data changed since. Please ask the whole question.',
    cannotChangeSo: 'The answer before cannot be changed like this. Please ask the whole question.',
    nothingBefore: 'Nothing was answered yet that these words could go on from. Please ask the whole question.',
    considering: ', considering ',
    didYouMean: 'More than one confirmed question fits. Which one do you mean?',
    denied: 'This statement was not let through to the database.',
    capped: (count: string) => `The result was cut at ${count} rows, the most that one answer reads.`,
    uncounted: 'Further rows follow; they were not counted.',
    modelDeclined: 'The language model found no answer in this data.',
    modelRefused: 'The language model declined to answer this question.',
    answeredInstead: 'So the built-in engine answered.',
    drawn: (count: string) => `The chart shows the first ${count} rows.`,
  },
  ar: {
    cannotGoOn: 'لا يستطيع المحرك المدمج أن يكمل من الإجابة السابقة: فهي ليست إجابته، أو تغيّرت بياناتها بعدها. اكتب السؤال كاملاً من فضلك.',
    cannotChangeSo: 'لا يمكن تعديل الإجابة السابقة بهذه الصورة. اكتب السؤال كاملاً من فضلك.',
    nothingBefore: 'لا توجد إجابة سابقة يمكن أن تكملها هذه الكلمات. اكتب السؤال كاملاً من فضلك.',
    considering: '، مع مراعاة ',
    didYouMean: 'ينطبق أكثر من سؤال معتمد. أيّها تقصد؟',
    denied: 'لم يُسمح بتمرير هذا الاستعلام إلى قاعدة البيانات.',
    capped: (count: string) => `اقتُصرت النتيجة على ${count} صف، وهو الحد الأقصى للإجابة الواحدة.`,
    uncounted: 'توجد صفوف أخرى لم يجر عدّها.',
    modelDeclined: 'لم يجد النموذج اللغوي إجابة في هذه البيانات.',
    modelRefused: 'امتنع النموذج اللغوي عن الإجابة عن هذا السؤال.',
    answeredInstead: 'لذلك أجاب المحرك المدمج.',
    drawn: (count: string) => `يعرض الرسم أول ${count} صف.`,
  },
} as const satisfies Record<Language, unknown>;

/** Why a model that is there did not answer; as fine as the receipt tells it. */
export function troubleWords(trouble: ToldTrouble, language: Language): string {
  return TROUBLE_WORDS[trouble][language];
}

interface Shown extends CountedRows {
  /** Rows that the chart is drawn of, when they are not all. */
  readonly drawn: number | null;
}

/** What table and chart alone do not tell: that rows are missing. Null when all are there. */
export function remarkOn({ count, truncated, drawn }: Shown, maxRows: number, language: Language): string | null {
  const words = WORDS[language];
  const write = (rows: number) => new Intl.NumberFormat(LOCALE[language]).format(rows);
  const remarks = [
    ...(count === null ? [words.uncounted] : truncated ? [words.capped(write(maxRows))] : []),
    ...(drawn === null ? [] : [words.drawn(write(drawn))]),
  ];
  return remarks.length > 0 ? remarks.join(' ') : null;
}
