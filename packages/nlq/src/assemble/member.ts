import type { PlanColumn, PlanCondition, QueryPlan } from '../plan.ts';
import { type AssembleContext, and, emptyPlan, Unassemblable } from './context.ts';
import { pruneJoins } from './prune.ts';
import { createScope, NotJoinable, type Scope } from './scope.ts';

/** A sub-query over the rows of `target` that belong to a row of `subject`, and the column of the subject that meets it. */
export interface Related {
  readonly left: PlanColumn;
  readonly scope: Scope;
  readonly inner: PlanColumn;
  readonly first: number;
}

/** Opens a sub-query along the shortest path from `subject` to `target`. */
export function relate(context: AssembleContext, outer: Scope, subject: number, target: number): Related {
  const [path] = context.graph.paths(subject, target);
  const edge = path?.[0];
  const scope = createScope(context.prepared, context.graph, context.nameSource);
  if (path === undefined || edge === undefined) throw new NotJoinable('the tables do not hang together');
  const [left] = edge.fromColumns;
  const [right] = edge.toColumns;
  if (left === undefined || right === undefined) throw new Unassemblable('a join without columns');
  const inner = scope.columnByName(edge.to, right);
  scope.use(target);
  return { left: outer.columnByName(subject, left), scope, inner, first: edge.to };
}

/** `left [NOT] IN (SELECT inner … WHERE …)`. */
export function memberCondition(
  context: AssembleContext,
  related: Related,
  where: readonly PlanCondition[],
  negated: boolean,
  extra: Partial<QueryPlan> = {},
): PlanCondition {
  const { from, joins } = related.scope.build(related.first);
  const conditions = negated ? [...where, { kind: 'null', left: related.inner, negated: true } as const] : where;
  return {
    kind: 'member',
    left: related.left,
    negated,
    plan: pruneJoins(
      emptyPlan({ from, joins, select: [{ expression: related.inner, name: related.inner.column }], where: and(conditions), ...extra }),
      context.prepared,
    ),
  };
}
