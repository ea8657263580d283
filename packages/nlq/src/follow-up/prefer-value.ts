import { isSameName } from '../lexicon/names.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { ValueCandidate } from '../lexicon/value-index.ts';
import type { Frame } from '../parse/frame.ts';
import type { Mention } from '../parse/segment.ts';
import type { QueryPlan } from '../plan.ts';
import { conditionsOf } from './edit-plan.ts';
import { planTables } from './extend-plan.ts';

/**
 * A value that several columns hold: the one that was named with it ("only Makkah region"), else what the plan shows, else what
 * it is restricted by already; else all that could be meant.
 */
export function preferredValues(
  { mention, lhs }: { readonly mention: Mention; readonly lhs: Mention | null },
  frame: Frame,
  plan: QueryPlan,
  prepared: PreparedModel,
): readonly ValueCandidate[] {
  const tables = planTables(plan, prepared);
  const sourceOf = (table: number) => tables.get(table)?.id;
  const nameOf = ({ table, column }: ValueCandidate) => prepared.tables[table]?.columns[column]?.column.name;
  const named = [...frame.projections.map((projection) => projection.mention), ...frame.anchors, lhs].flatMap((one) => one?.elements ?? []);
  const isNamed = (value: ValueCandidate) =>
    named.some(
      ({ ref, score }) =>
        ref.kind !== 'metric' && score >= NAMED && ref.table === value.table && (ref.kind === 'table' || ref.column === value.column),
    );
  const isShown = (value: ValueCandidate) =>
    plan.select.some(
      ({ expression }) =>
        expression.kind === 'column' &&
        expression.source === sourceOf(value.table) &&
        isSameName(expression.column, nameOf(value) ?? expression.column),
    );
  const isHeld = (value: ValueCandidate) =>
    conditionsOf(plan.where).some(
      (item) =>
        item.kind === 'compare' &&
        item.left.kind === 'column' &&
        item.left.source === sourceOf(value.table) &&
        item.left.column === nameOf(value),
    );
  const best = Math.max(...mention.values.map(({ score }) => score));
  const fitting = mention.values.filter(({ score }) => score >= best - CLOSE);
  for (const preferred of [isNamed, isHeld, isShown]) if (fitting.some(preferred)) return fitting.filter(preferred);
  return mention.values;
}

const NAMED = 0.9;
const CLOSE = 0.1;
