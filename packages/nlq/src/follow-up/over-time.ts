import { isAggregate, looksAround, same } from '../assemble/expression.ts';
import { stepsBack } from '../parse/growth.ts';
import type { PeriodGrain, PlanColumn, PlanCondition, PlanEarlier, PlanExpression, PlanSelect, QueryPlan } from '../plan.ts';
import { moveBy } from '../time/calendar.ts';
import { conditionsOf, type Group, joined, showsSides, withGroups } from './edit-plan.ts';

export type GrainKey = Extract<PlanExpression, { kind: 'grain' }>;
type PeriodCondition = Extract<PlanCondition, { kind: 'period' }>;
/** A period with a beginning and an end, as ISO dates; the end is not included. */
export interface Side {
  readonly from: string;
  readonly to: string;
}

const MONTHS: Readonly<Partial<Record<PeriodGrain, number>>> = { year: 12, quarter: 3, month: 1 };

/** Breaks figures down anew; growth stays growth, and periods that were held against each other stay so. */
export function regrouped(plan: QueryPlan, groups: readonly Group[], keep: boolean): QueryPlan | null {
  const back = backIn(plan);
  const flat = back === null ? plan : withoutGrowth(plan);
  const period = timeKey(flat);
  const sides = period === null ? null : monthsBetweenSides(flat);
  const finer = groups.find(({ expression }) => expression.kind === 'grain');
  const held = period !== null && finer === undefined && groups.length > 0 && (back !== null || sides !== null);
  const next = withGroups(flat, held ? [{ expression: period, name: period.grain }, ...groups] : groups, keep && !(finer && period));
  if (next === null || groups.length === 0) return back === null ? next : null;
  const grain = finer?.expression.kind === 'grain' ? finer.expression.grain : null;
  if (back !== null) return grown(next, grain === null || back === 1 ? back : spanned(back, period?.grain, grain));
  return sides !== null && grain !== null && sides > (MONTHS[grain] ?? sides)
    ? (grown(next, spanned(sides, 'month', grain)) ?? next)
    : next;
}

/** The figures with those of the period before beside them; `date` is what they are told apart by where nothing is yet. */
export function withGrowth(plan: QueryPlan, over: PeriodGrain | null, date: () => PlanColumn | null): QueryPlan | null {
  if (plan.limit !== null || backIn(plan) !== null) return null;
  const shown = timeKey(plan);
  const of = shown?.of ?? date();
  if (of === null) return null;
  const grain = shown?.grain ?? over ?? 'year';
  const back = stepsBack(grain, over);
  const timed = shown === null ? withGroups(plan, [{ expression: { kind: 'grain', grain, of }, name: grain }], true) : plan;
  if (timed === null || back === null) return null;
  return grown({ ...timed, where: joined(conditionsOf(timed.where).map((item) => ledIn(item, of, grain, back))) }, back);
}

/** "compared with last year": the period of the plan and another as long, each with figures of its own. */
export function besidePeriod(plan: QueryPlan, column: PlanColumn, other: Side, unit: PeriodGrain): QueryPlan | null {
  const conditions = conditionsOf(plan.where);
  const own = conditions.find((item): item is PeriodCondition => item.kind === 'period' && !item.negated && same(item.left, column));
  const isUnit = ({ from, to }: { from: string | null; to: string | null }) => from !== null && moveBy(asUnit(unit), from, 1) === to;
  // The first few of one period are others in the next.
  if (
    plan.limit !== null ||
    own === undefined ||
    own.from === other.from ||
    !isUnit(own) ||
    !isUnit(other) ||
    backIn(plan) !== null ||
    showsSides(plan)
  )
    return null;
  const [first, second] = [own, { ...own, ...other }].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)) as [
    PeriodCondition,
    PeriodCondition,
  ];
  const where = joined(conditions.map((item) => (item === own ? { kind: 'or', items: [first, second] } : item)));
  const shown = timeKey(plan);
  const both = { ...plan, where };
  if (shown === null || shown.grain === unit)
    return shown === null ? withGroups(both, [{ expression: { kind: 'grain', grain: unit, of: column }, name: unit }], true) : both;
  const sides = monthsBetweenSides(both);
  return sides === null ? null : grown(both, spanned(sides, 'month', shown.grain));
}

const asUnit = (grain: PeriodGrain) => (grain === 'weekday' || grain === 'hour' ? 'day' : grain);

/** How many of the one grain make `count` of the other; null where that does not come out even. */
function spanned(count: number, from: PeriodGrain | undefined, to: PeriodGrain): number | null {
  const months = count * (MONTHS[from ?? 'year'] ?? Number.NaN);
  const steps = months / (MONTHS[to] ?? Number.NaN);
  return Number.isInteger(steps) && steps > 0 ? steps : null;
}

function grown(plan: QueryPlan, back: number | null): QueryPlan | null {
  const figures = plan.select.filter(({ expression }) => isAggregate(expression));
  const [figure] = figures;
  const period = timeKey(plan);
  const plain = figure !== undefined && figures.length === 1 && figure.expression.kind !== 'share' && !looksAround(figure.expression);
  if (!plain || period === null || back === null || plan.having !== null) return null;
  const within = plan.groupBy.filter((key) => !same(key, period));
  const earlier: PlanEarlier = { kind: 'earlier', of: figure.expression, period, back, within };
  const beside: PlanSelect[] = [
    { ...figure, expression: earlier, name: 'earlier' },
    { ...figure, expression: { kind: 'growth', of: figure.expression, earlier }, name: 'growth' },
  ];
  return { ...plan, select: [...plan.select, ...beside], orderBy: [{ expression: period, descending: false }] };
}

function withoutGrowth(plan: QueryPlan): QueryPlan {
  return { ...plan, select: plan.select.filter(({ expression }) => expression.kind !== 'earlier' && expression.kind !== 'growth') };
}

/** How many periods back the figures of a plan are held against; null when they are not. */
function backIn({ select }: QueryPlan): number | null {
  const found = select.find(({ expression }) => expression.kind === 'growth')?.expression;
  return found?.kind === 'growth' ? found.earlier.back : null;
}

/** The period that the figures of a plan are told apart by; a weekday is none. */
export function timeKey({ select }: QueryPlan): GrainKey | null {
  const keys = select.map(({ expression }) => expression).filter((key): key is GrainKey => key.kind === 'grain');
  return keys.find(({ grain }) => grain !== 'weekday' && grain !== 'hour') ?? null;
}

/** Two periods were named side by side: how far apart they are, in months. */
function monthsBetweenSides({ where }: QueryPlan): number | null {
  const sides = conditionsOf(where).find((item) => item.kind === 'or' && item.items.every((one) => one.kind === 'period' && !one.negated));
  if (sides?.kind !== 'or' || sides.items.length !== 2) return null;
  const [first = null, second = null] = sides.items.map((item) => (item.kind === 'period' ? item.from : null));
  if (first === null || second === null) return null;
  const month = (date: string) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
  return Math.abs(month(second) - month(first)) || null;
}

/** One period alone has nothing before it: the one before is read too. */
function ledIn(condition: PlanCondition, of: PlanExpression, grain: PeriodGrain, back: number): PlanCondition {
  if (condition.kind !== 'period' || condition.from === null || condition.to === null || !same(condition.left, of)) return condition;
  const unit = asUnit(grain);
  return moveBy(unit, condition.from, back) < condition.to ? condition : { ...condition, from: moveBy(unit, condition.from, -back) };
}
