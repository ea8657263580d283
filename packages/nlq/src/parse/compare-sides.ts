import { type CalendarUnit, moveBy, unitSpan } from '../time/calendar.ts';
import type { Condition, Frame } from './frame.ts';
import { isApart } from './left-out-period.ts';
import type { Mention } from './segment.ts';

type PeriodCondition = Extract<Condition, { kind: 'period' }>;
type ValueCondition = Extract<Condition, { kind: 'value' }>;

/** "this year against last year", "Riyadh vs Jeddah": one figure per side, told apart by what the sides are of. */
export function compareSides(frame: Frame): void {
  const figures = frame.projections.filter(
    (projection) => projection.kind === 'count' || projection.aggregate !== null || projection.mention?.elements[0]?.ref.kind === 'metric',
  );
  if (figures.length === 0 && frame.visual === null && !frame.compared) return;
  if (compareSpans(frame)) return;
  comparePeriods(frame);
  // Over time, each side has a course of its own.
  if (frame.visual !== null && (frame.compared || frame.groups.every((group) => group.grain !== null))) compareValues(frame);
  if (!frame.compared || frame.groups.length > 0 || figures.length !== 1 || frame.projections.length > 1) return;
  if (!compareWithin(frame)) frame.doubts.push('a comparison of one figure');
}

/** "compare sales from 2023 to 2025": the parts of the one period that was said. */
function compareWithin(frame: Frame): boolean {
  const [only, ...others] = frame.conditions.filter((condition): condition is PeriodCondition => condition.kind === 'period');
  const unit = only?.period.unit;
  if (only === undefined || only.lhs === null || others.length > 0 || unit === undefined || only.negated) return false;
  const { from, to, year } = only.period;
  if (from === null || to === null || year !== null || unit === 'half') return false;
  frame.groups.push({ mention: only.lhs, grain: unit });
  return true;
}

/** Two halves or spans of so many days, the one right before the other: no unit of the calendar tells them apart. */
function compareSpans(frame: Frame): boolean {
  const periods = frame.conditions.filter((condition): condition is PeriodCondition => condition.kind === 'period' && !condition.negated);
  const [first, second] = periods;
  if (!frame.compared || periods.length !== 2 || first === undefined || second === undefined) return false;
  const [early, late] = [first.period, second.period].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const { unit } = first.period;
  if (early?.from == null || late?.to == null || early.to !== late.from || early.to === null) return false;
  if (unit === undefined || unit !== second.period.unit) return false;
  if (unit !== 'half' && moveBy(unit, early.from, 1) === early.to && moveBy(unit, early.to, 1) === late.to && isStart(unit, early.from))
    return false;
  frame.sides = { from: early.from, at: early.to, to: late.to };
  const both = { ...first, period: { ...first.period, text: first.period.text, from: early.from, to: late.to, year: null } };
  frame.conditions = frame.conditions.flatMap((condition) => (condition === first ? [both] : condition === second ? [] : [condition]));
  frame.visual = frame.visual === 'chart' ? null : frame.visual;
  return true;
}

const isStart = (unit: CalendarUnit, date: string) => unitSpan(unit, date, 0, 1).from === date;

function comparePeriods(frame: Frame): void {
  const periods = frame.conditions.filter((condition): condition is PeriodCondition => condition.kind === 'period' && !condition.negated);
  const [first, ...others] = periods;
  // "in 2014 or 2015" is one figure over both.
  if (others.some((condition) => condition.connector === 'or')) return;
  if (
    first === undefined ||
    others.length === 0 ||
    !periods.every((one, index) => periods.slice(index + 1).every((other) => isApart(one, other)))
  )
    return;
  // "with sales in 2024 but without sales in 2025": the one period is not said of what the other is.
  if (frame.conditions.some(({ kind, negated }) => kind === 'exists' && negated))
    frame.doubts.push('periods of different things', 'when not');
  frame.conditions = frame.conditions.map((condition) =>
    condition.kind === 'period' && others.includes(condition) ? { ...condition, lhs: first.lhs, connector: 'or' } : condition,
  );
  const { unit } = first.period;
  if (unit === undefined || periods.some((period) => period.period.unit !== unit)) frame.doubts.push('periods of different length');
  else if (first.lhs === null || frame.groups.some((group) => group.grain !== null)) return;
  else if (unit === 'half') frame.doubts.push('nothing is told apart by halves', 'periods of another length');
  else frame.groups.push({ mention: first.lhs, grain: unit });
}

function compareValues(frame: Frame): void {
  const values = frame.conditions.filter((condition): condition is ValueCondition => condition.kind === 'value' && !condition.negated);
  const [first, second] = values;
  const place = first?.mention.values.find((one) =>
    second?.mention.values.some((other) => other.table === one.table && other.column === one.column),
  );
  if (first === undefined || place === undefined) return;
  const side: Mention = {
    id: first.mention.id + SIDE_IDS,
    text: first.mention.text,
    start: first.mention.start,
    end: first.mention.end,
    elements: [{ ref: { kind: 'column', table: place.table, column: place.column }, score: 1, withTable: false }],
    values: [],
  };
  frame.groups.push({ mention: side, grain: null });
}

/** Beyond the ids of spoken mentions, which are places in the question. */
const SIDE_IDS = 1_000_000;
