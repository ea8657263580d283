import type { Condition } from '../parse/frame.ts';
import type { PlanCondition, PlanExpression } from '../plan.ts';
import type { SemanticMetric } from '../semantic-model.ts';
import { rowConditions } from './conditions.ts';
import { type AssembleContext, and, emptyPlan, keyColumn, optionOf, planColumn, Unassemblable } from './context.ts';
import { metricFilters } from './metric-filters.ts';
import { createScope, type Scope } from './scope.ts';

type MetricCondition = Extract<Condition, { kind: 'compare' | 'between' | 'against' }>;

/** "branches with net sales over a million": a bound on a figure, not on a row. */
export function isOnMetric(context: AssembleContext, condition: Condition): condition is MetricCondition {
  return (
    (condition.kind === 'compare' || condition.kind === 'between' || condition.kind === 'against') &&
    optionOf(context, condition.lhs).ref.kind === 'metric'
  );
}

/** @throws Unassemblable for an average of figures that no listed things have */
export function metricConditions(context: AssembleContext, scope: Scope, subject: number): PlanCondition[] {
  return context.frame.conditions
    .filter((condition) => isOnMetric(context, condition))
    .flatMap((condition): PlanCondition[] => {
      const { ref } = optionOf(context, condition.lhs);
      const metric = ref.kind === 'metric' ? context.prepared.model.metrics[ref.metric] : undefined;
      if (metric === undefined) return [];
      const left = { kind: 'metric', source: scope.use(ref.table), name: metric.name } as const;
      // "a margin above 20" is 20 %, which is stored as 0.2.
      const percent = 'percent' in condition && condition.percent === true;
      if (percent && metric.format !== 'percent') throw new Unassemblable('a percentage of a figure that is none');
      const number = (value: number) => {
        const hundredths = metric.format === 'percent' && (percent || Math.abs(value) >= 1);
        return { kind: 'number', value: hundredths ? value / 100 : value } as const;
      };
      const bound: PlanCondition =
        condition.kind === 'between'
          ? { kind: 'between', left, low: number(condition.low), high: number(condition.high), negated: condition.negated }
          : {
              kind: 'compare',
              operator: condition.operator,
              left,
              right: condition.kind === 'compare' ? number(condition.value) : overAll(context, subject, condition, metric),
            };
      return [condition.kind !== 'between' && condition.negated ? { kind: 'not', item: bound } : bound];
    });
}

/** "sales above the average": that of all the things listed, each with its own figure. */
function overAll(
  context: AssembleContext,
  subject: number,
  { fn, lhs, of, scope: among, row }: Extract<Condition, { kind: 'against' }>,
  metric: SemanticMetric,
): PlanExpression {
  const table = context.prepared.tableIndex(metric.table);
  const lists = context.frame.projections.some(
    ({ kind, mention }) => kind === 'entity' && mention !== null && optionOf(context, mention).ref.kind === 'table',
  );
  // "below average sales": of the same figure.
  const another = of !== null && of.id !== lhs.id;
  if (another || among !== null || row !== undefined || table === undefined || !lists)
    throw new Unassemblable('an average of which figures');
  const scope = createScope(context.prepared, context.graph, context.nameSource);
  const figure: PlanExpression = { kind: 'metric', source: scope.use(table), name: metric.name };
  const key = planColumn(scope, keyColumn(context, subject));
  const others = context.frame.conditions.filter((condition) => !isOnMetric(context, condition));
  const where = and([...rowConditions(context, scope, subject, others), ...metricFilters([figure], context.prepared)]);
  const { from, joins } = scope.build(subject);
  const plan = emptyPlan({ from, joins, where, groupBy: [key], select: [{ expression: figure, name: metric.name }] });
  return { kind: 'overGroups', fn, plan };
}
