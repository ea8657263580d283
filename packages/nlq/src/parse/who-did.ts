import type { Lexicon } from '../lexicon/lexicon.ts';
import { didIn, doerOf, type PeriodCondition } from './doer.ts';
import type { Condition, Frame } from './frame.ts';
import type { Segment } from './segment.ts';
import type { Token } from './token.ts';

/** "which customers bought in 2025", where those who bought are also a figure: asked for by name, they are not counted. */
export function settleWhoDid(frame: Frame, segments: readonly Segment[], tokens: readonly Token[], lexicon: Lexicon): void {
  const [shown, ...more] = frame.projections;
  if (shown?.kind !== 'element' || shown.aggregate !== null || shown.mention?.elements[0]?.ref.kind !== 'metric' || more.length > 0) return;
  if (!asksByName(shown.mention.start, segments)) return;
  const periods = frame.conditions.filter((condition: Condition): condition is PeriodCondition => condition.kind === 'period');
  const [period = null] = periods;
  const doer = doerOf({ ...frame, conditions: periods }, period, tokens, lexicon);
  if (doer === null) return;
  if (frame.conditions.length > 1 || periods.length < frame.conditions.length || period?.negated === true) {
    frame.doubts.push('who did it, or how many', 'of who did it');
    return;
  }
  frame.projections = [doer.thing];
  frame.conditions = [didIn(doer, period, period?.lhs ?? null)];
}

function asksByName(start: number, segments: readonly Segment[]): boolean {
  const before = segments
    .filter(({ end }) => end <= start)
    .filter((segment) => segment.kind !== 'keyword' || segment.keyword.key !== 'the');
  const last = before.at(-1);
  return (
    last?.kind === 'keyword' &&
    (last.keyword.key === 'who' || (last.keyword.key === 'what' && WHICH.test(last.text)) || LISTS.test(last.text))
  );
}

const WHICH = /^(which\b|أي|اي)/i;
const LISTS = /^(list|name|enumerate|اسرد|اذكر|قائمة)/i;
