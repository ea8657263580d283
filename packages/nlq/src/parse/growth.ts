import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PeriodGrain } from '../plan.ts';
import { moveBy, unitSpan } from '../time/calendar.ts';
import type { Condition, Frame } from './frame.ts';
import type { MentionFactory } from './mention.ts';
import type { Mention, PeriodMention } from './segment.ts';

type GrowthGrain = 'year' | 'quarter' | 'month' | 'week' | 'day';
type PeriodCondition = Extract<Condition, { kind: 'period' }>;

/** How many of the one make the other; what does not divide evenly is not compared. */
const IN_ONE: Readonly<Partial<Record<GrowthGrain, Readonly<Partial<Record<GrowthGrain, number>>>>>> = {
  year: { quarter: 4, month: 12 },
  quarter: { month: 3 },
  week: { day: 7 },
};

/** "sales growth by month", "year over year": settles which periods stand in a row, and how far back each is held against. */
export function settleGrowth(frame: Frame, mentions: MentionFactory, prepared: PreparedModel): void {
  const { growth } = frame;
  if (growth === null) return;
  const periods = frame.conditions.filter((condition): condition is PeriodCondition => condition.kind === 'period' && !condition.negated);
  const [said] = periods;
  const timed = frame.groups.find((group) => group.grain !== null);
  const grain = timed?.grain ?? grainOf(said?.period.unit, growth.over);
  const back = isGrowthGrain(grain) ? stepsBack(grain, growth.over) : null;
  if (!isGrowthGrain(grain) || back === null) {
    frame.doubts.push('growth over what', 'a period that does not fit another');
    return;
  }
  growth.back = back;
  // How many customers there are grows by those who came; those who came each year are another figure.
  if (frame.projections.some(({ kind, mention }) => kind !== 'element' && countsThings(mention, prepared)))
    frame.doubts.push('growth of a stock', 'growth of things counted');
  if (timed === undefined) frame.groups.unshift({ mention: said?.lhs ?? mentions.date('growth'), grain });
  if (said === undefined || periods.length > 1) return;
  frame.conditions = frame.conditions.map((condition) => (condition === said ? leadIn(whole(said, grain), grain, back) : condition));
}

/** "growth in 2025" is by year, "month over month growth in 2025" by month. */
function grainOf(unit: PeriodMention['unit'], over: PeriodGrain | null): PeriodGrain | 'half' {
  if (unit === undefined || unit === 'day') return over ?? 'year';
  return over !== null && isGrowthGrain(over) && isGrowthGrain(unit) && IN_ONE[unit]?.[over] !== undefined ? over : unit;
}

/** How many periods of one grain back the one is that it is held against; null when they do not fit. */
export function stepsBack(grain: PeriodGrain, over: PeriodGrain | null): number | null {
  if (!isGrowthGrain(grain)) return null;
  if (over === null || over === grain) return 1;
  return isGrowthGrain(over) ? (IN_ONE[over]?.[grain] ?? null) : null;
}

function countsThings(mention: Mention | null, prepared: PreparedModel): boolean {
  const ref = mention?.elements[0]?.ref;
  return ref?.kind === 'table' && prepared.tables[ref.table]?.named === true;
}

/** A week cut off by the end of a month would seem to shrink. */
function whole(condition: PeriodCondition, grain: GrowthGrain): PeriodCondition {
  const { period } = condition;
  const from = period.from === null ? null : unitSpan(grain, period.from, 0, MONDAY).from;
  const last = period.to === null ? null : unitSpan(grain, period.to, 0, MONDAY);
  const to = last === null || last.from === period.to ? period.to : last.to;
  return { ...condition, period: { ...period, from, to } };
}

const MONDAY = 1;

/** "growth in 2025" needs 2024 too: one period alone has nothing before it. */
function leadIn(condition: PeriodCondition, grain: GrowthGrain, back: number): PeriodCondition {
  const { period } = condition;
  if (period.from === null || period.to === null || moveBy(grain, period.from, back) < period.to) return condition;
  const from = moveBy(grain, period.from, -back);
  return { ...condition, period: { ...period, from, year: null } };
}

const isGrowthGrain = (grain: string): grain is GrowthGrain => /^(year|quarter|month|week|day)$/.test(grain);
