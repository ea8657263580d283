import { AppError, because, type Language, MAX_QUESTION_LENGTH } from '@majed-vanna/contract';

const TITLE_LENGTH = 80;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * The question as it is asked and stored: one line, without control characters or any that turn the direction of what follows.
 * @throws AppError `invalid_input` when nothing is left, `too_large` when too much is
 */
export function cleanQuestion(text: string): string {
  if (text.length > MAX_QUESTION_LENGTH) {
    throw AppError.because('too_large', because('question_too_long', { length: text.length, most: MAX_QUESTION_LENGTH }));
  }
  // Joiners and direction marks stay: Arabic and names need some of them. Overrides would show other words than are kept.
  const question = text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(question)) throw AppError.because('invalid_input', because('question_empty'));
  return question;
}

/** Arabic when it holds a word of Arabic script. */
export function languageOf(text: string): Language {
  return ARABIC.test(text) ? 'ar' : 'en';
}

/** What a conversation is called until somebody renames it. */
export function titleOf(question: string): string {
  const characters = Array.from(question.replace(/[?؟.!\s]+$/u, ''));
  const title =
    characters.length <= TITLE_LENGTH
      ? characters.join('')
      : `${characters
          .slice(0, TITLE_LENGTH - 1)
          .join('')
          .trimEnd()}…`;
  return title.charAt(0).toLocaleUpperCase() + title.slice(1);
}
