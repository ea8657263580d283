import type { DataPolicy } from '@majed-vanna/contract';
import type { SemanticColumn, SemanticMetric, SemanticModel, SemanticTable } from '@majed-vanna/nlq';

/** The semantic model as far as one actor may know of it. */
export interface VisibleModel {
  readonly dialect: SemanticModel['dialect'];
  readonly tables: readonly SemanticTable[];
  readonly metrics: readonly SemanticMetric[];
  readonly joins: SemanticModel['joins'];
}

/** What the policy does not let through is not described either; masked columns are marked. */
export function visibleModel(model: SemanticModel, policy: DataPolicy): VisibleModel {
  const tables = model.tables.flatMap((table) => {
    const readable = policy.tables[keyOf(table)];
    if (!readable) return [];
    const hidden = new Set(readable.hidden);
    const [shown, masked] = [new Set([...readable.columns, ...readable.masked]), new Set(readable.masked)];
    const columns = table.columns
      .filter(({ name }) => shown.has(name) && !hidden.has(name))
      .map((column): SemanticColumn => (masked.has(column.name) ? { ...column, masked: true } : column));
    return columns.length > 0 ? [{ ...table, columns }] : [];
  });
  const usable = new Map(
    tables.map((table) => [keyOf(table), new Set(table.columns.filter(({ masked }) => !masked).map(({ name }) => name))]),
  );
  const all = (table: string, columns: readonly string[]) => columns.every((column) => usable.get(table)?.has(column) ?? false);
  return {
    dialect: model.dialect,
    tables,
    metrics: model.metrics.filter(
      ({ table, expression, filter }) => usable.has(table) && all(table, columnsIn(`${expression} ${filter ?? ''}`)),
    ),
    joins: model.joins.filter(({ from, to }) => all(from.table, from.columns) && all(to.table, to.columns)),
  };
}

export function keyOf({ schema, name }: Pick<SemanticTable, 'schema' | 'name'>): string {
  return `${schema}.${name}`;
}

function columnsIn(expression: string): string[] {
  return [...expression.matchAll(/\{([^}]+)\}/g)].flatMap(([, column]) => (column === undefined ? [] : [column]));
}
