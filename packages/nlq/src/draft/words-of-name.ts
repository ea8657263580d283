import type { SchemaSnapshot } from '@majed-vanna/contract';
import { ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import { segment } from './vocabulary.ts';

/** Reads names as lower-case words, abbreviations written out. */
export interface NameReader {
  column(name: string): string[];
  /** Without words such as `tbl` or `dim`, and without one that all tables begin with. */
  table(name: string): string[];
}

/** Reads names with the help of the words that other names of the same schema are made of. */
export function createNameReader(snapshot: SchemaSnapshot): NameReader {
  const tables = snapshot.tables.map((table) => table.name);
  const names = [...tables, ...snapshot.tables.flatMap((table) => table.columns.map((column) => column.name))];
  const cut = names.filter((name) => /[_\s]|\p{Ll}\p{Lu}/u.test(name)).flatMap((name) => splitName(name));
  const whole = tables.map((name) => name.toLowerCase()).flatMap((name) => [name, name.replace(/s$/, '')]);
  const words = new Set([...cut, ...whole].filter((word) => word.length > 3));
  const prefix = sharedPrefix(tables.map((name) => splitName(name, words)));
  return {
    column: (name) => expandWords(splitName(name, words)),
    table: (name) => expandWords(withoutPrefix(splitName(name, words), prefix)),
  };
}

/** `custId`, `CUST_NM`, `orderLines2` as lower-case words, nothing written out. */
export function splitName(name: string, extraWords?: ReadonlySet<string>): string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .flatMap((part) => segment(part.toLowerCase(), extraWords));
}

function expandWords(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    // "no" is a word of its own in `no_show`; as a number it stands last or after the thing it numbers.
    if (word === 'no' && index === 0) return [word];
    // A region has no date and no number.
    if (word === 'reg' && OF_REGISTRATION.has(words[index + 1] ?? '')) return ['registration'];
    return (ABBREVIATIONS[word] ?? word).split(' ');
  });
}

const OF_REGISTRATION = new Set(['dt', 'date', 'no', 'nbr', 'num', 'number', 'yr', 'year']);

function withoutPrefix(words: readonly string[], prefix: string | null): string[] {
  const first = words.findIndex((word) => !TECHNICAL.has(word) && word !== prefix);
  return first < 0 ? [...words] : words.slice(first);
}

function sharedPrefix(names: readonly string[][]): string | null {
  const first = names[0]?.[0];
  return names.length > 2 && first !== undefined && names.every((words) => words[0] === first && words.length > 1) ? first : null;
}

const TECHNICAL = new Set(['tbl', 'table', 'dim', 'dimension', 'fact', 'fct', 'stg', 'vw', 'view', 't', 'v']);
