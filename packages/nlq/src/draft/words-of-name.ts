import { ABBREVIATIONS } from './abbreviations.ts';
import { segment } from './vocabulary.ts';

/** `custId`, `CUST_NM`, `orderLines2` as lower-case words, nothing expanded. */
export function splitName(name: string, extraWords?: ReadonlySet<string>): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .flatMap((part) => segment(part.toLowerCase(), extraWords));
}

/** The same words with abbreviations written out. */
export function expandWords(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    // "no" is a word of its own in `no_show`; as a number it stands last or after the thing it numbers.
    if (word === 'no' && index === 0) return [word];
    return (ABBREVIATIONS.get(word) ?? word).split(' ');
  });
}

/** Names for a table or column, best first: written out, as it stands. */
export function namesOf(name: string, extraWords?: ReadonlySet<string>): string[] {
  const split = splitName(name, extraWords);
  return unique([expandWords(split).join(' '), split.join(' ')].filter(Boolean));
}

export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
