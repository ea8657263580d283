import { columnOfName } from '../lexicon/prepared-model.ts';
import type { Mention } from '../parse/segment.ts';
import type { PlanColumn, QueryPlan } from '../plan.ts';
import type { Parts } from '../read-question.ts';
import { conditionsOf } from './edit-plan.ts';
import { planTables, reachColumn } from './extend-plan.ts';

/** Each join on the way takes as much from how well the words fit. */
const JOIN_COST = 0.15;

/** A plan that is being changed: a column that is reached takes its table in. */
export interface EditedPlan {
  plan: QueryPlan;
}

export type PlanColumns = ReturnType<typeof createPlanColumns>;

/** Columns of a plan by the words for them; each null where none can be reached without repeating rows. */
export function createPlanColumns(edited: EditedPlan, { prepared, graph }: Pick<Parts, 'prepared' | 'graph'>) {
  return { dateColumn, reach, isYear, nearest, place };

  /** The date the plan speaks of already, else the one the words lead to. */
  function dateColumn(mention: Mention | null): PlanColumn | null {
    for (const condition of conditionsOf(edited.plan.where)) {
      if (condition.kind === 'period' && condition.left.kind === 'column') return condition.left;
      if (condition.kind === 'compare' && condition.left.kind === 'column' && isYear(condition.left)) return condition.left;
    }
    for (const key of edited.plan.groupBy) if (key.kind === 'grain' && key.of.kind === 'column') return key.of;
    for (const { expression } of edited.plan.select) {
      const metric = expression.kind === 'metric' ? prepared.model.metrics.find(({ name }) => name === expression.name) : undefined;
      const found = metric?.dateColumn == null ? null : columnOfName(prepared, metric.dateColumn, metric.table);
      const column = found === null ? null : place(found.table, found.column);
      if (column !== null) return column;
    }
    return mention === null ? null : reach(mention, true);
  }

  /** The column that words stand for; `dated`: rather the date that the plan speaks of. */
  function reach(mention: Mention, dated: boolean): PlanColumn | null {
    const inPlan = dated ? dateInPlan() : null;
    if (inPlan !== null) return inPlan;
    const candidates = mention.elements.flatMap(({ ref, score }) => {
      if (ref.kind === 'metric') return [];
      const column = ref.kind === 'column' ? ref.column : (prepared.tables[ref.table]?.display ?? 0);
      return [{ table: ref.table, column, score }];
    });
    const best = nearest(candidates);
    return best === null ? null : place(best.table, best.column);
  }

  /** A year kept as a number or text, which no calendar function reads. */
  function isYear(column: PlanColumn): boolean {
    for (const [table, source] of planTables(edited.plan, prepared))
      if (source.id === column.source)
        return prepared.tables[table]?.columns.find((item) => item.column.name === column.column)?.yearLike ?? false;
    return false;
  }

  function dateInPlan(): PlanColumn | null {
    for (const condition of conditionsOf(edited.plan.where))
      if (condition.kind === 'period' && condition.left.kind === 'column') return condition.left;
    return edited.plan.select.some((item) => item.expression.kind === 'metric') ? dateColumn(null) : null;
  }

  /** What fits the words best and is not far from the tables of the plan. */
  function nearest<C extends { readonly table: number; readonly score: number }>(candidates: readonly C[]): C | null {
    const tables = [...planTables(edited.plan, prepared).keys()];
    const fit = ({ table: to, score }: C) => score - JOIN_COST * Math.min(...tables.map((table) => graph.distance(table, to)));
    return [...candidates].sort((a, b) => fit(b) - fit(a))[0] ?? null;
  }

  /** The column of a table by their positions in the model; joins the table where it must. */
  function place(table: number, column: number): PlanColumn | null {
    const found = reachColumn(edited.plan, prepared, graph, table, column);
    if (found === null) return null;
    edited.plan = found.plan;
    return found.column;
  }
}
