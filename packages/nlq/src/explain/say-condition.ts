import { same } from '../assemble/expression.ts';
import type { PlanCondition, PlanExpression, QueryPlan } from '../plan.ts';
import { formula } from './formula.ts';
import type { ModelNames } from './model-names.ts';
import { READING_PHRASES } from './reading-phrases.ts';
import { type Said, sayExpression } from './say-expression.ts';
import { sayPeriod } from './say-period.ts';

/** A condition in words. */
export function sayCondition(condition: PlanCondition, names: ModelNames): Said {
  const words = READING_PHRASES[names.language];
  const column = (expression: Parameters<typeof sayExpression>[0]) => sayExpression(expression, names);
  switch (condition.kind) {
    case 'compare': {
      const left = column(condition.left);
      if (isTerm(condition.left, names) && condition.right.kind === 'number') {
        const holds = (condition.operator === '=') === (condition.right.value === 1);
        return { text: `${holds ? '' : words.not}${left.text}`, definition: left.definition };
      }
      return {
        text: `${left.text} ${words.operators[condition.operator]} ${sayBound(condition.right, condition.left, names)}`,
        definition: left.definition,
      };
    }
    case 'like': {
      const left = column(condition.left);
      return {
        text: `${left.text} ${condition.negated ? words.not : ''}${words.contains[condition.match]} ${condition.value}`,
        definition: left.definition,
      };
    }
    case 'in': {
      const left = column(condition.left);
      return {
        text: `${left.text} ${condition.negated ? words.not : ''}${words.oneOf} ${condition.values.join(words.comma)}`,
        definition: left.definition,
      };
    }
    case 'between': {
      const left = column(condition.left);
      return {
        text: `${condition.negated ? words.not : ''}${words.between(left.text, sayBound(condition.low, condition.left, names), sayBound(condition.high, condition.left, names))}`,
        definition: left.definition,
      };
    }
    case 'null': {
      const left = column(condition.left);
      return { text: words.empty(left.text, condition.negated), definition: left.definition };
    }
    case 'period': {
      const left = column(condition.left);
      return {
        text: `${condition.negated ? words.not : ''}${sayPeriod(left.text, condition.from, condition.to, names)}`,
        definition: left.definition,
      };
    }
    case 'member':
      return { text: sayMember(condition.plan, condition.negated, names), definition: null };
    case 'metricFilter': {
      const filter = names.metric(condition.name)?.filter ?? null;
      return { text: names.metricName(condition.name), definition: filter === null ? null : formula(filter) };
    }
    case 'and':
    case 'or':
      return { text: sayAll(condition, names), definition: null };
    case 'not':
      return { text: `${words.not}${sayCondition(condition.item, names).text}`, definition: null };
  }
}

/** A share is said in hundredths, as it is shown. */
function sayBound(bound: PlanExpression, of: PlanExpression, names: ModelNames): string {
  const isShare = of.kind === 'metric' && names.metric(of.name)?.format === 'percent';
  return isShare && bound.kind === 'number' ? `${Number((bound.value * 100).toPrecision(12))}%` : sayExpression(bound, names).text;
}

/** Periods of one column name it once: "order date in 2025 or in 2024". */
function sayAll({ kind, items }: Extract<PlanCondition, { kind: 'and' | 'or' }>, names: ModelNames): string {
  const words = READING_PHRASES[names.language];
  const [first] = items;
  const said = items.map((item) => {
    const again = item !== first && first?.kind === 'period' && item.kind === 'period' && same(first.left, item.left);
    return again && !item.negated ? sayPeriod('', item.from, item.to, names).trim() : sayCondition(item, names).text;
  });
  return said.join(kind === 'and' ? words.and : words.or);
}

function sayMember(plan: QueryPlan, negated: boolean, names: ModelNames): string {
  const words = READING_PHRASES[names.language];
  const source = plan.joins.at(-1)?.source ?? plan.from;
  const what = names.rows(source);
  const [order] = plan.orderBy;
  if (order !== undefined && plan.limit !== null)
    return words.theOne(names.table(plan.from), sayExpression(order.expression, names, source).text, order.descending);
  if (plan.having?.kind === 'compare' && plan.having.left.kind === 'aggregate') return sayCondition(plan.having, names).text;
  if (plan.having?.kind === 'compare')
    return words.withCount(words.operators[plan.having.operator], sayExpression(plan.having.right, names).text, what);
  const said = negated ? words.withNone(what) : words.withAny(what);
  const inner = plan.where === null ? null : withoutNullChecks(plan.where);
  return inner === null ? said : `${said} (${sayCondition(inner, names).text})`;
}

/** "late" is said by itself, not as a column that is 1. */
function isTerm(expression: PlanExpression, names: ModelNames): boolean {
  return expression.kind === 'column' && names.columnOf(expression.source, expression.column)?.computed?.from === 'condition';
}

/** NOT IN guards against NULL; that is no condition a person set. */
function withoutNullChecks(condition: PlanCondition): PlanCondition | null {
  if (condition.kind === 'null' && condition.negated) return null;
  if (condition.kind !== 'and') return condition;
  const items = condition.items.map(withoutNullChecks).filter((item) => item !== null);
  return items.length === 0 ? null : items.length === 1 ? (items[0] ?? null) : { kind: 'and', items };
}
