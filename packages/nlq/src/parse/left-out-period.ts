import type { Lexicon } from '../lexicon/lexicon.ts';
import { didIn, doerOf, type PeriodCondition } from './doer.ts';
import type { Condition, Frame } from './frame.ts';
import type { Segment } from './segment.ts';
import type { Token } from './token.ts';

/**
 * "bought in 2024 but not in 2025" is said of who bought, not of one purchase, which is never in both: things with a row in the one
 * period and none in the other. What else is said leaves open of which purchase, and is doubted.
 */
export function settleLeftOutPeriod(frame: Frame, segments: readonly Segment[], tokens: readonly Token[], lexicon: Lexicon): void {
  const periods = frame.conditions.filter((condition: Condition): condition is PeriodCondition => condition.kind === 'period');
  const [within, ...more] = periods.filter(({ negated }) => !negated);
  const [without, ...others] = periods.filter(({ negated }) => negated);
  if (within === undefined || without === undefined || !isApart(within, without)) return;
  const doer = more.length + others.length > 0 ? null : doerOf(frame, within, tokens, lexicon);
  const date = [within.lhs, without.lhs].find((mention) => mention !== null && mention.id < 0) ?? null;
  if (doer === null || date === null) {
    frame.doubts.push('a period left out beside another', 'of who did it');
    return;
  }
  const again = verbAgain(segments, without, doer.event.text);
  frame.unread = frame.unread.filter((word) => word !== again);
  frame.doubts = frame.doubts.filter((text) => text !== `"${again}" unknown`);
  const counts = segments.some((segment) => segment.kind === 'keyword' && segment.keyword.key === 'count');
  frame.projections = [counts ? { ...doer.thing, kind: 'count' } : doer.thing];
  frame.anchors = [];
  frame.conditions = [didIn(doer, within, date), { ...didIn(doer, without, date), negated: true }];
}

/** «اشتروا في 2024 ولم يشتروا في 2025»: another form of the verb, said again. */
function verbAgain(segments: readonly Segment[], { period }: PeriodCondition, said: string): string | null {
  const at = segments.findIndex((segment) => segment.kind === 'period' && segment.period === period);
  const [not, verb] = segments.slice(at - 2, at);
  if (not?.kind !== 'keyword' || not.keyword.key !== 'not' || verb?.kind !== 'word') return null;
  const stem = verb.text.slice(1);
  return stem.length >= SHORTEST_STEM && said.includes(stem) ? verb.text : null;
}

const SHORTEST_STEM = 4;

export function isApart({ period: a }: PeriodCondition, { period: b }: PeriodCondition): boolean {
  return (a.to !== null && b.from !== null && a.to <= b.from) || (b.to !== null && a.from !== null && b.to <= a.from);
}
