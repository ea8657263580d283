import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { SemanticJoin } from '../semantic-model.ts';

/** A join between two tables, seen from one of them. */
export interface Edge {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly join: SemanticJoin;
  /** Columns on this side and on the other, pairwise. */
  readonly fromColumns: readonly string[];
  readonly toColumns: readonly string[];
  /** One row here may meet many there. */
  readonly toMany: boolean;
}

export interface JoinGraph {
  edgesOf(table: number): readonly Edge[];
  /** Steps between two tables; infinite when nothing connects them. */
  distance(a: number, b: number): number;
  /** Shortest paths from `a` to `b`; more than one when they tie. */
  paths(a: number, b: number): readonly (readonly Edge[])[];
}

const MAX_PATHS = 6;

export function createJoinGraph(prepared: PreparedModel): JoinGraph {
  const edges: Edge[][] = prepared.tables.map(() => []);
  for (const [id, join] of prepared.model.joins.entries()) {
    const from = prepared.tableIndex(join.from.table);
    const to = prepared.tableIndex(join.to.table);
    if (from === undefined || to === undefined) continue;
    edges[from]?.push({ id, from, to, join, fromColumns: join.from.columns, toColumns: join.to.columns, toMany: false });
    edges[to]?.push({
      id,
      from: to,
      to: from,
      join,
      fromColumns: join.to.columns,
      toColumns: join.from.columns,
      toMany: join.cardinality === 'many_to_one',
    });
  }
  const distances = prepared.tables.map((_, start) => distancesFrom(start));
  const known = new Map<string, readonly (readonly Edge[])[]>();
  return { edgesOf: (table) => edges[table] ?? [], distance: (a, b) => distances[a]?.[b] ?? Number.POSITIVE_INFINITY, paths };

  function distancesFrom(start: number): number[] {
    const found = prepared.tables.map(() => Number.POSITIVE_INFINITY);
    found[start] = 0;
    const queue = [start];
    for (let table = queue.shift(); table !== undefined; table = queue.shift())
      for (const edge of edges[table] ?? [])
        if (found[edge.to] === Number.POSITIVE_INFINITY) {
          found[edge.to] = (found[table] ?? 0) + 1;
          queue.push(edge.to);
        }
    return found;
  }

  function paths(a: number, b: number): readonly (readonly Edge[])[] {
    const key = `${a}:${b}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found: Edge[][] = [];
    walk(a, []);
    known.set(key, found);
    return found;

    function walk(table: number, path: readonly Edge[]): void {
      if (found.length >= MAX_PATHS) return;
      if (table === b) {
        found.push([...path]);
        return;
      }
      const left = distances[table]?.[b] ?? Number.POSITIVE_INFINITY;
      if (left === Number.POSITIVE_INFINITY) return;
      for (const edge of edges[table] ?? [])
        if ((distances[edge.to]?.[b] ?? Number.POSITIVE_INFINITY) === left - 1) walk(edge.to, [...path, edge]);
    }
  }
}
