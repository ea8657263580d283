import type { PlanCondition, PlanExpression } from '../plan.ts';
import { type AssembleContext, CountedTwice, columnAt, keyColumn, meetsMany, optionOf, planColumn, Unassemblable } from './context.ts';
import { countMetrics } from './count-metric.ts';
import type { Item } from './output-items.ts';
import type { Scope } from './scope.ts';

/**
 * "sales per order": the one figure over another of the same rows, or over the number of the things its rows are of. Returns the
 * rows that the layer counts these things by. @throws Unassemblable | CountedTwice
 */
export function divideOver(context: AssembleContext, scope: Scope, items: Item[]): PlanCondition[] {
  const { frame, prepared } = context;
  if (frame.over === null && frame.eachMoment === null) return [];
  if (frame.over !== null && frame.eachMoment !== null) throw new Unassemblable('a ratio of a ratio');
  const at = items.findIndex(({ expression }) => expression.kind === 'metric');
  const item = items[at];
  const metric = prepared.model.metrics.find(({ name }) => item?.expression.kind === 'metric' && name === item.expression.name);
  const table = metric === undefined ? undefined : prepared.tableIndex(metric.table);
  if (item === undefined || metric === undefined || table === undefined || frame.share || frame.running || frame.growth !== null)
    throw new Unassemblable('a ratio of no figure');
  if (frame.over === null) {
    divide({ kind: 'count', distinct: true, of: momentOf(context, scope) });
    return [];
  }
  const { ref } = optionOf(context, frame.over);
  const other = ref.kind === 'metric' ? prepared.model.metrics[ref.metric] : undefined;
  if (other !== undefined && other.table === metric.table) {
    if (other.filter !== metric.filter) throw new Unassemblable('a ratio over other rows');
    divide({ kind: 'metric', source: scope.use(table), name: other.name });
    return [];
  }
  const number = countMetrics(prepared, ref.table);
  if (ref.kind === 'column' || (other !== undefined && !number.includes(other))) throw new CountedTwice('a ratio of figures of two tables');
  if (ref.table === table || meetsMany(context, table, ref.table)) throw new CountedTwice('a ratio by many');
  divide({ kind: 'count', distinct: true, of: planColumn(scope, keyColumn(context, ref.table)) });
  const [counted] = number;
  return counted?.filter == null ? [] : [{ kind: 'metricFilter', source: scope.use(ref.table), name: counted.name }];

  function divide(right: PlanExpression): void {
    if (item === undefined) return;
    items[at] = {
      expression: { kind: 'arithmetic', operator: '/', left: item.expression, right },
      meaning: { ...item.meaning, metric: null, aggregate: null },
    };
  }
}

/** @throws Unassemblable for what has no date */
function momentOf(context: AssembleContext, scope: Scope): PlanExpression {
  const { eachMoment } = context.frame;
  const ref = eachMoment === null ? null : optionOf(context, eachMoment.mention).ref;
  if (eachMoment === null || ref?.kind !== 'column' || columnAt(context, ref).type !== 'date')
    throw new Unassemblable('moments of no date');
  return { kind: 'grain', grain: eachMoment.grain, of: planColumn(scope, ref) };
}
