import type { PlanExpression } from '../plan.ts';
import { type AssembleContext, CountedTwice, keyColumn, planColumn, tableAt } from './context.ts';
import type { OutputMeaning } from './output-items.ts';
import type { Scope } from './scope.ts';

interface Measured {
  readonly expression: PlanExpression;
  readonly meaning: OutputMeaning;
}

/**
 * A join to many rows repeats the row it starts from: what is counted is then counted by its key, and sums that would count
 * twice are refused. @throws CountedTwice
 */
export function guardFanOut<T extends Measured>(context: AssembleContext, scope: Scope, items: readonly T[]): T[] {
  return items.map((item) => {
    const table = tableOf(context, item);
    if (
      table === null ||
      !scope.tables().some((other) => other !== table && (context.graph.paths(table, other)[0] ?? []).some((edge) => edge.toMany))
    )
      return item;
    const expression = item.expression.kind === 'arithmetic' ? item.expression.left : item.expression;
    if (expression.kind === 'count' && expression.of === null && perPartner(context, scope, table)) return item;
    if (expression !== item.expression && expression.kind === 'count') throw new CountedTwice('the ratio would count rows more than once');
    if (expression.kind === 'count' && expression.of === null && tableAt(context, table).table.primaryKey.length === 1)
      return { ...item, expression: { ...expression, distinct: true, of: planColumn(scope, keyColumn(context, table)) } };
    if (expression.kind === 'metric' || (expression.kind === 'aggregate' && expression.fn === 'sum'))
      throw new CountedTwice('the sum would count rows more than once');
    return item;
  });
}

/** "lessons per teacher" over a table that only pairs the two: each pair is one, so rows may be counted. */
function perPartner(context: AssembleContext, scope: Scope, counted: number): boolean {
  const others = scope.tables().filter((table) => table !== counted);
  const grouped = context.frame.groups.flatMap(({ mention }) =>
    mention === null ? [] : [context.resolution.chosen.get(mention.id)?.ref.table],
  );
  return others.every((other) => {
    const [path = []] = context.graph.paths(counted, other);
    const many = path.filter((edge) => edge.toMany);
    return (
      many.length === 0 ||
      (many.length === 1 &&
        many[0] === path[0] &&
        tableAt(context, path[0]?.to ?? counted).bridge &&
        (grouped.includes(other) || other === path[0]?.to))
    );
  });
}

function tableOf({ prepared }: AssembleContext, { expression: shown, meaning }: Measured): number | null {
  const expression = shown.kind === 'arithmetic' ? shown.left : shown;
  if (expression.kind === 'metric') {
    const metric = prepared.model.metrics.find(({ name }) => name === expression.name);
    return (metric && prepared.tableIndex(metric.table)) ?? null;
  }
  if (expression.kind === 'count') return expression.of === null ? meaning.counted : null;
  return expression.kind === 'aggregate' ? (meaning.column?.table ?? null) : null;
}
