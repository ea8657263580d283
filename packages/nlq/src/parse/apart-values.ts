import type { Condition, Frame } from './frame.ts';
import type { Segment } from './segment.ts';

type ValueCondition = Extract<Condition, { kind: 'value' }>;

/** "orders by customers from Jeddah in Riyadh branches": two values of one column that nothing lists together are of different things. */
export function doubtApartValues(frame: Frame, segments: readonly Segment[]): void {
  const values = frame.conditions.filter((condition): condition is ValueCondition => condition.kind === 'value' && !condition.negated);
  const apart = values.some((value, at) => {
    const next = values[at + 1];
    return next !== undefined && value.connector === next.connector && mayBeAlike(value, next) && saidApart(value, next, segments);
  });
  if (apart) frame.doubts.push('two values of different things', 'which of them is where');
}

/** "from A to B" says itself which is where. */
function mayBeAlike({ mention: a, lhs, role }: ValueCondition, { mention: b, lhs: other, role: end }: ValueCondition): boolean {
  if (lhs !== null || other !== null || (role !== null && end !== null)) return false;
  return a.values.some((one) => b.values.some((two) => one.table === two.table && one.column === two.column && one.value !== two.value));
}

function saidApart({ mention: a }: ValueCondition, { mention: b }: ValueCondition, segments: readonly Segment[]): boolean {
  const between = segments.filter(({ start, end }) => start >= a.end && end <= b.start);
  const listed = between.some((segment) => segment.kind === 'keyword' && LISTS.has(segment.keyword.key));
  return (
    !listed && between.some((segment) => segment.kind === 'element' || (segment.kind === 'keyword' && PLACES.has(segment.keyword.key)))
  );
}

const LISTS = new Set<string>(['and', 'or', 'mark', 'versus', 'but', 'both', 'either', 'neither', 'between', 'not']);
const PLACES = new Set<string>(['in', 'from', 'of', 'to']);
