import type { PlanColumn, PlanCondition, PlanExpression, QueryPlan } from '../plan.ts';
import type { Parts } from '../read-question.ts';
import { withConditions } from './edit-plan.ts';
import { planTables, reachColumn } from './extend-plan.ts';

/**
 * "above the average of all" is of all that the rows are taken from: what these are restricted to holds for the others too. Null
 * where it cannot be said of them.
 */
export function restrictedAlike(
  plan: QueryPlan,
  conditions: readonly PlanCondition[],
  parts: Pick<Parts, 'prepared' | 'graph'>,
): QueryPlan | null {
  const having = plan.having === null ? null : inCondition(plan.having);
  const where = plan.where === null ? null : inCondition(plan.where);
  return having === undefined || where === undefined ? null : { ...plan, having, where };

  function inCondition(condition: PlanCondition): PlanCondition | undefined {
    if (condition.kind === 'and' || condition.kind === 'or') {
      const items = condition.items.map(inCondition).filter((item) => item !== undefined);
      return items.length === condition.items.length ? { ...condition, items } : undefined;
    }
    if (condition.kind === 'not') {
      const item = inCondition(condition.item);
      return item && { ...condition, item };
    }
    if (condition.kind !== 'compare') return condition;
    const right = inExpression(condition.right);
    return right && { ...condition, right };
  }

  function inExpression(expression: PlanExpression): PlanExpression | undefined {
    if (expression.kind !== 'overGroups') return expression;
    const inner = restricted(expression.plan);
    return inner && { ...expression, plan: inner };
  }

  function restricted(inner: QueryPlan): QueryPlan | undefined {
    let reached = inner;
    const said: PlanCondition[] = [];
    for (const condition of conditions) {
      if (!('left' in condition) || condition.left.kind !== 'column') return undefined;
      const left = sameColumn(condition.left);
      if (left === null) return undefined;
      said.push({ ...condition, left });
    }
    return withConditions(reached, said);

    function sameColumn({ source, column }: PlanColumn): PlanColumn | null {
      const [table] = [...planTables(plan, parts.prepared)].find(([, { id }]) => id === source) ?? [];
      const index = table === undefined ? -1 : (parts.prepared.tables[table]?.columns ?? []).findIndex((one) => one.column.name === column);
      const found = table === undefined || index < 0 ? null : reachColumn(reached, parts.prepared, parts.graph, table, index, plan);
      if (found === null) return null;
      reached = found.plan;
      return found.column;
    }
  }
}
