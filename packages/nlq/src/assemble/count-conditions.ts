import type { PreparedColumn } from '../lexicon/prepared-model.ts';
import type { Condition } from '../parse/frame.ts';
import type { PlanColumn, PlanCondition, PlanExpression } from '../plan.ts';
import { OPPOSITE } from './conditions.ts';
import {
  type AssembleContext,
  columnAt,
  columnFor,
  keyColumn,
  meetsMany,
  optionOf,
  planColumn,
  tableAt,
  Unassemblable,
} from './context.ts';
import { countOfRows } from './count-metric.ts';
import { memberCondition, relate } from './member.ts';
import { metricFilters } from './metric-filters.ts';
import type { Scope } from './scope.ts';

/** "with at least 2 invoices": the subject is among those with so many rows there. */
export function countConditions(
  context: AssembleContext,
  scope: Scope,
  subject: number,
  conditions: readonly Condition[],
): { where: PlanCondition[]; having: PlanCondition[] } {
  const where: PlanCondition[] = [];
  const having: PlanCondition[] = [];
  for (const condition of conditions) {
    if (condition.kind !== 'countCompare') continue;
    const operator = condition.negated ? OPPOSITE[condition.operator] : condition.operator;
    const option = condition.mention === null ? null : optionOf(context, condition.mention);
    const right: PlanExpression = { kind: 'number', value: condition.value };
    if (condition.aggregate !== undefined && condition.mention !== null) {
      const of = planColumn(scope, columnFor(context, condition.mention));
      having.push({ kind: 'compare', operator, left: { kind: 'aggregate', fn: condition.aggregate, of }, right });
      continue;
    }
    if (option === null || option.ref.table === subject) {
      const of = option?.ref.kind === 'column' ? planColumn(scope, columnFor(context, condition.mention ?? never())) : null;
      having.push({ kind: 'compare', operator, left: { kind: 'count', distinct: of !== null, of }, right });
      continue;
    }
    if (!meetsMany(context, subject, option.ref.table)) throw new Unassemblable('there is only one of these');
    const related = relate(context, scope, subject, option.ref.table);
    const of = condition.distinct
      ? planColumn(
          related.scope,
          option.ref.kind === 'column' ? columnFor(context, condition.mention ?? never()) : keyColumn(context, option.ref.table),
        )
      : null;
    const pieces = condition.distinct ? null : piecesOf(context, related.scope, subject, option.ref.table, condition.mention?.text ?? '');
    const rows: PlanExpression =
      of === null && option.ref.kind === 'table'
        ? countOfRows(context, related.scope, option.ref.table)
        : { kind: 'count', distinct: of !== null, of };
    const left: PlanExpression = pieces === null ? rows : { kind: 'aggregate', fn: 'sum', of: pieces };
    where.push(
      memberCondition(context, related, metricFilters([left], context.prepared), false, {
        groupBy: [related.inner],
        having: { kind: 'compare', operator, left, right },
      }),
    );
  }
  return { where, having };
}

const PIECES = /^(items?|pieces?|units?)$/i;
const QUANTITY = /^(quantity|qty|pieces|units)$/i;
const isQuantity = ({ column, type, key }: PreparedColumn) => type === 'number' && key === null && QUANTITY.test(column.name);

/** "orders with a quantity above 5", where an order has many: that of one line, or of all? */
export function boundsOneOfMany(context: AssembleContext, condition: Condition, subject: number): boolean {
  if (condition.kind !== 'compare' || condition.operator === '=' || context.frame.projections.some(({ aggregate }) => aggregate !== null))
    return false;
  const { ref } = optionOf(context, condition.lhs);
  return ref.kind === 'column' && isQuantity(columnAt(context, ref)) && meetsMany(context, subject, ref.table);
}

/** "more than 5 items", where one row on the way stands for several of them: the column that says for how many. */
function piecesOf(context: AssembleContext, scope: Scope, subject: number, counted: number, said: string): PlanColumn | null {
  if (!PIECES.test(said)) return null;
  const [path = []] = context.graph.paths(subject, counted);
  for (const { to } of path) {
    const quantity = tableAt(context, to).columns.find(isQuantity);
    if (quantity !== undefined) return planColumn(scope, { table: to, column: quantity.index });
  }
  return null;
}

function never(): never {
  throw new Unassemblable('a count of nothing');
}
