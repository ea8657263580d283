import type { ColumnKind, DataPolicy, SchemaSnapshot } from '@majed-vanna/contract';

/** A statement that did not run, with what its author may read: nothing else is ever put into a rewrite. */
export interface FailedStatement {
  readonly sql: string;
  readonly tables: readonly ReadableTable[];
}

export interface ReadableTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
}

/** What a message names, by the groups of its row in the table. */
export interface Complaint {
  readonly name?: string;
  readonly qualifier?: string;
  readonly signature?: string;
}

/** Tables and columns that the policy lets its owner use in any place; masked ones may only be listed. */
export function readableTables(snapshot: Pick<SchemaSnapshot, 'tables'>, policy: DataPolicy): ReadableTable[] {
  return snapshot.tables.flatMap(({ schema, name, columns }) => {
    const allowed = policy.tables[`${schema}.${name}`];
    if (!allowed) return [];
    const usable = columns.filter((column) => allowed.columns.includes(column.name) && !allowed.masked.includes(column.name));
    return [{ schema, name, columns: usable.map((column) => ({ name: column.name, kind: column.kind })) }];
  });
}
