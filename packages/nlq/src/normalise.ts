import type { Language } from '@majed-vanna/contract';
import type { KindOf } from './arabic/kind-of-name.ts';
import { unifyDigits } from './arabic/letters.ts';
import { readArabic } from './arabic/read-arabic.ts';
import { joinNumberWords } from './numbers.ts';
import { withNothing } from './parse/nothing.ts';
import type { Token } from './parse/token.ts';
import { tokenise } from './parse/tokenise.ts';

export interface NormaliseOptions {
  /** Does a word name something of the data? Decides whether a leading letter of an Arabic word is "and" or part of the word. */
  readonly knows?: (word: string) => boolean;
  /** Is a phrase a value of the data, word for word? Such words are not read as words of the question. */
  readonly isValue?: (phrase: string) => boolean;
  /** What words of the data name. */
  readonly kindOf?: KindOf;
}

export interface NormalisedQuestion {
  readonly language: Language;
  /**
   * Arabic words of the question's frame ("how many", "per", "more than") stand here as their English counterparts, so that one
   * grammar reads both languages; counterparts of one phrase share its place. Words that name data stay Arabic.
   */
  readonly tokens: readonly Token[];
}

/** A question as tokens of one grammar, whatever its language. */
export function normalise(
  question: string,
  { knows = () => false, isValue = () => false, kindOf = () => null }: NormaliseOptions = {},
): NormalisedQuestion {
  const language = languageOf(question);
  // One sign for one sign, so that places stay those of the text as typed.
  const tokens = tokenise(unifyDigits(question).replaceAll('؟', '?').replaceAll('،', ',').replaceAll('؛', ';').replaceAll('٫', '.'));
  return { language, tokens: joinNumberWords(language === 'ar' ? readArabic(tokens, { knows, isValue, kindOf }) : withNothing(tokens)) };
}

/** The language of a text: Arabic when it begins in Arabic letters or holds mostly such. */
export function languageOf(text: string): Language {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic > latin || (arabic > 0 && /^[^\p{L}]*\p{Script=Arabic}/u.test(text)) ? 'ar' : 'en';
}
