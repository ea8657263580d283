const FORMS: readonly (readonly [RegExp, string])[] = [
  // Diacritics, superscript alef, Koranic marks, tatweel.
  [/[\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g, ''],
  [/[أإآٱ]/g, 'ا'],
  [/[ىی]/g, 'ي'],
  [/ة/g, 'ه'],
  [/ؤ/g, 'و'],
  [/ئ/g, 'ي'],
  [/ک/g, 'ك'],
];

/** One spelling for letters that writers mix: alef, ya, ta marbuta, hamza seats; diacritics and stretching gone. */
export function unifyLetters(text: string): string {
  return FORMS.reduce((word, [form, letter]) => word.replace(form, letter), text);
}

/** Arabic-Indic and Persian digits as ASCII ones; the text keeps its length. */
export function unifyDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

export const isArabic = (word: string) => /\p{Script=Arabic}/u.test(word);
