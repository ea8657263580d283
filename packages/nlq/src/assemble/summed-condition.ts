import { isAdditive } from '../lexicon/additive.ts';
import type { Condition } from '../parse/frame.ts';
import { isMeasure } from '../parse/parser-state.ts';
import type { CompareOperator, PlanCondition, PlanExpression } from '../plan.ts';
import { type AssembleContext, CountedTwice, columnAt, meetsMany, optionOf, planColumn, tableAt, Unassemblable } from './context.ts';
import { isAggregate } from './expression.ts';
import type { Item } from './output-items.ts';
import type { Scope } from './scope.ts';

interface Sides {
  readonly table: number;
  readonly operator: CompareOperator;
  readonly left: number;
  readonly right: number;
}

const ONE_AGAINST_OTHER = /^\s*\{([^{}]+)\}\s*(<=|>=|<|>)\s*\{([^{}]+)\}\s*$/;

/** "branches that missed their target", where a branch has a target each month: what it came to in all against all it was to. */
export function isSummed(context: AssembleContext, condition: Condition, subject: number): boolean {
  return sidesOf(context, condition, subject) !== null;
}

/** Amounts of the rows of a thing, added up and held against each other. @throws Unassemblable | CountedTwice */
export function summedConditions(context: AssembleContext, scope: Scope, subject: number, items: readonly Item[]): PlanCondition[] {
  return context.frame.conditions.flatMap((condition): PlanCondition[] => {
    const sides = sidesOf(context, condition, subject);
    if (sides === null) return [];
    const { table, operator, left, right } = sides;
    const lists = context.frame.projections.some(({ kind }) => kind === 'entity') && context.frame.groups.length === 0;
    const elsewhere = context.frame.conditions.some(
      (one) => one.kind === 'period' && one.lhs !== null && optionOf(context, one.lhs).ref.table !== table,
    );
    if (!lists || elsewhere || condition.negated || condition.connector === 'or') throw new Unassemblable('one or all of many');
    scope.use(table);
    if (scope.tables().some((other) => other !== table && meetsMany(context, table, other)))
      throw new CountedTwice('sums of repeated rows');
    if (items.some(({ expression, meaning }) => !isAggregate(expression) && meaning.column?.table === table))
      throw new Unassemblable('a row beside a sum of rows');
    const sum = (column: number): PlanExpression => ({ kind: 'aggregate', fn: 'sum', of: planColumn(scope, { table, column }) });
    return [{ kind: 'compare', operator, left: sum(left), right: sum(right) }];
  });
}

function sidesOf(context: AssembleContext, condition: Condition, subject: number): Sides | null {
  if (condition.kind !== 'compare' || condition.value !== 1 || condition.operator !== '=') return null;
  const { ref } = optionOf(context, condition.lhs);
  if (ref.kind !== 'column' || !meetsMany(context, subject, ref.table)) return null;
  const { computed } = columnAt(context, ref).column;
  const match = computed?.from === 'condition' ? ONE_AGAINST_OTHER.exec(computed.expression) : null;
  if (match === null) return null;
  const { columns } = tableAt(context, ref.table);
  const amount = (name = '') =>
    columns.findIndex((one) => one.column.name.toLowerCase() === name.toLowerCase() && isMeasure(one) && isAdditive(one));
  const [left, right] = [amount(match[1]), amount(match[3])];
  return left < 0 || right < 0 ? null : { table: ref.table, operator: match[2] as CompareOperator, left, right };
}
