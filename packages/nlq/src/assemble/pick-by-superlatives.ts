import { optionOf, type Superlative, Unassemblable } from './context.ts';
import { same } from './expression.ts';
import { listedKeys } from './listed-keys.ts';
import { showOrder } from './show-order.ts';
import type { Statement } from './statement.ts';
import { type MainOrder, offsetOf, superlativeFilter, superlativeOrder } from './superlative-plan.ts';

/** "the oldest", "with the most orders": the first rows in an order, or a condition on them. @throws Unassemblable */
export function pickBySuperlatives(statement: Statement): void {
  const { context, scope, subject, superlatives, groups, measures, ranks, items, where, groupBy } = statement;
  if (
    !ranks &&
    measures.length === 0 &&
    groups.length > 0 &&
    superlatives.some((one) => one.count === null && one.by !== null && one.aggregate === null)
  )
    throw new Unassemblable('the first of each group');
  for (const superlative of superlatives) {
    const main =
      superlatives.length === 1 && (measures.length === 0 || groupBy.length > 0)
        ? superlativeOrder(context, scope, superlative, subject, { items: items.map((item) => item.expression), groupBy })
        : null;
    if (main !== null) pickFirst(statement, superlative, main);
    else if (ranks) throw new Unassemblable('the first of each group');
    else where.push(superlativeFilter(context, scope, superlative, subject));
  }
}

function pickFirst(statement: Statement, superlative: Superlative, main: MainOrder): void {
  const { context, scope, measures, items, groupBy } = statement;
  // The key comes first: among equals the database then takes the first by key.
  const before = groupBy.splice(0);
  // Namesakes are not one and the same.
  const keys = main.groupBy.length > 0 && superlative.count === null ? listedKeys(context, scope) : [];
  for (const expression of [...keys, ...main.groupBy, ...before])
    if (!groupBy.some((known) => same(known, expression))) groupBy.push(expression);
  if (main.groupBy.length > 0) statement.distinct = false;
  statement.orderBy = main.orderBy;
  statement.limit = superlative.limit;
  statement.passed = offsetOf(superlative);
  // "the top 3 shops with the most staff" are told with their figures.
  if (superlative.limit > 1 && measures.length === 0 && superlative.count !== null && superlative.count !== 'rows')
    showOrder(items, main.orderBy[0]?.expression, optionOf(context, superlative.count).ref.table);
}
