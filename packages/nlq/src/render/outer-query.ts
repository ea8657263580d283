import { same } from '../assemble/expression.ts';
import type { PlanExpression, QueryPlan } from '../plan.ts';
import type { SemanticModel } from '../semantic-model.ts';
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
  return { ...plan, select: [...select, ...place], orderBy: [], limit: null };
}

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
  return [
    `SELECT ${shown.join(', ')}`,
    'FROM (',
    // Clause by clause: a text or a quoted name may hold a line break of its own.
    ...inner.map((clause) => `  ${clause}`),
    `) AS ${names.figures}`,
    ...(plan.limitPer === undefined || plan.limit === null ? [] : [`WHERE ${names.place} <= ${plan.limit}`]),
    ...(orders.length === 0 ? [] : [`ORDER BY ${orders.join(', ')}`]),
  ].join('\n');
}
