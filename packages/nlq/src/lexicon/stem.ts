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

const ENDINGS = [
  'ation',
  'ition',
  'ment',
  'ance',
  'ence',
  'tion',
  'sion',
  'ion',
  'ing',
  'our',
  'or',
  'er',
  'ed',
  'al',
  'ee',
  'at',
  'e',
  't',
];
const IRREGULAR: Readonly<Record<string, string>> = {
  written: 'writ',
  wrote: 'writ',
  writer: 'writ',
  taught: 'teach',
  sold: 'sell',
  bought: 'buy',
  won: 'win',
  winner: 'win',
  born: 'birth',
  flew: 'fli',
  flown: 'fli',
  spoken: 'speak',
  built: 'build',
  held: 'hold',
  made: 'make',
  paid: 'pay',
  spent: 'spend',
  led: 'lead',
  grown: 'grow',
  driven: 'drive',
  sung: 'sing',
  weigh: 'weight',
};

/** What related words share: "director", "directed" and "direction". */
export function rootOf(stem: string): string {
  const known = IRREGULAR[stem];
  if (known !== undefined) return known;
  for (const end of ENDINGS) if (stem.endsWith(end) && stem.length - end.length >= 4) return rootOf(stem.slice(0, -end.length));
  return stem;
}
