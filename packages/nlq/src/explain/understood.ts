import type { Language, UnderstoodPart } from '@majed-vanna/contract';
import { same } from '../assemble/expression.ts';
import type { PlanCondition, PlanExpression, PlanOrder, QueryPlan } from '../plan.ts';
import type { SemanticModel } from '../semantic-model.ts';
import { createModelNames } from './model-names.ts';
import { READING_PHRASES } from './reading-phrases.ts';
import { sayCondition } from './say-condition.ts';
import { sayExpression } from './say-expression.ts';

/** A plan put back into words: what a person sees, and can correct. */
export function understoodParts(plan: QueryPlan, model: SemanticModel, language: Language): UnderstoodPart[] {
  const names = createModelNames(model, plan, language);
  const words = READING_PHRASES[language];
  const parts: UnderstoodPart[] = [];
  const plain = (text: string) => parts.push({ text, definition: null });
  const grouped = plan.select.filter((item) => plan.groupBy.some((key) => same(key, item.expression)));
  const measured = plan.select.filter((item) => !grouped.includes(item));
  const shown = measured.length > 0 ? measured : plan.select;
  if (plan.distinct) plain(words.distinct);
  const listed = shown.every((item) => item.expression.kind === 'column');
  const rows = { text: names.rows(plan.from), definition: [plan.from.schema, plan.from.table].filter(Boolean).join('.') };
  if (listed && measured.length === shown.length && isDisplayOnly(shown)) parts.push(rows);
  else {
    for (const [index, item] of shown.entries()) {
      if (index > 0) plain(index === shown.length - 1 ? words.and : words.comma);
      parts.push(sayExpression(item.expression, names, item.counts));
    }
    if (listed && plan.groupBy.length === 0) {
      plain(words.of);
      parts.push(rows);
    }
  }
  if (measured.length > 0)
    for (const [index, item] of grouped.entries()) {
      plain(index === 0 ? words.per : words.and);
      parts.push(sayExpression(item.expression, names));
    }
  const conditions = [...plan.select.map(({ expression }) => partOf(expression)), plan.where, plan.having]
    .flatMap((condition) => (condition === null ? [] : condition.kind === 'and' ? condition.items : [condition]))
    .filter(({ kind }) => kind !== 'metricFilter');
  for (const [index, condition] of conditions.entries()) {
    plain(index === 0 ? words.where : words.and);
    parts.push(sayCondition(condition, names));
  }
  const [order] = plan.orderBy;
  if (order !== undefined && plan.limit !== null && plan.limitPer !== undefined)
    plain(words.topPer(plan.limit, orderName(order), order.descending, groupNames(plan.limitPer)));
  else if (order !== undefined && plan.limit !== null)
    plain(words.top(plan.limit, orderName(order), order.descending, (plan.offset ?? 0) + 1));
  else if (order !== undefined && !isCourseOfTime(order)) plain(words.sorted(orderName(order), order.descending));
  else if (plan.limit !== null) plain(words.first(plan.limit));
  return parts;

  /** A list of things by their names alone is a list of the things. */
  function isDisplayOnly([item, ...more]: typeof shown): boolean {
    return (
      more.length === 0 &&
      item?.expression.kind === 'column' &&
      item.expression.source === plan.from.id &&
      names.displays(item.expression.source, item.expression.column)
    );
  }

  /** Groups that are shown: keys are grouped by beside their names. */
  function groupNames(keys: readonly PlanExpression[]): string {
    const shownKeys = keys.filter((key) => plan.select.some((item) => same(item.expression, key)));
    return shownKeys.map((key) => sayExpression(key, names).text).join(words.and);
  }

  function orderName({ expression, counts }: PlanOrder): string {
    const item = plan.select.find((candidate) => same(candidate.expression, expression));
    return sayExpression(expression, names, item?.counts ?? counts).text;
  }
}

/** What makes some of the rows the part that a share is of. */
function partOf(expression: PlanExpression): PlanCondition | null {
  return expression.kind === 'arithmetic' && expression.left.kind === 'filtered' ? expression.left.where : null;
}

/** Earlier before later goes without saying. */
function isCourseOfTime({ expression, descending }: QueryPlan['orderBy'][number]): boolean {
  return expression.kind === 'grain' && !descending;
}
