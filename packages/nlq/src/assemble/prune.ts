import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanJoin, QueryPlan } from '../plan.ts';

/**
 * Leaves out tables at the end of a join that nothing is read from and that hold exactly one row for each row of their neighbour:
 * they change no result and cost a join.
 */
export function pruneJoins(plan: QueryPlan, prepared: PreparedModel): QueryPlan {
  let current = plan;
  for (;;) {
    const next = pruneOne(current, prepared);
    if (next === null) return current;
    current = next;
  }
}

function pruneOne(plan: QueryPlan, prepared: PreparedModel): QueryPlan | null {
  if (plan.joins.length === 0) return null;
  const used = sourcesRead(plan);
  for (const join of plan.joins) {
    const { id } = join.source;
    if (used.has(id) || plan.joins.some((other) => other !== join && touches(other, id))) continue;
    if (
      join.kind === 'inner' &&
      isKey(
        prepared,
        join.source.table,
        join.source.schema,
        join.on.map((pair) => (pair.right.source === id ? pair.right.column : pair.left.column)),
      )
    )
      return { ...plan, joins: plan.joins.filter((other) => other !== join) };
  }
  const { from } = plan;
  const touching = plan.joins.filter((join) => touches(join, from.id));
  const [only] = touching;
  if (used.has(from.id) || only === undefined || touching.length > 1 || only.kind !== 'inner' || plan.joins[0] !== only) return null;
  if (
    !isKey(
      prepared,
      from.table,
      from.schema,
      only.on.map((pair) => (pair.left.source === from.id ? pair.left.column : pair.right.column)),
    )
  )
    return null;
  return { ...plan, from: only.source, joins: plan.joins.slice(1) };
}

function touches(join: PlanJoin, id: string): boolean {
  return join.source.id === id || join.on.some((pair) => pair.left.source === id || pair.right.source === id);
}

function isKey(prepared: PreparedModel, table: string, schema: string, columns: readonly string[]): boolean {
  const index = prepared.tableIndex(`${schema}.${table}`) ?? prepared.tableIndex(table);
  const key = index === undefined ? undefined : prepared.tables[index]?.table.primaryKey;
  return (
    key !== undefined &&
    key.length > 0 &&
    key.length === columns.length &&
    key.every((name) => columns.some((column) => column.toLowerCase() === name.toLowerCase()))
  );
}

/** Sources named in expressions of this plan, outside its joins; sub-plans have sources of their own. */
function sourcesRead(plan: QueryPlan): Set<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === 'object' && value !== null) {
      if ('source' in value && typeof value.source === 'string') found.add(value.source);
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  walk([plan.select, plan.where, plan.groupBy, plan.having, plan.orderBy]);
  return found;
}
