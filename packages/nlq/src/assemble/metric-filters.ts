import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanCondition, PlanExpression } from '../plan.ts';
import { type AssembleContext, optionOf } from './context.ts';

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

/** "sales of cancelled orders", where sales leave these out: no row is both. */
export function doubtLeftOut(context: AssembleContext, filters: readonly PlanCondition[]): void {
  const said = context.frame.conditions.flatMap((condition) =>
    condition.kind === 'value' && !condition.negated ? (optionOf(context, condition.mention).value?.value ?? []) : [],
  );
  const formulas = filters.flatMap((one) =>
    one.kind === 'metricFilter' ? (context.prepared.model.metrics.find(({ name }) => name === one.name)?.filter ?? []) : [],
  );
  if (said.some((value) => formulas.some((formula) => leavesOut(formula, value))))
    context.doubts.push('what a figure leaves out', 'of no rows');
}

function leavesOut(formula: string, value: string): boolean {
  const flag = value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
  return formula.includes(`<> '${value}'`) || new RegExp(`\\bNOT \\{?(is_|was_)?${flag}\\b`, 'i').test(formula);
}
