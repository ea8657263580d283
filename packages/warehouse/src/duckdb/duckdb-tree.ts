import type { DuckDbCatalog } from './duckdb-reading.ts';

export interface StatementReads {
  readonly tables: { schema: string; table: string }[];
  readonly functions: string[];
  /** SHOW, DESCRIBE, SUMMARIZE: DuckDB calls them queries, but they read its catalogue. */
  readonly showsCatalog: boolean;
}

interface Scope {
  readonly names: ReadonlySet<string>;
}

/** Names DuckDB's parser gives to what a person writes otherwise. */
const FUNCTION_NAMES: Readonly<Record<string, string>> = { count_star: 'count' };

type Node = Readonly<Record<string, unknown>>;

/** Base tables and functions of a tree that `json_serialize_sql` wrote, wherever they stand. */
export function collectReads(statements: readonly unknown[], catalog: DuckDbCatalog): StatementReads {
  const tables = new Map<string, { schema: string; table: string }>();
  const functions = new Set<string>();
  let showsCatalog = false;
  visit(statements, { names: new Set() });
  return { tables: [...tables.values()], functions: [...functions].sort(), showsCatalog };

  function visit(value: unknown, scope: Scope): void {
    if (Array.isArray(value)) for (const item of value) visit(item, scope);
    else if (isNode(value)) visitNode(value, scope);
  }

  function visitNode(node: Node, outer: Scope): void {
    if (node.type === 'BASE_TABLE') addTable(node, outer);
    if (node.type === 'SHOW_REF') showsCatalog = true;
    // Operators such as `+` are functions to DuckDB.
    if (typeof node.function_name === 'string' && node.is_operator !== true)
      functions.add(FUNCTION_NAMES[node.function_name.toLowerCase()] ?? node.function_name.toLowerCase());
    const scope = isNode(node.cte_map) ? visitCtes(node.cte_map, outer) : outer;
    for (const [key, value] of Object.entries(node)) if (key !== 'cte_map') visit(value, scope);
  }

  /** Each name is known to the expressions after it, and to itself only when it is recursive. */
  function visitCtes(cteMap: Node, outer: Scope): Scope {
    let scope = outer;
    for (const entry of Array.isArray(cteMap.map) ? cteMap.map : []) {
      if (!isNode(entry)) continue;
      const extended = { names: new Set([...scope.names, String(entry.key).toLowerCase()]) };
      visit(entry.value, isRecursive(entry) ? extended : scope);
      scope = extended;
    }
    return scope;
  }

  function addTable(node: Node, scope: Scope): void {
    const catalogName = String(node.catalog_name ?? '');
    const schemaName = String(node.schema_name ?? '');
    const table = String(node.table_name ?? '');
    if (catalogName === '' && schemaName === '' && scope.names.has(table.toLowerCase())) return;
    const name = resolve(catalogName, schemaName, table);
    tables.set(`${name.schema}.${name.table}`, name);
  }

  /** As DuckDB does: `a.b` is schema a, or else database a; names are compared without regard to case. */
  function resolve(catalogName: string, schemaName: string, table: string): { schema: string; table: string } {
    const ownDatabase = catalogName === '' || catalogName.toLowerCase() === catalog.database.toLowerCase();
    if (!ownDatabase) return { schema: `${catalogName}.${schemaName}`, table };
    const isDatabaseName =
      catalogName === '' && schemaName.toLowerCase() === catalog.database.toLowerCase() && !catalog.schemas.has(schemaName.toLowerCase());
    const schema = schemaName === '' || isDatabaseName ? 'main' : schemaName;
    return catalog.tables.get(`${schema}.${table}`.toLowerCase()) ?? { schema, table };
  }
}

function isRecursive(entry: Node): boolean {
  const value = entry.value;
  const query = isNode(value) ? value.query : undefined;
  const node = isNode(query) ? query.node : undefined;
  return isNode(node) && node.type === 'RECURSIVE_CTE_NODE';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
