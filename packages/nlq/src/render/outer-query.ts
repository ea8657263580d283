import { same } from '../assemble/expression.ts';
import type { PlanCondition, PlanExpression, QueryPlan } from '../plan.ts';
import type { SemanticModel } from '../semantic-model.ts';
import { moveBy, unitSpan } from '../time/calendar.ts';
import type { SqlDialect } from './dialect.ts';

/** A plan that has to see all of its groups before it can say what it shows: the first of each, the change between two. */
export function isLayered(plan: QueryPlan): boolean {
  return plan.limitPer !== undefined || plan.select.some(({ expression }) => expression.kind === 'growth');
}

/** What a layered query adds of its own: the place of a row in its group, and the groups it reads from. */
export interface LayerNames {
  readonly place: string;
  readonly figures: string;
}

/** Names that no output, table or column bears, in whatever case: a database would read one for the other. */
export function layerNames(plan: QueryPlan, model: SemanticModel): LayerNames {
  const stored = model.tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]);
  const taken = new Set([...plan.select.map(({ name }) => name), ...stored].map((name) => name.toLowerCase()));
  const free = (base: string) => {
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}_${n}`;
    return name;
  };
  return { place: free('place'), figures: free('figures') };
}

/** What stands inside: the groups with their figures, in no order. */
export function innerPlan({ limitPer, ...plan }: QueryPlan, names: LayerNames): QueryPlan {
  const select = plan.select.filter(({ expression }) => expression.kind !== 'growth');
  const place = limitPer === undefined ? [] : [{ expression: placeOf(plan, limitPer), name: names.place }];
  const begun = beginOf(plan);
  return { ...plan, where: begun?.where ?? plan.where, select: [...select, ...place], orderBy: [], limit: null };
}

interface Begun {
  readonly period: Grain;
  /** First day shown. */
  readonly from: string;
  /** The conditions, with the periods before that day that the first ones are held against. */
  readonly where: PlanCondition;
}

type Grain = Extract<PlanExpression, { kind: 'grain' }>;

/** "growth by month in 2025" reads December 2024 for January, and does not show it; null where nothing lies before. */
function beginOf({ select, where }: QueryPlan): Begun | null {
  const growth = select.find(({ expression }) => expression.kind === 'growth')?.expression;
  if (growth?.kind !== 'growth' || growth.earlier.period.kind !== 'grain' || where === null) return null;
  const { period, back } = growth.earlier;
  const { grain } = period;
  if (grain === 'weekday' || grain === 'hour') return null;
  const items = where.kind === 'and' ? where.items : [where];
  const said = items.find((item) => item.kind === 'period' && !item.negated && same(item.left, period.of));
  if (said?.kind !== 'period' || said.from === null || unitSpan(grain, said.from, 0, MONDAY).from !== said.from) return null;
  // A period and the one before it: the earlier half is there to be held against.
  if (said.to !== null && moveBy(grain, said.from, 2 * back) >= said.to) return null;
  const wider: PlanCondition = { ...said, from: moveBy(grain, said.from, -back) };
  return { period, from: said.from, where: { kind: 'and', items: items.map((item) => (item === said ? wider : item)) } };
}

const MONDAY = 1;

/** Among equals the first by name, so that the answer is the same each time. */
function placeOf({ orderBy, select }: QueryPlan, within: readonly PlanExpression[]): PlanExpression {
  const names = select.filter(({ expression }) => expression.kind === 'column' && !within.some((key) => same(key, expression)));
  const ties = names.map(({ expression }) => ({ expression, descending: false }));
  return {
    kind: 'place',
    within,
    orderBy: [...orderBy, ...ties.filter((tie) => !orderBy.some((order) => same(order.expression, tie.expression)))],
  };
}

/** Reads from the groups that the clauses `inner` select, by their output names. @throws RangeError when it orders by what is not shown */
export function outerQuery(
  plan: QueryPlan,
  inner: readonly string[],
  names: LayerNames,
  sql: SqlDialect,
  identifier: (name: string) => string,
): string {
  const nameOf = (expression: PlanExpression) => {
    const item = plan.select.find((candidate) => same(candidate.expression, expression));
    if (item === undefined) throw new RangeError('a layered plan reads only what it shows');
    return identifier(item.name);
  };
  const shown = plan.select.map(({ expression, name }) => {
    if (expression.kind !== 'growth') return identifier(name);
    const [now, earlier] = [nameOf(expression.of), nameOf(expression.earlier)];
    return `${sql.divide(`(${now} - ${earlier})`, `ABS(${earlier})`)} AS ${identifier(name)}`;
  });
  const shownGroups = (plan.limitPer ?? []).filter((key) => plan.select.some((item) => same(item.expression, key)));
  const orders = [
    ...shownGroups.map(nameOf),
    ...plan.orderBy.map(({ expression, descending }) => `${nameOf(expression)}${descending ? ' DESC' : ''}`),
  ];
  const begun = beginOf(plan);
  const kept = [
    ...(plan.limitPer === undefined || plan.limit === null ? [] : [`${names.place} <= ${plan.limit}`]),
    ...(begun === null ? [] : [`${nameOf(begun.period)} >= ${sql.grain(begun.period.grain, sql.date(begun.from))}`]),
  ];
  return [
    `SELECT ${shown.join(', ')}`,
    'FROM (',
    // Clause by clause: a text or a quoted name may hold a line break of its own.
    ...inner.map((clause) => `  ${clause}`),
    `) AS ${names.figures}`,
    ...(kept.length === 0 ? [] : [`WHERE ${kept.join(' AND ')}`]),
    ...(orders.length === 0 ? [] : [`ORDER BY ${orders.join(', ')}`]),
  ].join('\n');
}
