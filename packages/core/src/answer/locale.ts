import type { Language } from '@majed-vanna/contract';

/** How figures and dates are written: Latin digits in both; British order in English, which is day, month, year. */
export const LOCALE = { en: 'en-GB', ar: 'ar-u-nu-latn' } as const satisfies Record<Language, string>;
