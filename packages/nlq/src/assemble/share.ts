import { addsUp, isOneCall } from '../lexicon/additive.ts';
import type { Condition, Frame } from '../parse/frame.ts';
import type { PlanCondition, PlanExpression } from '../plan.ts';
import { type AssembleContext, and, CountedTwice, Unassemblable } from './context.ts';
import { isAggregate, same } from './expression.ts';
import type { GroupItem, Item, OutputMeaning } from './output-items.ts';
import type { Scope } from './scope.ts';

/** Columns that name what a share is of. */
const MOST_NAMES = 3;

/** "share of sales by city": each figure as a fraction of their sum. @throws Unassemblable when there is nothing to share out. */
export function shareOut<T extends { readonly expression: PlanExpression; readonly meaning: OutputMeaning }>(
  { frame, doubts }: AssembleContext,
  items: readonly T[],
  grouped: boolean,
): T[] {
  const measures = items.filter((item) => isAggregate(item.expression));
  const [measure] = measures;
  if (measure === undefined || measures.length > 1 || !grouped) throw new Unassemblable('a share of nothing');
  // "the share of online sales in total sales": the part and the whole are both said.
  if (figuresOf(frame).length > 1) doubts.push(...OWN_WHOLE);
  // "the share of online orders" is one figure, and not one for each order with all it has.
  if (items.length > MOST_NAMES + 1) throw new Unassemblable('a share of each row');
  return items.map((item) =>
    item === measure
      ? { ...item, expression: { kind: 'share', of: item.expression }, meaning: { ...item.meaning, aggregate: 'share' } }
      : item,
  );
}

const OWN_WHOLE = ['a part of a whole of its own', 'a whole beside its part'];

const figuresOf = ({ projections }: Frame) =>
  projections.filter(({ kind, mention }) => kind === 'count' || mention?.elements[0]?.ref.kind === 'metric');

/** What a part is taken of, and what makes it the part. */
interface PartOfWhole {
  readonly part: readonly Condition[];
  readonly whole: readonly Condition[];
}

/**
 * "what share of orders in 2025 were cancelled": those of 2025 are the whole, the cancelled ones the part. A period bounds
 * both when the part has something of its own, and so does a place said last.
 */
export function partAndWhole(context: AssembleContext, conditions: readonly Condition[]): PartOfWhole {
  const { saidOfPart } = context.frame;
  const said = saidOfPart === null ? [] : conditions.filter((condition) => context.frame.conditions.indexOf(condition) >= saidOfPart);
  const lasting = conditions.filter(({ kind }) => kind !== 'period');
  const spoken = said.length > 0 ? said : lasting.length > 0 ? lasting : conditions;
  const bounds = (condition: Condition) => condition.kind === 'period' || (condition.kind === 'value' && condition.place === true);
  const part = spoken.filter((condition, index) => index === 0 || !bounds(condition));
  if (
    said.length === 0 &&
    part.length > 1 &&
    lasting.length > 1 &&
    lasting.some(({ connector }, index) => index > 0 && connector === 'and')
  )
    context.doubts.push('a part of which whole', 'several conditions of a share');
  return { part, whole: conditions.filter((condition) => !part.includes(condition)) };
}

/** "the share of online sales": the one figure whose part for some rows is told of all of it; null for others. */
export function figureShared({ frame, prepared }: AssembleContext, items: readonly Item[]): PlanExpression | null {
  const [only, ...others] = items;
  if (only?.expression.kind !== 'metric' || others.length > 0 || frame.groups.length > 0) return null;
  const { expression } = only;
  const metric = prepared.model.metrics.find(({ name }) => name === expression.name);
  return metric !== undefined && addsUp(metric.expression) && isOneCall(metric.expression) ? expression : null;
}

/**
 * "what percentage of nations are monarchies": the rows that satisfy the conditions, out of all; "by continent" out of those of each
 * group. @throws Unassemblable
 */
export function partOfAll(
  context: AssembleContext,
  scope: Scope,
  subject: number,
  { items, groups, part }: { items: readonly Item[]; groups: readonly GroupItem[]; part: readonly PlanCondition[] },
): Item {
  // "the share of online orders in the number of orders"
  const figures = figuresOf(context.frame).length;
  if (figures > 0 && context.frame.projections.length > figures) context.doubts.push(...OWN_WHOLE);
  const condition = and(part);
  const figure = figureShared(context, items);
  if (figure !== null && condition !== null) {
    if (repeats(context, scope, figure)) throw new CountedTwice('a part of a figure whose rows are repeated');
    return {
      expression: { kind: 'arithmetic', operator: '/', left: { kind: 'filtered', of: figure, where: condition }, right: figure },
      meaning: { role: 'measure', column: null, metric: null, aggregate: 'share', counted: null },
    };
  }
  const repeated = scope.tables().some((table) => (context.graph.paths(subject, table)[0] ?? []).some((edge) => edge.toMany));
  const others = items.filter((item) => !groups.some((key) => same(key.expression, item.expression)));
  if (condition === null || repeated || others.some(({ meaning }) => (meaning.counted ?? meaning.column?.table) !== subject))
    throw new Unassemblable('a part of nothing');
  const rows: PlanExpression = { kind: 'count', distinct: false, of: null };
  return {
    expression: { kind: 'arithmetic', operator: '/', left: { kind: 'filtered', of: rows, where: condition }, right: rows },
    meaning: { role: 'measure', column: null, metric: null, aggregate: 'share', counted: subject },
  };
}

/** A join from the rows of the figure to many would count them more than once. */
function repeats({ prepared, graph }: AssembleContext, scope: Scope, figure: PlanExpression): boolean {
  const metric = prepared.model.metrics.find(({ name }) => figure.kind === 'metric' && name === figure.name);
  const rows = metric === undefined ? undefined : prepared.tableIndex(metric.table);
  return rows === undefined || scope.tables().some((table) => (graph.paths(rows, table)[0] ?? []).some((edge) => edge.toMany));
}
