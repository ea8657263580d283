import type { JoinGraph } from '../join/join-graph.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanColumn, PlanJoin, PlanSource, QueryPlan } from '../plan.ts';

/** Tables of a plan by their position in the model, with the source that stands for each. */
export function planTables(plan: QueryPlan, prepared: PreparedModel): Map<number, PlanSource> {
  const found = new Map<number, PlanSource>();
  for (const source of [plan.from, ...plan.joins.map((join) => join.source)]) {
    const table = prepared.tableIndex(`${source.schema}.${source.table}`) ?? prepared.tableIndex(source.table);
    if (table !== undefined && !found.has(table)) found.set(table, source);
  }
  return found;
}

/** A column for use in the plan, joining its table when the plan has not read it yet; null when nothing leads there without repeating rows. `whole` is the plan that it is a part of. */
export function reachColumn(
  plan: QueryPlan,
  prepared: PreparedModel,
  graph: JoinGraph,
  table: number,
  column: number,
  whole: QueryPlan = plan,
): { plan: QueryPlan; column: PlanColumn } | null {
  const name = prepared.tables[table]?.columns[column]?.column.name;
  if (name === undefined) return null;
  const known = planTables(plan, prepared);
  const own = known.get(table);
  if (own !== undefined) return { plan, column: { kind: 'column', source: own.id, column: name } };
  const start = [...known.keys()].sort((a, b) => graph.distance(a, table) - graph.distance(b, table))[0];
  const path = start === undefined ? undefined : graph.paths(start, table)[0];
  if (start === undefined || path === undefined || path.some((edge) => edge.toMany)) return null;
  const used = new Set(
    JSON.stringify([plan, whole])
      .match(/"id":"[^"]+"/g)
      ?.map((text) => text.slice(6, -1)) ?? [],
  );
  const joins: PlanJoin[] = [...plan.joins];
  let last = known.get(start);
  for (const edge of path) {
    const model = prepared.tables[edge.to]?.table;
    if (model === undefined || last === undefined) return null;
    const source: PlanSource = { id: freeName(model.name, used), schema: model.schema, table: model.name };
    const left = last.id;
    joins.push({
      kind: 'inner',
      source,
      on: edge.fromColumns.map((from, index) => ({
        left: { kind: 'column', source: left, column: from },
        right: { kind: 'column', source: source.id, column: edge.toColumns[index] ?? from },
      })),
    });
    last = source;
  }
  return last === undefined ? null : { plan: { ...plan, joins }, column: { kind: 'column', source: last.id, column: name } };
}

function freeName(table: string, used: Set<string>): string {
  const base =
    table
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .slice(0, 40) || 't';
  let name = base;
  for (let n = 2; used.has(name); n++) name = `${base}_${n}`;
  used.add(name);
  return name;
}
