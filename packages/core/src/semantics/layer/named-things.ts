import type { SemanticEntryBody } from '@majed-vanna/contract';

/** What of a schema an entry names: `schema.table` and `schema.table.column`, as written. */
export interface NamedThings {
  readonly tables: readonly string[];
  readonly columns: readonly string[];
}

export function namedThings(entry: SemanticEntryBody): NamedThings {
  switch (entry.kind) {
    case 'table': {
      const { displayColumn } = entry.body;
      return { tables: [entry.key], columns: displayColumn ? [`${entry.key}.${displayColumn}`] : [] };
    }
    case 'column':
      return { tables: [], columns: [entry.key] };
    case 'metric': {
      const { table, expression, filter, dateColumn } = entry.body;
      const columns = [...placeholders(expression), ...placeholders(filter ?? '')];
      const date = dateColumn === null ? [] : [dateColumn.includes('.') ? dateColumn : `${table}.${dateColumn}`];
      return { tables: [table], columns: [...columns.map((column) => `${table}.${column}`), ...date] };
    }
    case 'dimension': {
      const { table, expression } = entry.body;
      return { tables: [table], columns: placeholders(expression).map((column) => `${table}.${column}`) };
    }
    case 'join': {
      const ends = [entry.body.from, entry.body.to];
      return {
        tables: ends.map(({ table }) => table),
        columns: ends.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
      };
    }
    case 'glossary': {
      const { condition } = entry.body;
      if (!condition) return { tables: [], columns: [] };
      return { tables: [condition.table], columns: placeholders(condition.filter).map((column) => `${condition.table}.${column}`) };
    }
  }
}

/** Columns marked in an expression: `SUM({net_amount})` has `net_amount`. */
export function placeholders(expression: string): string[] {
  return [...new Set(Array.from(expression.matchAll(/\{([^{}]*)\}/g), ([, name = '']) => name.trim()))];
}

/** Tables under which an entry is shown, in lower case; of a column that is gone, the table that its key speaks of. */
export function tablesOf(entry: Pick<SemanticEntryBody, 'kind' | 'key'>, body: SemanticEntryBody['body'] | null): string[] {
  if (entry.kind === 'table') return [entry.key.toLowerCase()];
  if (entry.kind === 'column') return [entry.key.slice(0, entry.key.lastIndexOf('.')).toLowerCase()];
  if (body === null) return [];
  // Kind and body belong together: both were read by the schema of the kind.
  return [...new Set(namedThings({ ...entry, body } as SemanticEntryBody).tables.map((table) => table.toLowerCase()))];
}
