import type { Condition, Frame } from './frame.ts';
import type { Mention, Segment } from './segment.ts';

const ONCE = /^(once|twice|thrice)$/i;
const TIMES = /^times$/i;

/** "ordered once", "ordered more than 3 times": how many rows tell of it, not what one of them holds. */
export function settleTimes(frame: Frame, segments: readonly Segment[]): void {
  const said = segments.find((segment, at) => saysTimes(segment, segments[at + 1]));
  if (said?.kind !== 'number') return;
  const at = frame.conditions.findIndex(
    (one) =>
      (one.kind === 'compare' && one.value === said.value && one.lhs.start < said.start) ||
      (one.kind === 'countCompare' && one.value === said.value && one.mention === null),
  );
  const counted = frame.conditions[at];
  if (counted?.kind !== 'compare' && counted?.kind !== 'countCompare') return;
  const done = counted.kind === 'compare' ? null : frame.conditions.findLast(isDone);
  const event = eventOf(counted.kind === 'compare' ? counted.lhs : (done?.mention ?? null));
  if (event === null) {
    frame.doubts.push('how often what', `what ${said.text} counts`);
    return;
  }
  const { operator, value, connector, negated, both } = counted;
  const often: Condition = { kind: 'countCompare', mention: event, operator, value, distinct: false, connector, negated, both };
  frame.conditions = frame.conditions.flatMap((one, index) => (index === at ? [often] : one === done ? [] : [one]));
}

function saysTimes(segment: Segment, next: Segment | undefined): boolean {
  return segment.kind === 'number' && (ONCE.test(segment.text) || (next?.kind === 'keyword' && TIMES.test(next.text)));
}

function isDone(condition: Condition): condition is Extract<Condition, { kind: 'exists' }> {
  return condition.kind === 'exists' && !condition.negated && condition.inner.length === 0;
}

function eventOf(mention: Mention | null): Mention | null {
  const [top] = mention?.elements ?? [];
  return mention === null || top?.ref.kind !== 'table' ? null : { ...mention, elements: [top] };
}
