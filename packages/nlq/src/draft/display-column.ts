import type { TableSnapshot } from '@majed-vanna/contract';
import { singular } from './draft-key.ts';
import type { NameReader } from './words-of-name.ts';

/** The column that names a row to a person: `name`, `customer_name`, `title`; null when none does. */
export function displayColumn(table: TableSnapshot, readName: NameReader): string | null {
  const own = singular(table.name, readName);
  const texts = table.columns
    .filter((column) => column.kind === 'text')
    .map((column) => ({ column: column.name, name: readName.column(column.name).join(' ') }));
  const wanted = [
    `${own} name`,
    'name',
    'full name',
    `${own} full name`,
    `${own} title`,
    'title',
    own,
    'label',
    `${own} label`,
    'display name',
  ];
  for (const name of wanted) {
    const found = texts.find((text) => text.name === name);
    if (found) return found.column;
  }
  const named = texts.filter(({ name }) => name.endsWith(' name') && !/\b(first|last|middle|user|file|nick)\b/.test(name));
  return named.length === 1 ? (named[0]?.column ?? null) : null;
}
