import type { PlanExpression, PlanOrder } from '../plan.ts';
import { figuresBeside } from './beside-figure.ts';
import { type AssembleContext, optionOf, type Superlative, tableAt } from './context.ts';
import { isAggregate, same } from './expression.ts';
import { addGroups, dedupe, detail, type GroupItem, groupItems, type Item, keysOfNames, project } from './output-items.ts';
import { divideBy, perMeasure } from './per-measure.ts';
import { ranksWithin } from './rank-within.ts';
import { divideOver } from './ratio-over.ts';
import { createScope, type Scope } from './scope.ts';
import type { Statement } from './statement.ts';
import { subjectOf } from './subject.ts';

/** What is shown, and by what it is grouped. @throws Unassemblable | CountedTwice */
export function beginStatement(context: AssembleContext): Statement {
  const { frame } = context;
  const scope = createScope(context.prepared, context.graph, context.nameSource);
  const subject = subjectOf(context);
  scope.use(subject);
  const items = projected(context, scope, subject);
  const superlatives = frame.conditions.filter((condition): condition is Superlative => condition.kind === 'superlative');
  const per = perMeasure(context);
  const groups = groupItems(context, scope, per);
  figuresBeside(context, items, groups);
  const single = extremeRow(items, groups.length > 0 || superlatives.length > 0);
  const measures = items.filter((item) => isAggregate(item.expression));
  const ranks = ranksWithin(context, items, groups, superlatives);
  const groupBy: PlanExpression[] = [];
  if (!ranks && (measures.length > 0 || superlatives.some((one) => one.count !== null))) {
    groupBy.push(...keysOfNames(context, scope, items));
    addGroups(items, groups, groupBy, measures.length > 0, frame.explicitOutput);
  } else showGroups(items, groups);
  if (per !== null) divideBy(scope, per, items, groupBy);
  const where = divideOver(context, scope, items);
  if (items.length === 0) items.push(detail(scope, { table: subject, column: tableAt(context, subject).display }));
  return {
    context,
    scope,
    subject,
    superlatives,
    groups,
    measures,
    ranks,
    items,
    where,
    groupBy,
    having: [],
    orderBy: single === null ? [] : [single],
    limit: single === null ? frame.limit : 1,
    distinct: frame.distinct && measures.length === 0,
    passed: {},
    limitPer: {},
  };
}

/** What the projections show, each thing once. */
function projected(context: AssembleContext, scope: Scope, subject: number): Item[] {
  const { projections } = context.frame;
  const plain = projections.filter((projection) => projection.kind !== 'count' && projection.aggregate === null);
  const explicit = new Set(
    plain.flatMap(({ kind, mention }) => {
      const ref = kind === 'element' && mention !== null ? optionOf(context, mention).ref : null;
      return ref?.kind === 'column' ? [ref.table] : [];
    }),
  );
  const items = projections.flatMap((projection) => project(context, scope, projection, explicit, subject));
  dedupe(items);
  return items;
}

/** "the highest price and its product": one row, not a figure. */
function extremeRow(items: Item[], otherwise: boolean): PlanOrder | null {
  const [extreme, ...more] = items.filter((item) => isAggregate(item.expression));
  if (otherwise || extreme === undefined || more.length > 0 || items.length < 2 || extreme.expression.kind !== 'aggregate') return null;
  const { fn, of } = extreme.expression;
  if (fn !== 'max' && fn !== 'min') return null;
  items.splice(items.indexOf(extreme), 1, { expression: of, meaning: { ...extreme.meaning, role: 'detail', aggregate: null } });
  return { expression: of, descending: fn === 'max' };
}

/** Groups of rows that are listed one by one are columns like the others. */
function showGroups(items: Item[], groups: readonly GroupItem[]): void {
  for (const key of groups)
    if (!items.some((item) => same(item.expression, key.expression) || (key.entity && item.meaning.column?.table === key.table)))
      items.push(key);
}
