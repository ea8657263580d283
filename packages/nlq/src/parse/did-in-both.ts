import type { Lexicon } from '../lexicon/lexicon.ts';
import { IN } from '../time/period-words.ts';
import { didIn, doerOf, type PeriodCondition } from './doer.ts';
import type { Condition, Frame } from './frame.ts';
import { isApart } from './left-out-period.ts';
import type { Segment } from './segment.ts';
import type { Token } from './token.ts';

/** "bought in 2024 and in 2025", "in both 2024 and 2025": said of who did it in the one and in the other. */
export function settleDidInBoth(frame: Frame, segments: readonly Segment[], tokens: readonly Token[], lexicon: Lexicon): void {
  const periods = frame.conditions.filter((condition: Condition): condition is PeriodCondition => condition.kind === 'period');
  const [first, second, ...more] = periods;
  if (first === undefined || second === undefined || frame.compared || second.connector === 'or') return;
  if (first.negated || second.negated || !isApart(first, second)) return;
  const doer = doerOf(frame, first, tokens, lexicon);
  const date = [first.lhs, second.lhs].find((mention) => mention !== null && mention.id < 0) ?? null;
  if (doer === null || date === null || doer.thing.mention?.elements[0]?.ref.table === doer.event.elements[0]?.ref.table) return;
  const both = segments.some((segment) => segment.kind === 'keyword' && segment.keyword.key === 'both');
  const counts = segments.some((segment) => segment.kind === 'keyword' && segment.keyword.key === 'count');
  const tied = segments.filter(({ kind }) => kind === 'period').every(({ start }) => IN.has(tokens[start]?.norm ?? ''));
  if (more.length > 0 || (!both && (counts || !tied))) {
    // A figure is told for each of them, but "who bought in 2024 and 2025" may be said of either or of both.
    if (counts || saysWho(frame)) frame.doubts.push('in each period or in both', 'of who did it');
    return;
  }
  frame.projections = [counts ? { ...doer.thing, kind: 'count' } : doer.thing];
  frame.anchors = [];
  frame.conditions = [didIn(doer, first, date), didIn(doer, second, date)];
}

const saysWho = ({ projections }: Frame) => projections.some(({ mention }) => WHO.test(mention?.text ?? ''));

const WHO = /\b(who|that|which)\b|الذين|التي|الذي|اللواتي|اللاتي/i;
