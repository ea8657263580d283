import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { Mention } from '../parse/segment.ts';
import type { PlanColumn, QueryPlan } from '../plan.ts';
import type { Parts } from '../read-question.ts';
import { conditionsOf } from './edit-plan.ts';
import { planTables, reachColumn } from './extend-plan.ts';
import { dateOfFigures } from './figure-date.ts';

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

  /** The date that words name, else the one the plan speaks of already, else the one its figures go by. */
  function dateColumn(mention: Mention | null): PlanColumn | null {
    const named = mention === null || mention.id < 0 ? [] : candidatesOf(mention).filter(isDate);
    const best = nearest(named);
    if (best !== null) return place(best.table, best.column);
    for (const condition of conditionsOf(edited.plan.where)) {
      if (condition.kind === 'period' && condition.left.kind === 'column') return condition.left;
      if (condition.kind === 'compare' && condition.left.kind === 'column' && isYear(condition.left)) return condition.left;
    }
    for (const key of edited.plan.groupBy) if (key.kind === 'grain' && key.of.kind === 'column') return key.of;
    const own = dateOfFigures(edited.plan, { prepared, graph });
    return own === null ? null : place(own.table, own.column);
  }

  /** The column that words stand for. */
  function reach(mention: Mention): PlanColumn | null {
    const best = nearest(candidatesOf(mention));
    return best === null ? null : place(best.table, best.column);
  }

  function candidatesOf({ elements }: Mention) {
    return elements.flatMap(({ ref, score }) => {
      if (ref.kind === 'metric') return [];
      const column = ref.kind === 'column' ? ref.column : (prepared.tables[ref.table]?.display ?? 0);
      return [{ table: ref.table, column, score }];
    });
  }

  function isDate({ table, column, score }: { table: number; column: number; score: number }): boolean {
    return score >= OWN_NAME && prepared.tables[table]?.columns[column]?.type === 'date';
  }

  /** A year kept as a number or text, which no calendar function reads. */
  function isYear(column: PlanColumn): boolean {
    for (const [table, source] of planTables(edited.plan, prepared))
      if (source.id === column.source)
        return prepared.tables[table]?.columns.find((item) => item.column.name === column.column)?.yearLike ?? false;
    return false;
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
