import type { PlanCondition, QueryPlan } from '../plan.ts';
import type { Draft } from '../read-question.ts';

/** What tells right readings from wrong ones; every figure is small and none knows a schema. */
export interface Features {
  /** Mean and poorest quality of the links between words and schema, 0 to 1. */
  readonly quality: number;
  readonly weakest: number;
  /** Words of meaning that were left over, up to three, and their share. */
  readonly unread: number;
  readonly unreadShare: number;
  readonly verbs: number;
  readonly doubts: number;
  /** Tables joined beyond the first. */
  readonly joins: number;
  /** How far the next reading is behind, 0 to 0.5. */
  readonly margin: number;
  readonly subqueries: number;
  readonly ties: number;
  readonly misspelt: number;
  /** Words of the question, in tens. */
  readonly length: number;
  /** Several questions in one. */
  readonly superlatives: number;
  readonly negations: number;
  /** A key stands where a name was asked for. */
  readonly keyShown: number;
  /** Nothing was asked for by name. */
  readonly nothingAsked: number;
}

export const FEATURE_NAMES: readonly (keyof Features)[] = [
  'quality',
  'weakest',
  'unread',
  'unreadShare',
  'verbs',
  'doubts',
  'joins',
  'margin',
  'subqueries',
  'ties',
  'misspelt',
  'length',
  'superlatives',
  'negations',
  'keyShown',
  'nothingAsked',
];

export function featuresOf(draft: Draft, next: Draft | undefined): Features {
  const { frame, resolution, doubts, tokens, assembled } = draft;
  const content = draft.segments.filter((segment) => segment.kind !== 'keyword').length;
  const unread = Math.min(3, frame.unread.length);
  return {
    quality: resolution.quality,
    weakest: resolution.weakest,
    unread,
    unreadShare: content === 0 ? 1 : frame.unread.length / content,
    verbs: Math.min(3, frame.verbs.length),
    doubts: Math.min(2, doubts.length),
    // A metric is made to be joined to what it is broken down by; "in each branch" says which table is joined.
    joins: usesMetric(assembled.plan) || assembled.plan.limitPer !== undefined ? 0 : Math.min(4, assembled.plan.joins.length),
    margin: next === undefined ? 0.5 : Math.min(0.5, Math.max(0, resolution.score - next.resolution.score)),
    subqueries: Math.min(3, subqueries(assembled.plan.where)),
    ties: Math.min(2, assembled.ties),
    misspelt: tokens.filter((token) => token.misspelt === true).length,
    length: Math.min(4, tokens.length / 10),
    superlatives: Math.min(2, frame.conditions.filter((condition) => condition.kind === 'superlative').length),
    negations: Math.min(2, frame.conditions.filter((condition) => condition.negated).length),
    keyShown: keyShown(draft) ? 1 : 0,
    nothingAsked: frame.projections.length === 0 ? 1 : 0,
  };
}

function usesMetric(plan: QueryPlan): boolean {
  return [...plan.select, ...plan.orderBy].some(
    ({ expression }) => expression.kind === 'metric' || (expression.kind === 'arithmetic' && expression.left.kind === 'metric'),
  );
}

function subqueries(condition: PlanCondition | null): number {
  if (condition === null) return 0;
  if (condition.kind === 'member') return 1;
  if (condition.kind === 'and' || condition.kind === 'or') return condition.items.reduce((sum, item) => sum + subqueries(item), 0);
  return condition.kind === 'compare' && (condition.right.kind === 'query' || condition.right.kind === 'overGroups') ? 1 : 0;
}

/** More columns than this are a row told whole, key and all. */
const WHOLE_ROW_FROM = 2;

/** An entity was asked for and only its key could be shown. */
function keyShown({ frame, assembled }: Draft): boolean {
  const plan: QueryPlan = assembled.plan;
  const asked = frame.projections.some((projection) => projection.kind === 'entity') || frame.projections.length === 0;
  return (
    asked &&
    plan.select.length <= WHOLE_ROW_FROM &&
    plan.select.some((item) => item.expression.kind === 'column' && /id$/i.test(item.expression.column))
  );
}
