import pluralize from 'pluralize';
import { isArabic, unifyLetters } from '../arabic/letters.ts';
import { withoutPrefix } from '../arabic/stem.ts';
import { splitIdentifier } from './names.ts';
import type { PreparedModel } from './prepared-model.ts';
import { stemOf } from './stem.ts';

/** A shorter word with a slip in it is more often another word. */
const SHORTEST = 5;
/** With a letter more or less, a short word becomes another: "coasts" are no "costs". */
const SHORTEST_BUT_FOR_ONE = 6;

/**
 * Finds the stem of the one known word that becomes the given one when two letters change places, or one is left out or put in; null
 * when there is none, or several.
 */
export function createSlips(prepared: PreparedModel): (word: string) => string | null {
  const known = new Map(wordsOf(prepared).map((word) => [bare(word), stemOf(word)]));
  return (word) => {
    if (word.length < SHORTEST) return null;
    const said = bare(word);
    const noun = said !== word;
    const meant = new Set([...known].flatMap(([right, stem]) => (isSlip(said, right) || (noun && lacksAlef(said, right)) ? [stem] : [])));
    const [stem, ...others] = meant;
    return stem === undefined || others.length > 0 ? null : stem;
  };
}

function wordsOf({ tables, model }: PreparedModel): string[] {
  const names = tables.flatMap((table) => [...table.names, ...table.columns.flatMap((column) => column.names)]);
  const figures = model.metrics.flatMap(({ name, words }) => [...splitIdentifier(name), ...(words.en ?? []), ...(words.ar ?? [])]);
  return [...names.flatMap(({ words }) => words), ...figures.flatMap((name) => unifyLetters(name.toLowerCase()).split(/\s+/))].filter(
    (word) => /^[a-z]+$/.test(word) || isArabic(word),
  );
}

function bare(word: string): string {
  return /^[a-z]+$/.test(word) ? pluralize.singular(word) : withoutPrefix(word);
}

/** «المبيعت». Other Arabic words that are one letter apart are too often words of their own: «عملات», «عمليات». */
function lacksAlef(said: string, right: string): boolean {
  return isArabic(right) && right.endsWith('ات') && `${right.slice(0, -2)}ت` === said;
}

/** Whether `said` is `right` with two letters in each other's place, or, in English, with one letter more or less. */
export function isSlip(said: string, right: string): boolean {
  const longer = said.length - right.length;
  if (said[0] !== right[0] || Math.abs(longer) > 1) return false;
  const at = [...right].findIndex((letter, index) => letter !== said[index]);
  const first = at < 0 ? right.length : at;
  if (longer === 0) {
    const swapped = said[first] === right[first + 1] && said[first + 1] === right[first];
    return right.length >= SHORTEST - 1 && swapped && said.slice(first + 2) === right.slice(first + 2);
  }
  if (isArabic(right) || right.length < SHORTEST_BUT_FOR_ONE) return false;
  return longer === 1 ? said.slice(first + 1) === right.slice(first) : said.slice(first) === right.slice(first + 1);
}
