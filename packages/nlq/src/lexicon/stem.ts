/// <reference path="./porter2.d.ts" />
import pluralize from 'pluralize';
import porter2 from 'wink-porter2-stemmer';
import { isArabic } from '../arabic/letters.ts';
import { stemArabic } from '../arabic/stem.ts';

const cache = new Map<string, string>();
const CACHE_LIMIT = 50_000;

/** The form under which words of a question and words of a schema meet; English and Arabic. */
export function stemOf(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]{3,}$/.test(word) ? porter2(pluralize.singular(word)) : isArabic(word) ? stemArabic(word) : word;
  if (cache.size > CACHE_LIMIT) cache.clear();
  cache.set(word, stem);
  return stem;
}
