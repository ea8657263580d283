import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanCondition, PlanExpression } from '../plan.ts';

/** The rows that the metrics among these expressions are defined over. */
export function metricFilters(expressions: readonly PlanExpression[], { model }: PreparedModel): PlanCondition[] {
  const found = new Map<string, PlanCondition>();
  for (const shown of expressions) {
    const expression = shown.kind === 'arithmetic' ? shown.left : shown;
    if (expression.kind !== 'metric') continue;
    const filter = model.metrics.find(({ name }) => name === expression.name)?.filter ?? null;
    const key = `${expression.source} ${filter}`;
    if (filter !== null && !found.has(key)) found.set(key, { kind: 'metricFilter', source: expression.source, name: expression.name });
  }
  return [...found.values()];
}
