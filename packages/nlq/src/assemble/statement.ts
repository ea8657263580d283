import type { PlanCondition, PlanExpression, PlanOrder, QueryPlan } from '../plan.ts';
import type { AssembleContext, Superlative } from './context.ts';
import type { GroupItem, Item } from './output-items.ts';
import type { Scope } from './scope.ts';

/** The outermost SELECT while it is put together: each step adds its part to what the steps before it left. */
export interface Statement {
  readonly context: AssembleContext;
  readonly scope: Scope;
  /** The table whose rows are spoken of. */
  readonly subject: number;
  readonly superlatives: readonly Superlative[];
  /** What was said to group by. */
  readonly groups: readonly GroupItem[];
  /** The figures that were asked for. */
  readonly measures: readonly Item[];
  /** The first few are picked in each group. */
  readonly ranks: boolean;
  readonly items: Item[];
  readonly where: PlanCondition[];
  readonly groupBy: PlanExpression[];
  readonly having: PlanCondition[];
  orderBy: PlanOrder[];
  limit: number | null;
  distinct: boolean;
  /** Rows passed over before the first. */
  passed: Pick<QueryPlan, 'offset'>;
  limitPer: Pick<QueryPlan, 'limitPer'>;
}
