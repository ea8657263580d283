import type { ColumnSnapshot, SchemaSnapshot, TableSnapshot } from '@majed-vanna/contract';

/** Tables and columns by the keys of the semantic layer; upper and lower case are alike. */
export interface SchemaIndex {
  table(key: string): TableSnapshot | undefined;
  column(key: string): FoundColumn | undefined;
}

export interface FoundColumn {
  /** As the database spells it. */
  readonly key: string;
  readonly table: TableSnapshot;
  readonly column: ColumnSnapshot;
}

export const tableKey = ({ schema, name }: Pick<TableSnapshot, 'schema' | 'name'>): string => `${schema}.${name}`;

export function indexSchema({ tables }: SchemaSnapshot): SchemaIndex {
  const byTable = new Map(tables.map((table) => [tableKey(table).toLowerCase(), table]));
  const byColumn = new Map<string, FoundColumn>();
  for (const table of tables)
    for (const column of table.columns) {
      const key = `${tableKey(table)}.${column.name}`;
      byColumn.set(key.toLowerCase(), { key, table, column });
    }
  return { table: (key) => byTable.get(key.toLowerCase()), column: (key) => byColumn.get(key.toLowerCase()) };
}
