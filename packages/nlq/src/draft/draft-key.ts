import type { ColumnSnapshot, TableSnapshot } from '@majed-vanna/contract';
import pluralize from 'pluralize';
import type { ProfileOf } from './column-profile.ts';
import type { NameReader } from './words-of-name.ts';

/** Key columns of a table: as declared, or the one column whose name, or name and values, say it. */
export function draftKey(table: TableSnapshot, readName: NameReader, profileOf: ProfileOf): string[] {
  if (table.primaryKey.length > 0) return [...table.primaryKey];
  const own = singular(table.name, readName);
  const named = (wanted: readonly string[]) => table.columns.find((column) => wanted.includes(readName.column(column.name).join(' ')));
  const found =
    named(['id']) ??
    named(KEY_WORDS.map((word) => `${own} ${word}`)) ??
    table.columns.find((column) => column.name.toLowerCase() === `${initials(own)}id`) ??
    table.columns.slice(0, 1).find((column) => numbers(readName.column(column.name), own)) ??
    // Where no number identifies the rows, their name does.
    table.columns.find((column) => readName.column(column.name).join(' ') === `${own} name` && looksUnique(table, column, profileOf));
  return found ? [found.name] : [];
}

/** The words of a table's name, its last word in the singular. */
export function singular(tableName: string, readName: NameReader): string {
  const words = readName.table(tableName);
  return [...words.slice(0, -1), pluralize.singular(words.at(-1) ?? '')].join(' ');
}

/** As many values as rows, as far as the profile tells. */
function looksUnique(table: TableSnapshot, column: ColumnSnapshot, profileOf: ProfileOf): boolean {
  const profile = profileOf(table.schema, table.name, column.name);
  return table.rowEstimate !== null && table.rowEstimate > 0 && profile?.values?.length === table.rowEstimate;
}

/** The code of a customer numbers the rows of `crm_customer` too, where it stands first. */
function numbers(words: readonly string[], own: string): boolean {
  return words.length > 1 && KEY_WORDS.includes(words.at(-1) ?? '') && ` ${own}`.endsWith(` ${words.slice(0, -1).join(' ')}`);
}

const KEY_WORDS = ['id', 'key', 'code', 'number'];
const initials = (words: string) =>
  words
    .split(' ')
    .map((word) => word[0])
    .join('');
