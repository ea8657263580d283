import type { SemanticEntryBody, Staleness } from '@majed-vanna/contract';
import { namedThings } from './named-things.ts';
import type { SchemaIndex } from './schema-index.ts';

/** Columns whose type changed after entries were written about them, by key in lower case. */
export type RetypedColumns = Readonly<Record<string, { readonly before: string; readonly after: string; readonly at: string }>>;

/** Why an entry does not fit the data as it is now; null when it does. */
export function stalenessOf(entry: SemanticEntryBody, updatedAt: Date, index: SchemaIndex, retyped: RetypedColumns): Staleness | null {
  const { tables, columns } = namedThings(entry);
  const goneTable = tables.find((table) => !index.table(table));
  if (goneTable !== undefined) return { reason: 'table_gone', subject: goneTable, detail: null };
  const goneColumn = columns.find((column) => !index.column(column));
  if (goneColumn !== undefined) return { reason: tableOfColumnIsGone(goneColumn, index), subject: goneColumn, detail: null };
  for (const column of columns) {
    const change = retyped[column.toLowerCase()];
    if (change && updatedAt.getTime() <= Date.parse(change.at))
      return { reason: 'type_changed', subject: column, detail: `${change.before} → ${change.after}` };
  }
  return null;
}

function tableOfColumnIsGone(column: string, index: SchemaIndex): 'table_gone' | 'column_gone' {
  return index.table(column.slice(0, column.lastIndexOf('.'))) ? 'column_gone' : 'table_gone';
}
