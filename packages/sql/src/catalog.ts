import type { DataPolicy } from '@majed-vanna/contract';
import { fold } from './fold.ts';

/** One readable table of the policy, with its names as the database spells them. */
export interface CatalogTable {
  readonly schema: string;
  readonly name: string;
  /** What may be selected, in order; masked ones included, hidden ones not. */
  readonly columns: readonly { readonly name: string; readonly masked: boolean }[];
  readonly hidden: ReadonlySet<string>;
  readonly rowFilter: string | null;
}

export interface Catalog {
  find(schema: string | null, table: string): CatalogTable | null;
  /** Whether a name, in whatever schema, is a table's: aliases and CTEs may not take it. */
  isTableName(name: string): boolean;
  readonly tableNames: readonly string[];
  /** Every name of the policy, as it is spelt. */
  readonly allNames: ReadonlySet<string>;
}

/** `takenNames` are further tables that exist: nobody learns more of them than that a name is taken. */
export function createCatalog(policy: DataPolicy, takenNames: readonly string[] = []): Catalog {
  const bySchema = new Map<string, Map<string, CatalogTable>>();
  const names = new Set(takenNames.map(fold));
  const allNames = new Set<string>();
  for (const [key, rules] of Object.entries(policy.tables)) {
    const { schema, name } = splitKey(key, policy.defaultSchema);
    const hidden = new Set(rules.hidden.map(fold));
    const masked = new Set(rules.masked.map(fold));
    const columns = rules.columns
      .filter((column) => !hidden.has(fold(column)))
      .map((column) => ({ name: column, masked: masked.has(fold(column)) }));
    const tables = bySchema.get(fold(schema)) ?? new Map<string, CatalogTable>();
    tables.set(fold(name), { schema, name, columns, hidden, rowFilter: rules.rowFilter });
    bySchema.set(fold(schema), tables);
    names.add(fold(name));
    for (const spelt of [schema, name, ...rules.columns, ...rules.hidden]) allNames.add(spelt);
  }
  return {
    find: (schema, table) => bySchema.get(fold(schema ?? policy.defaultSchema))?.get(fold(table)) ?? null,
    allNames,
    isTableName: (name) => names.has(fold(name)),
    tableNames: [...bySchema.values()].flatMap((tables) => [...tables.values()].map((table) => table.name)),
  };
}

/** Keys are `schema.table`; either part may hold a dot, so the default schema is tried before the first dot. */
function splitKey(key: string, defaultSchema: string): { schema: string; name: string } {
  if (key.startsWith(`${defaultSchema}.`)) return { schema: defaultSchema, name: key.slice(defaultSchema.length + 1) };
  const dot = key.indexOf('.');
  return dot === -1 ? { schema: defaultSchema, name: key } : { schema: key.slice(0, dot), name: key.slice(dot + 1) };
}
