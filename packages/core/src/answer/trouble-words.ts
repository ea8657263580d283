import type { Wording } from '@majed-vanna/contract';
import type { ModelTrouble } from '../agent/model-trouble.ts';

/** Also why it was not asked: a statement to be repaired may hold values that it may not see. */
export type ToldTrouble = ModelTrouble | 'values_hidden';

/** Why a model that is there did not answer, in a sentence. */
export const TROUBLE_WORDS: Readonly<Record<ToldTrouble, Wording>> = {
  unreachable: { en: 'The language model could not be reached.', ar: 'تعذّر الوصول إلى النموذج اللغوي.' },
  key_refused: {
    en: 'The language model refused its key; an administrator has to look into it.',
    ar: 'رفض النموذج اللغوي مفتاحه، وعلى مسؤول النظام مراجعته.',
  },
  request_refused: { en: 'The language model did not accept the request.', ar: 'لم يقبل النموذج اللغوي الطلب.' },
  too_long: {
    en: 'The question with its tables is longer than the language model reads.',
    ar: 'السؤال مع جداوله أطول مما يقرؤه النموذج اللغوي.',
  },
  busy: { en: 'The language model takes no more requests just now.', ar: 'لا يستقبل النموذج اللغوي طلبات أخرى الآن.' },
  server_error: { en: 'The language model’s server failed.', ar: 'تعطّل خادم النموذج اللغوي.' },
  too_slow: { en: 'The language model took too long.', ar: 'استغرق النموذج اللغوي وقتاً أطول من المسموح.' },
  cut_off: { en: 'The language model’s reply broke off.', ar: 'انقطع رد النموذج اللغوي قبل أن يكتمل.' },
  gave_up: { en: 'The language model found no statement that works.', ar: 'لم يصل النموذج اللغوي إلى استعلام يعمل.' },
  no_answer: { en: 'The language model gave no answer.', ar: 'لم يقدّم النموذج اللغوي إجابة.' },
  not_usable: { en: 'The language model could not be asked.', ar: 'تعذّر سؤال النموذج اللغوي.' },
  values_hidden: {
    en: 'The language model was not asked to repair the statement: it may hold values, and values of this source are not shown to it.',
    ar: 'لم يُطلب من النموذج اللغوي إصلاح الاستعلام، فقد يتضمن قيماً، وقيم هذا المصدر لا تُعرض عليه.',
  },
  quota_reached: { en: 'Today’s limit for the language model is reached.', ar: 'بلغ استخدام النموذج اللغوي حد اليوم.' },
  resting: {
    en: 'The language model failed repeatedly and is left alone for a moment.',
    ar: 'تعثّر النموذج اللغوي مراراً، فتُرك قليلاً ليستعيد عافيته.',
  },
};
