import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PlanColumn, PlanCondition, PlanExpression, PlanSource, QueryPlan } from '../plan.ts';
import { same } from './expression.ts';

/** Parts of a plan that change nothing, whatever the rows are: they were said of something else. */
export function hollowParts(plan: QueryPlan, prepared: PreparedModel): string[] {
  const doubts: string[] = [];
  if (excludesOthers(plan.where)) doubts.push('a value left out beside another', 'of which rows');
  if (countsEachOnce(plan, prepared)) doubts.push('a count that is one for each', 'most or least of what');
  if (ranksAlike(plan)) doubts.push('a rank within a group by what the group has', 'the first of equals');
  if (boundsItself(plan)) doubts.push('the most of what is one in each group', 'a figure of its own group');
  return doubts;
}

/** "in Riyadh but not in Jeddah" of one row: what is in one is never in the other. */
function excludesOthers(where: PlanCondition | null): boolean {
  const conditions = where?.kind === 'and' ? where.items : [];
  return conditions.some(
    (one) => one.kind === 'compare' && one.operator === '=' && conditions.some((other) => isOtherThan(other, one.left)),
  );
}

/** Where rows may hold nothing, these are other than any value too. */
function isOtherThan(condition: PlanCondition, left: PlanExpression): boolean {
  const [said] = condition.kind === 'or' ? condition.items : [condition];
  return said?.kind === 'compare' && said.operator === '!=' && same(said.left, left);
}

/** "the least popular product", where a product is one row, and goes with one of whatever is joined to it. */
function countsEachOnce({ from, joins, where, groupBy, orderBy }: QueryPlan, prepared: PreparedModel): boolean {
  const [first] = orderBy;
  const counts = first?.expression.kind === 'count' && !first.expression.distinct;
  const alone = joins.every(({ source, on }) => on.some(({ left, right }) => [left, right].some((side) => isKey(side, source, prepared))));
  const own = counts && alone && groupBy.some((key) => key.kind === 'column' && isKey(key, from, prepared));
  const inner = where?.kind === 'and' ? where.items : where === null ? [] : [where];
  return own || inner.some((condition) => condition.kind === 'member' && countsEachOnce(condition.plan, prepared));
}

function isKey({ source, column }: PlanColumn, { id, schema, table }: PlanSource, prepared: PreparedModel): boolean {
  if (source !== id) return false;
  const index = prepared.tableIndex(`${schema}.${table}`) ?? prepared.tableIndex(table);
  return (
    index !== undefined && prepared.tables[index]?.columns.some((known) => known.column.name === column && known.key === 'primary') === true
  );
}

/** The latest month of each month. */
function boundsItself({ select, groupBy }: QueryPlan): boolean {
  return select.some(
    ({ expression }) =>
      expression.kind === 'aggregate' &&
      (expression.fn === 'max' || expression.fn === 'min') &&
      groupBy.some((key) => same(key, expression.of)),
  );
}

/** "the oldest employee in each branch" by the day the branch opened. */
function ranksAlike({ limitPer = [], orderBy }: QueryPlan): boolean {
  const [first] = orderBy;
  const by = first?.expression.kind === 'column' ? first.expression : null;
  return by !== null && limitPer.some((key) => key.kind === 'column' && key.source === by.source);
}
