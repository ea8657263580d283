import type { TableSnapshot } from '@majed-vanna/contract';
import pluralize from 'pluralize';
import { expandWords, splitName } from './words-of-name.ts';

/** Key columns of a table: as declared, or the one column whose name says it. */
export function draftKey(table: TableSnapshot): string[] {
  if (table.primaryKey.length > 0) return [...table.primaryKey];
  const own = singular(table.name);
  const found = table.columns.find((column) => {
    const name = expandWords(splitName(column.name)).join(' ');
    return name === 'id' || KEY_WORDS.some((word) => name === `${own} ${word}`);
  });
  return found ? [found.name] : [];
}

/** The words of a table's name, its last word in the singular. */
export function singular(tableName: string): string {
  const words = expandWords(splitName(tableName));
  return [...words.slice(0, -1), pluralize.singular(words.at(-1) ?? '')].join(' ');
}

const KEY_WORDS = ['id', 'key', 'code', 'number'];
