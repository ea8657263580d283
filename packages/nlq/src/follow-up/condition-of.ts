import { same } from '../assemble/expression.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Condition, Frame } from '../parse/frame.ts';
import type { PlanCondition } from '../plan.ts';
import type { EditedPlan, PlanColumns } from './plan-columns.ts';
import { preferredValues } from './prefer-value.ts';

/** What a condition of the words says of the rows of the plan; null when that cannot be said of them. */
export function conditionOf(
  condition: Condition,
  frame: Frame,
  edited: EditedPlan,
  { dateColumn, reach, isYear, nearest, place }: PlanColumns,
  prepared: PreparedModel,
): PlanCondition | null {
  switch (condition.kind) {
    case 'value': {
      const value = nearest(preferredValues(condition, frame, edited.plan, prepared));
      const column = value === null ? null : place(value.table, value.column);
      return value === null || column === null
        ? null
        : { kind: 'compare', operator: condition.negated ? '!=' : '=', left: column, right: { kind: 'text', value: value.value } };
    }
    case 'period': {
      const column = dateColumn(condition.lhs);
      if (column === null) return null;
      if (isYear(column))
        return condition.period.year === null
          ? null
          : {
              kind: 'compare',
              operator: condition.negated ? '!=' : '=',
              left: column,
              right: { kind: 'number', value: condition.period.year },
            };
      return { kind: 'period', left: column, from: condition.period.from, to: condition.period.to, negated: condition.negated };
    }
    case 'compare': {
      const year =
        Number.isInteger(condition.value) && condition.value >= 1900 && condition.value <= 2200 && condition.operator === '='
          ? condition.value
          : null;
      const dated = year === null ? null : dateColumn(condition.lhs);
      if (year !== null && dated !== null && isYear(dated))
        return { kind: 'compare', operator: condition.negated ? '!=' : '=', left: dated, right: { kind: 'number', value: year } };
      if (year !== null && dated !== null)
        return { kind: 'period', left: dated, from: `${year}-01-01`, to: `${year + 1}-01-01`, negated: condition.negated };
      const column = reach(condition.lhs);
      return column === null
        ? null
        : { kind: 'compare', operator: condition.operator, left: column, right: { kind: 'number', value: condition.value } };
    }
    default:
      return null;
  }
}

/** "without Jeddah and Riyadh" leaves out both. */
export function alsoLeftOut(made: PlanCondition, before: readonly PlanCondition[]): PlanCondition {
  const equal = made.kind === 'compare' && made.operator === '=';
  return equal && before.some((one) => one.kind === 'compare' && one.operator === '!=' && same(one.left, made.left))
    ? { ...made, operator: '!=' }
    : made;
}
