import type { Edge, JoinGraph } from '../join/join-graph.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanColumn, PlanJoin, PlanSource } from '../plan.ts';

/** The tables of one SELECT: asked for by table, joined when it is complete. */
export interface Scope {
  /** Source id of a table, taken into the scope. */
  use(table: number): string;
  has(table: number): boolean;
  column(table: number, column: number): PlanColumn;
  columnByName(table: number, name: string): PlanColumn;
  /** A further occurrence of a table, joined over this edge only. */
  via(edge: Edge): string;
  tables(): readonly number[];
  /** @throws NotJoinable when the tables do not hang together. */
  build(first: number): { from: PlanSource; joins: PlanJoin[]; ties: number };
}

export class NotJoinable extends Error {}

/** Names for sources, unique within a whole statement. */
export function createSourceNames() {
  const used = new Map<string, number>();
  return (table: string): string => {
    const base =
      table
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '_')
        .slice(0, 40) || 't';
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return count === 1 ? base : `${base}_${count}`;
  };
}

export function createScope(prepared: PreparedModel, graph: JoinGraph, nameSource: (table: string) => string): Scope {
  const sources = new Map<number, PlanSource>();
  const extra = new Map<number, PlanJoin>();
  return { use, has: (table) => sources.has(table), column, columnByName, via, tables: () => [...sources.keys()], build };

  function use(table: number): string {
    const known = sources.get(table);
    if (known !== undefined) return known.id;
    const model = prepared.tables[table]?.table;
    if (model === undefined) throw new RangeError(`no table ${table}`);
    const source: PlanSource = { id: nameSource(model.name), schema: model.schema, table: model.name };
    sources.set(table, source);
    return source.id;
  }

  function column(table: number, index: number): PlanColumn {
    const name = prepared.tables[table]?.columns[index]?.column.name;
    if (name === undefined) throw new RangeError(`no column ${index} in table ${table}`);
    return { kind: 'column', source: use(table), column: name };
  }

  function columnByName(table: number, name: string): PlanColumn {
    return { kind: 'column', source: use(table), column: name };
  }

  function via(edge: Edge): string {
    const known = extra.get(edge.id);
    if (known !== undefined) return known.source.id;
    const model = prepared.tables[edge.to]?.table;
    if (model === undefined) throw new RangeError(`no table ${edge.to}`);
    const source: PlanSource = { id: nameSource(model.name), schema: model.schema, table: model.name };
    extra.set(edge.id, {
      kind: 'inner',
      source,
      on: edge.fromColumns.map((name, index) => ({
        left: columnByName(edge.from, name),
        right: { kind: 'column', source: source.id, column: edge.toColumns[index] ?? name },
      })),
    });
    return source.id;
  }

  /** Grows a tree from the first table, always by the nearest table that is still missing. */
  function build(first: number): { from: PlanSource; joins: PlanJoin[]; ties: number } {
    use(first);
    const wanted = new Set(sources.keys());
    wanted.delete(first);
    const inside = new Set([first]);
    const joins: PlanJoin[] = [];
    let ties = 0;
    while (wanted.size > 0) {
      const path = nearest(inside, wanted);
      if (path === null) throw new NotJoinable('the tables do not hang together');
      ties += path.ties;
      for (const edge of path.edges) {
        if (inside.has(edge.to)) continue;
        joins.push(joinOver(edge));
        inside.add(edge.to);
        wanted.delete(edge.to);
      }
    }
    const from = sources.get(first);
    if (from === undefined) throw new RangeError(`no table ${first}`);
    return { from, joins: [...joins, ...extra.values()], ties };
  }

  function nearest(inside: ReadonlySet<number>, wanted: ReadonlySet<number>): { edges: readonly Edge[]; ties: number } | null {
    let best: { edges: readonly Edge[]; length: number; ties: number } | null = null;
    for (const from of inside)
      for (const to of wanted) {
        const length = graph.distance(from, to);
        if (length === Number.POSITIVE_INFINITY || (best !== null && length >= best.length)) continue;
        const paths = graph.paths(from, to);
        const [edges] = [...paths].sort((a, b) => wantedOnPath(b, wanted) - wantedOnPath(a, wanted));
        if (edges !== undefined) best = { edges, length, ties: paths.length - 1 };
      }
    return best;
  }

  function joinOver(edge: Edge): PlanJoin {
    use(edge.to);
    const source = sources.get(edge.to);
    if (source === undefined) throw new RangeError(`no table ${edge.to}`);
    return {
      kind: 'inner',
      source,
      on: edge.fromColumns.map((name, index) => ({
        left: columnByName(edge.from, name),
        right: columnByName(edge.to, edge.toColumns[index] ?? name),
      })),
    };
  }
}

function wantedOnPath(path: readonly Edge[], wanted: ReadonlySet<number>): number {
  return path.filter((edge) => wanted.has(edge.to)).length;
}
