import type { DataPolicy, Dialect } from '@majed-vanna/contract';

interface PolicyTable {
  readonly columns: readonly string[];
  readonly rls?: string;
  readonly masked?: readonly string[];
  readonly hidden?: readonly string[];
}

/** A policy as corpora write it: tables by `schema.table`, and the tables that exist and may not be read. */
export interface PolicyFile {
  readonly defaultSchema: Readonly<Partial<Record<Dialect, string>>>;
  readonly tables: Readonly<Record<string, PolicyTable>>;
  readonly existing_but_forbidden: readonly string[];
}

/** @throws Error when it is not JSON, or holds no tables */
export function readPolicyFile(text: string): PolicyFile {
  const file: Partial<PolicyFile> = JSON.parse(text);
  if (!file.tables) throw new Error('the policy file has no "tables"');
  return { defaultSchema: file.defaultSchema ?? {}, tables: file.tables, existing_but_forbidden: file.existing_but_forbidden ?? [] };
}

/** The file's policy for one database. */
export function policyFor(file: PolicyFile, dialect: Dialect): DataPolicy {
  const tables = Object.entries(file.tables).map(([key, table]) => [
    tableKey(key, dialect),
    { columns: [...table.columns], masked: [...(table.masked ?? [])], hidden: [...(table.hidden ?? [])], rowFilter: table.rls ?? null },
  ]);
  return { defaultSchema: file.defaultSchema[dialect] ?? 'main', tables: Object.fromEntries(tables) };
}

/** Tables that exist and may not be read, without patterns and without the databases' own. */
export function forbiddenTables(file: PolicyFile, dialect: Dialect): string[] {
  return file.existing_but_forbidden.filter((name) => /^[a-z_]+\.[a-z_]+$/i.test(name)).map((name) => tableKey(name, dialect));
}

/** A SQLite file has one schema, `main`, whatever the policy calls it. */
function tableKey(key: string, dialect: Dialect): string {
  return dialect === 'sqlite' ? `main.${key.slice(key.indexOf('.') + 1)}` : key;
}
