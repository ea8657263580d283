import type { PlanCondition } from '../plan.ts';
import { type AssembleContext, emptyPlan, keyColumn, planColumn, Unassemblable } from './context.ts';
import { createScope, type Scope } from './scope.ts';

/** Rows of the subject that are paired with every row of the divisor. @throws Unassemblable without a table that pairs them */
export function divisionCondition(context: AssembleContext, outer: Scope, subject: number, divisor: number): PlanCondition {
  const [path] = context.graph.paths(subject, divisor);
  const [toPairs, toDivisor, ...rest] = path ?? [];
  const [left] = toPairs?.fromColumns ?? [];
  const [key] = toPairs?.toColumns ?? [];
  const [partner] = toDivisor?.fromColumns ?? [];
  if (
    toPairs === undefined ||
    toDivisor === undefined ||
    rest.length > 0 ||
    !toPairs.toMany ||
    toDivisor.toMany ||
    left === undefined ||
    key === undefined ||
    partner === undefined
  )
    throw new Unassemblable('nothing pairs the two');
  const pairs = createScope(context.prepared, context.graph, context.nameSource);
  const inner = pairs.columnByName(toPairs.to, key);
  const counted = pairs.columnByName(toPairs.to, partner);
  const all = createScope(context.prepared, context.graph, context.nameSource);
  planColumn(all, keyColumn(context, divisor));
  const total = emptyPlan({
    ...withoutTies(all, divisor),
    select: [{ expression: { kind: 'count', distinct: false, of: null }, name: 'count' }],
  });
  return {
    kind: 'member',
    left: outer.columnByName(subject, left),
    negated: false,
    plan: emptyPlan({
      ...withoutTies(pairs, toPairs.to),
      select: [{ expression: inner, name: inner.column }],
      groupBy: [inner],
      having: {
        kind: 'compare',
        operator: '=',
        left: { kind: 'count', distinct: true, of: counted },
        right: { kind: 'query', plan: total },
      },
    }),
  };
}

function withoutTies(scope: Scope, first: number) {
  const { from, joins } = scope.build(first);
  return { from, joins };
}
