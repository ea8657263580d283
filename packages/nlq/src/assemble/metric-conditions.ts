import type { Condition } from '../parse/frame.ts';
import type { PlanCondition } from '../plan.ts';
import { type AssembleContext, optionOf } from './context.ts';
import type { Scope } from './scope.ts';

type MetricCondition = Extract<Condition, { kind: 'compare' | 'between' }>;

/** "branches with net sales over a million": a bound on a figure, not on a row. */
export function isOnMetric(context: AssembleContext, condition: Condition): condition is MetricCondition {
  return (condition.kind === 'compare' || condition.kind === 'between') && optionOf(context, condition.lhs).ref.kind === 'metric';
}

export function metricConditions(context: AssembleContext, scope: Scope): PlanCondition[] {
  return context.frame.conditions
    .filter((condition) => isOnMetric(context, condition))
    .flatMap((condition): PlanCondition[] => {
      const { ref } = optionOf(context, condition.lhs);
      const metric = ref.kind === 'metric' ? context.prepared.model.metrics[ref.metric] : undefined;
      if (metric === undefined) return [];
      const left = { kind: 'metric', source: scope.use(ref.table), name: metric.name } as const;
      // "a margin above 20" is 20 %, which is stored as 0.2.
      const scale = metric.format === 'percent' ? 0.01 : 1;
      const number = (value: number) => ({ kind: 'number', value: Math.abs(value) > 1 ? value * scale : value }) as const;
      const bound: PlanCondition =
        condition.kind === 'compare'
          ? { kind: 'compare', operator: condition.operator, left, right: number(condition.value) }
          : { kind: 'between', left, low: number(condition.low), high: number(condition.high), negated: condition.negated };
      return [condition.kind === 'compare' && condition.negated ? { kind: 'not', item: bound } : bound];
    });
}
