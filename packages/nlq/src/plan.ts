/** A question understood: plain JSON, stored with an answer, edited by follow-ups, written out as SQL per dialect. */
export interface QueryPlan {
  readonly version: 1;
  readonly from: PlanSource;
  readonly joins: readonly PlanJoin[];
  readonly distinct: boolean;
  readonly select: readonly PlanSelect[];
  readonly where: PlanCondition | null;
  readonly groupBy: readonly PlanExpression[];
  readonly having: PlanCondition | null;
  readonly orderBy: readonly PlanOrder[];
  readonly limit: number | null;
  /** Rows passed over before the first: one for "the second highest". */
  readonly offset?: number;
  /** Set when `limit` holds for the rows alike in these rather than for all; all of them are grouped by. */
  readonly limitPer?: readonly PlanExpression[];
}

/** One occurrence of a table; `id` tells two occurrences apart and is unique within a plan and its sub-plans. */
export interface PlanSource {
  readonly id: string;
  readonly schema: string;
  readonly table: string;
}

export interface PlanJoin {
  readonly kind: 'inner' | 'left';
  readonly source: PlanSource;
  readonly on: readonly { readonly left: PlanColumn; readonly right: PlanColumn }[];
}

export interface PlanColumn {
  readonly kind: 'column';
  readonly source: string;
  readonly column: string;
}

/** `median` is written by dialects that have one. */
export type AggregateFunction = 'sum' | 'avg' | 'min' | 'max' | 'median';
export type PeriodGrain = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'weekday' | 'hour';

export type PlanExpression =
  | PlanColumn
  | { readonly kind: 'count'; readonly distinct: boolean; readonly of: PlanExpression | null }
  | { readonly kind: 'aggregate'; readonly fn: AggregateFunction; readonly of: PlanExpression }
  /** A metric of the semantic layer over the rows of `source`. */
  | { readonly kind: 'metric'; readonly source: string; readonly name: string }
  | { readonly kind: 'grain'; readonly grain: PeriodGrain; readonly of: PlanExpression }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'arithmetic'; readonly operator: '+' | '-' | '*' | '/'; readonly left: PlanExpression; readonly right: PlanExpression }
  /** `of` as a fraction of its sum over all groups. */
  | { readonly kind: 'share'; readonly of: PlanExpression }
  | PlanEarlier
  /** 1 for the first among the rows alike in `within`. */
  | { readonly kind: 'place'; readonly within: readonly PlanExpression[]; readonly orderBy: readonly PlanOrder[] }
  /** The sum of `of` up to and with the row's `period`, among the rows alike in `within`. */
  | { readonly kind: 'running'; readonly of: PlanExpression; readonly period: PlanExpression; readonly within: readonly PlanExpression[] }
  /** Change from `earlier` to `of` as a fraction of `earlier`. */
  | { readonly kind: 'growth'; readonly of: PlanExpression; readonly earlier: PlanEarlier }
  /** Counts or aggregates only the rows that satisfy `where`. */
  | { readonly kind: 'filtered'; readonly of: PlanExpression; readonly where: PlanCondition }
  | { readonly kind: 'query'; readonly plan: QueryPlan }
  /** `fn` over the one figure that `plan` gives for each of its groups. */
  | { readonly kind: 'overGroups'; readonly fn: AggregateFunction; readonly plan: QueryPlan };

/** The figure `back` periods before, among the rows alike in `within`; null where there is none. */
export interface PlanEarlier {
  readonly kind: 'earlier';
  readonly of: PlanExpression;
  /** What the rows are grouped by in time. */
  readonly period: PlanExpression;
  /** At least 1. */
  readonly back: number;
  readonly within: readonly PlanExpression[];
}

export interface PlanSelect {
  readonly expression: PlanExpression;
  readonly name: string;
  /** Table whose rows a count is of, for its label. */
  readonly counts?: { readonly schema: string; readonly table: string };
}

export interface PlanOrder {
  readonly expression: PlanExpression;
  readonly descending: boolean;
  /** Table whose rows a count is of, to say it in words. */
  readonly counts?: { readonly schema: string; readonly table: string };
}

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type PlanCondition =
  | { readonly kind: 'compare'; readonly operator: CompareOperator; readonly left: PlanExpression; readonly right: PlanExpression }
  | {
      readonly kind: 'like';
      readonly left: PlanExpression;
      readonly match: 'contains' | 'starts' | 'ends';
      readonly value: string;
      readonly negated: boolean;
    }
  | { readonly kind: 'in'; readonly left: PlanExpression; readonly values: readonly (string | number)[]; readonly negated: boolean }
  | {
      readonly kind: 'between';
      readonly left: PlanExpression;
      readonly low: PlanExpression;
      readonly high: PlanExpression;
      readonly negated: boolean;
    }
  | { readonly kind: 'null'; readonly left: PlanExpression; readonly negated: boolean }
  /** `left` is (not) among the one column that `plan` returns. */
  | { readonly kind: 'member'; readonly left: PlanExpression; readonly plan: QueryPlan; readonly negated: boolean }
  /** From `from` up to, not including, `to`; ISO dates, null for open. */
  | {
      readonly kind: 'period';
      readonly left: PlanExpression;
      readonly from: string | null;
      readonly to: string | null;
      readonly negated: boolean;
    }
  | { readonly kind: 'metricFilter'; readonly source: string; readonly name: string }
  | { readonly kind: 'and' | 'or'; readonly items: readonly PlanCondition[] }
  | { readonly kind: 'not'; readonly item: PlanCondition };
