import type { AggregateFunction, CompareOperator, PeriodGrain } from '../plan.ts';
import type { Mention, PeriodMention } from './segment.ts';

/** What a question asks for, in terms of its mentions; what they stand for is settled later. */
export interface Frame {
  projections: Projection[];
  conditions: Condition[];
  groups: GroupKey[];
  orders: OrderKey[];
  /** Tables named to say where other things belong. */
  anchors: Mention[];
  distinct: boolean;
  limit: number | null;
  visual: 'scatter' | 'histogram' | 'series' | 'chart' | null;
  share: boolean;
  /** "what share of orders in 2025 were cancelled": from which condition on the part is spoken of; null when nothing tells. */
  saidOfPart: number | null;
  /** "growth": each period against the one `back` periods before; `over` is the unit said with it. */
  growth: { readonly over: PeriodGrain | null; back: number } | null;
  /** "cumulative": each period with all before it. */
  running: boolean;
  /** "compare", "versus": sides are to stand next to each other. */
  compared: boolean;
  /** "the last 30 days against the 30 days before": one period in the conditions, which ends and begins at `at` between. */
  sides: { readonly from: string; readonly at: string; readonly to: string } | null;
  /** "sold less in 2025 than in 2024": of `sides`, whether the later has to be the smaller or the greater. */
  later: '<' | '>' | null;
  /** "sales per order", "profit divided by sales": what the figure is divided by. */
  over: Mention | null;
  /** "average monthly sales": by the number of which moments the figure is divided. */
  eachMoment: { readonly mention: Mention; readonly grain: PeriodGrain } | null;
  /** A later sentence says what to show. */
  explicitOutput: boolean;
  /** "common to all X": the rows listed go with every row of it. */
  division: Mention | null;
  /** Words that carry meaning and were not understood. */
  unread: string[];
  /** Verbs that were passed over. */
  verbs: string[];
  /** Things seen but not understood as a whole; each weighs on confidence. */
  doubts: string[];
}

export interface Projection {
  readonly kind: 'element' | 'count' | 'everything' | 'entity';
  readonly mention: Mention | null;
  readonly aggregate: AggregateFunction | null;
  readonly distinct: boolean;
  /** "shops and their ratings": named even though more of its table is shown. */
  readonly kept?: boolean;
  /** Nobody said how its rows are put together. */
  readonly assumed?: true;
  /** The "of X" the column was said to belong to. */
  anchor: Mention | null;
}

export interface GroupKey {
  /** Said with "per": what stands before it is counted or measured, never listed. */
  readonly per?: boolean;
  /** Said with "per" or «لكل»: a figure is divided by it, where it is a measure itself. */
  readonly divides?: boolean;
  readonly mention: Mention | null;
  readonly grain: PeriodGrain | null;
}

export interface OrderKey {
  readonly mention: Mention | null;
  readonly aggregate: AggregateFunction | null;
  readonly count: boolean;
  /** Said as what the first few are picked by, so it is of interest itself. */
  readonly shown?: boolean;
  descending: boolean;
}

export type ConditionBody =
  | {
      readonly kind: 'value';
      readonly mention: Mention;
      readonly lhs: Mention | null;
      readonly role: string | null /** Said as where something is: "in", "from", "through". */;
      readonly place?: boolean;
    }
  | {
      readonly kind: 'compare';
      readonly lhs: Mention;
      readonly operator: CompareOperator;
      readonly value: number;
      readonly flipDates: boolean;
      /** Said in hundredths. */
      readonly percent?: true;
    }
  | {
      readonly kind: 'text';
      readonly lhs: Mention | null;
      readonly match: 'equals' | 'contains' | 'starts' | 'ends';
      readonly text: string;
    }
  | { readonly kind: 'between'; readonly lhs: Mention; readonly low: number; readonly high: number; readonly percent?: true }
  | {
      readonly kind: 'against';
      /** "larger than Norway": the figure of that row. */
      readonly row?: Mention;
      readonly lhs: Mention;
      readonly operator: CompareOperator;
      readonly fn: AggregateFunction;
      readonly of: Mention | null;
      readonly flipDates: boolean;
      readonly scope: Mention | null;
    }
  | { readonly kind: 'exists'; readonly mention: Mention; readonly inner: Condition[] }
  | {
      readonly kind: 'countCompare';
      /** "an average price above 20": a figure of the column instead of a count. */
      readonly aggregate?: AggregateFunction;
      readonly mention: Mention | null;
      readonly operator: CompareOperator;
      readonly value: number;
      readonly distinct: boolean;
    }
  | {
      readonly kind: 'superlative';
      readonly up: boolean;
      readonly by: Mention | null;
      readonly flipDates: boolean;
      readonly aggregate: AggregateFunction | null;
      readonly target: Mention | null;
      readonly count: Mention | 'rows' | null;
      readonly limit: number;
      /** 2 for "the second highest". */
      readonly nth?: number;
    }
  | { readonly kind: 'period'; readonly lhs: Mention | null; readonly period: PeriodMention }
  | { readonly kind: 'null'; readonly lhs: Mention };

/** "median price", "above the median". */
export function asksMedian({ projections, conditions, orders }: Frame): boolean {
  return (
    [...projections, ...orders].some(({ aggregate }) => aggregate === 'median') ||
    conditions.some(
      (condition) => ('fn' in condition && condition.fn === 'median') || ('aggregate' in condition && condition.aggregate === 'median'),
    )
  );
}

/** Nothing that was said names a thing of the data. */
export function namesNothing({ projections, anchors, groups, orders, conditions }: Frame): boolean {
  const named = [...projections, ...groups, ...orders].some(({ mention }) => mention !== null);
  return !named && anchors.length === 0 && conditions.length === 0;
}

export type Condition = ConditionBody & {
  readonly connector: 'and' | 'or';
  readonly negated: boolean;
  /** "both A and B": each must hold for some row of its own. */
  readonly both: boolean;
};
