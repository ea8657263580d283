import type { PreparedColumn } from '../lexicon/prepared-model.ts';
import type { CompareOperator, PlanCondition, PlanExpression } from '../plan.ts';
import { Unassemblable } from './context.ts';

/** A year against a date: "after 2014" begins in 2015. */
export function yearCompare(left: PlanExpression, operator: CompareOperator, year: number): PlanCondition {
  const start = `${String(year).padStart(4, '0')}-01-01`;
  const end = `${String(year + 1).padStart(4, '0')}-01-01`;
  switch (operator) {
    case '=':
      return { kind: 'period', left, from: start, to: end, negated: false };
    case '!=':
      return { kind: 'period', left, from: start, to: end, negated: true };
    case '>':
      return { kind: 'period', left, from: end, to: null, negated: false };
    case '>=':
      return { kind: 'period', left, from: start, to: null, negated: false };
    case '<':
      return { kind: 'period', left, from: null, to: start, negated: false };
    case '<=':
      return { kind: 'period', left, from: null, to: end, negated: false };
  }
}

/** A period against a column of bare years: whole years only. */
export function yearsOf(
  left: PlanExpression,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  column: PreparedColumn,
  negated: boolean,
): PlanCondition {
  if (!column.yearLike || [from, to].some((date) => date !== null && !date.endsWith('-01-01')))
    throw new Unassemblable('a period needs a date');
  const year = (date: string): PlanExpression => ({ kind: 'number', value: Number(date.slice(0, 4)) });
  const items: PlanCondition[] = [];
  if (from !== null) items.push({ kind: 'compare', operator: '>=', left, right: year(from) });
  if (to !== null) items.push({ kind: 'compare', operator: '<', left, right: year(to) });
  const [first] = items;
  if (first === undefined) throw new Unassemblable('a period without ends');
  const both: PlanCondition = items.length === 1 ? first : { kind: 'and', items };
  return negated ? { kind: 'not', item: both } : both;
}
