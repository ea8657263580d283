import { isAggregate } from '../assemble/expression.ts';
import type { JoinGraph } from '../join/join-graph.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanColumn, PlanJoin, PlanSource, QueryPlan } from '../plan.ts';
import { conditionsOf } from './edit-plan.ts';
import { planTables } from './extend-plan.ts';

interface Link {
  readonly on: readonly { readonly left: PlanColumn; readonly right: PlanColumn }[];
  readonly left: string;
  readonly right: string;
}

/**
 * The same groups and conditions over the rows of another table; null unless every join leads from there to one row, so that
 * nothing is counted twice.
 */
export function overRowsOf(plan: QueryPlan, table: number, prepared: PreparedModel, graph: JoinGraph): QueryPlan | null {
  const tables = planTables(plan, prepared);
  const sources = new Map([...tables].map(([index, source]) => [source.id, { index, source }]));
  // A table that is read twice has two meanings.
  if (sources.size !== plan.joins.length + 1 || plan.joins.some(({ kind, on }) => kind !== 'inner' || on.length === 0)) return null;
  const links = plan.joins.map(({ source, on }): Link => ({ on, left: on[0]?.left.source ?? '', right: source.id }));
  const root = tables.get(table) ?? nextTo();
  if (root === null) return null;
  const needed = new Set([...spokenOf(plan), root.id]);
  const kept = pruned(links, needed);
  const joins: PlanJoin[] = [];
  const known = new Set([root.id]);
  for (let left = kept; left.length > 0; ) {
    const link = left.find((one) => known.has(one.left) || known.has(one.right));
    if (link === undefined) return null;
    const turned = known.has(link.left) ? link : { left: link.right, right: link.left, on: link.on.map(swapped) };
    const source = sources.get(turned.right)?.source;
    if (source === undefined || !leadsToOne(turned)) return null;
    joins.push({ kind: 'inner', source, on: turned.on });
    known.add(turned.right);
    left = left.filter((one) => one !== link);
  }
  return [...needed].every((id) => known.has(id)) ? { ...plan, from: root, joins } : null;

  /** The table beside those of the plan, joined to the one it leads to. */
  function nextTo(): PlanSource | null {
    const model = prepared.tables[table]?.table;
    const edges = graph.edgesOf(table).filter((edge) => !edge.toMany && tables.has(edge.to));
    const [edge] = edges;
    const beside = edge === undefined ? undefined : tables.get(edge.to);
    if (model === undefined || edge === undefined || beside === undefined || edges.length > 1 || sources.has(model.name)) return null;
    const source: PlanSource = { id: model.name, schema: model.schema, table: model.name };
    sources.set(source.id, { index: table, source });
    const column = (id: string, name: string): PlanColumn => ({ kind: 'column', source: id, column: name });
    const on = edge.fromColumns.map((from, at) => ({
      left: column(source.id, from),
      right: column(beside.id, edge.toColumns[at] ?? from),
    }));
    links.push({ on, left: source.id, right: beside.id });
    return source;
  }

  function leadsToOne({ left, right, on }: Link): boolean {
    const [from, to] = [sources.get(left)?.index, sources.get(right)?.index];
    const by = on.map((pair) => pair.left.column).join();
    return from !== undefined && graph.edgesOf(from).some((edge) => edge.to === to && !edge.toMany && edge.fromColumns.join() === by);
  }
}

/** Sources that groups and conditions speak of. */
function spokenOf({ select, where, groupBy }: QueryPlan): string[] {
  const shown = select.filter(({ expression }) => !isAggregate(expression));
  const text = JSON.stringify([shown, conditionsOf(where).filter(({ kind }) => kind !== 'metricFilter'), groupBy]);
  return [...text.matchAll(/"source":"([^"]+)"/g)].flatMap(([, id]) => (id === undefined ? [] : [id]));
}

/** Without the tables at the ends that nothing is said of. */
function pruned(links: readonly Link[], needed: ReadonlySet<string>): Link[] {
  const isEnd = (id: string) => !needed.has(id) && links.filter(({ left, right }) => left === id || right === id).length === 1;
  const kept = links.filter(({ left, right }) => !isEnd(left) && !isEnd(right));
  return kept.length === links.length ? kept : pruned(kept, needed);
}

const swapped = <T>({ left, right }: { readonly left: T; readonly right: T }) => ({ left: right, right: left });
