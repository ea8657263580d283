import { readArabicNumber } from './arabic/arabic-numbers.ts';
import { isArabic, unifyDigits, unifyLetters } from './arabic/letters.ts';
import { readNumber } from './numbers.ts';

/** A number that a text says in words, or in digits and words: "seven million", "48.2 million", "سبعة ملايين". */
export interface SpokenNumber {
  readonly value: number;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

const WORD = /\d+(?:[.,٫٬]\d+)*|[\p{L}\p{M}]+/gu;
/** "In the hundred" is how Arabic says percent. */
const PERCENT = /(?:في\s+|ب)الم(?:ئ|ائ|ي)ة/g;

/** The numbers of a text that are not written in digits alone; "one" is mostly no number. */
export function spokenNumbers(text: string): SpokenNumber[] {
  // One sign for one sign, so that places stay.
  const plain = unifyDigits(text).replace(PERCENT, (percent) => ' '.repeat(percent.length));
  const words = [...plain.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
  const english = words.map(({ word }) => {
    const value = /^\d/.test(word) ? Number(word.replace(/[,٬]/g, '')) : null;
    return { kind: value === null ? ('word' as const) : ('number' as const), norm: word.toLowerCase(), value };
  });
  const arabic = words.map(({ word }) => unifyLetters(word).replaceAll('٫', '.').replace(/[,٬]/g, ''));
  const found: SpokenNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const says = english[at]?.value === null ? at : at + 1;
    const read = isArabic(arabic[says] ?? '') ? readArabicNumber(arabic, at) : readNumber(english, at);
    const [first, last] = [words[at], words[at + (read?.length ?? 1) - 1]];
    const inDigits = read?.length === 1 && english[at]?.value !== null;
    if (read !== null && first && last && !inDigits && read.value !== 1)
      found.push({ value: read.value, start: first.start, end: last.end });
    at += read?.length ?? 1;
  }
  return found;
}
