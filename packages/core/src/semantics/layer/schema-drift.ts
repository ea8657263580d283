import type { SchemaDrift, SchemaSnapshot } from '@majed-vanna/contract';
import { indexSchema, tableKey } from './schema-index.ts';
import type { RetypedColumns } from './staleness.ts';

/** What is another in a schema than it was. */
export function driftBetween(before: SchemaSnapshot, after: SchemaSnapshot): Omit<SchemaDrift, 'stale'> {
  const [then, now] = [indexSchema(before), indexSchema(after)];
  const addedTables = after.tables.map(tableKey).filter((key) => !then.table(key));
  const removedTables = before.tables.map(tableKey).filter((key) => !now.table(key));
  const columnsOf = ({ tables }: SchemaSnapshot) =>
    tables.flatMap((table) =>
      table.columns.map((column) => ({ table: tableKey(table), key: `${tableKey(table)}.${column.name}`, column })),
    );
  const [old, fresh] = [columnsOf(before), columnsOf(after)];
  const addedColumns = fresh.filter(({ table, key }) => then.table(table) && !then.column(key)).map(({ key }) => key);
  const removedColumns = old.filter(({ table, key }) => now.table(table) && !now.column(key)).map(({ key }) => key);
  const retyped = old.flatMap(({ key, column }) => {
    const found = now.column(key)?.column;
    return found && found.kind !== column.kind ? [{ column: key, before: column.nativeType, after: found.nativeType }] : [];
  });
  const changed = [addedTables, removedTables, addedColumns, removedColumns, retyped].some((list) => list.length > 0);
  return { changed, addedTables, removedTables, addedColumns, removedColumns, retyped };
}

/** The columns of another type, with those of this time; one that is of its first type again is none any more. */
export function mergeRetyped(known: RetypedColumns, { retyped }: Pick<SchemaDrift, 'retyped'>, at: Date): RetypedColumns {
  const merged = { ...known };
  for (const { column, before, after } of retyped) {
    const key = column.toLowerCase();
    const first = known[key]?.before ?? before;
    if (first === after) delete merged[key];
    else merged[key] = { before: first, after, at: at.toISOString() };
  }
  return merged;
}
