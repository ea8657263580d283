import type { DataPolicy, SchemaSnapshot } from '@majed-vanna/contract';

/** The policy of whoever may read everything that introspection saw. */
export function policyFromSnapshot(snapshot: SchemaSnapshot): DataPolicy {
  const tables = snapshot.tables.map((table) => [
    `${table.schema}.${table.name}`,
    { columns: table.columns.map((column) => column.name), masked: [], hidden: [], rowFilter: null },
  ]);
  return { defaultSchema: snapshot.defaultSchema, tables: Object.fromEntries(tables) };
}
